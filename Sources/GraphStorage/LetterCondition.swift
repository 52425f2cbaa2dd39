import GRDB
import GraphAnalysis

/// The letters a selection takes, as SQL. What users type goes in as arguments only.
struct LetterCondition {
    private(set) var sql = ""
    private(set) var arguments = StatementArguments()

    init(_ selection: GraphSelection) {
        var parts: [String] = []
        func add(_ part: String, _ value: String?) {
            guard let value else { return }
            parts.append(part)
            arguments += StatementArguments(Array(repeating: value, count: part.count { $0 == "?" }))
        }
        add("answered >= ?", selection.since)
        add("answered <= ?", selection.until)
        // BZ is not BZK; a longer name is looked for in the portfolios.
        add(
            """
            (lower(ministry) = lower(?) OR length(?) > 4 AND EXISTS (SELECT 1 FROM letter_minister
              WHERE letter_id = letter.id AND instr(lower(portfolio), lower(?)) > 0))
            """, selection.ministry)
        // GroenLinks-PvdA is both.
        add(
            """
            EXISTS (SELECT 1 FROM letter_asker WHERE letter_id = letter.id
              AND instr('-' || lower(party) || '-', '-' || lower(?) || '-') > 0)
            """, selection.party)
        add(
            "EXISTS (SELECT 1 FROM letter_asker WHERE letter_id = letter.id AND instr(lower(name), lower(?)) > 0)",
            selection.asker)
        if !parts.isEmpty { sql = "WHERE " + parts.joined(separator: " AND ") }
    }
}
