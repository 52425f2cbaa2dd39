import DutchText
import Foundation
import GRDB
import GraphAnalysis

/// The letters a selection takes, as SQL; `GraphSelection.takes` says the same of a letter in Swift. What users type goes
/// in as arguments only.
struct LetterFilterSQL {
    private(set) var sql = ""
    private(set) var arguments = StatementArguments()

    /// - Parameter further: a condition on `letter` that is added, without arguments.
    init(_ selection: GraphSelection, and further: String? = nil) {
        var parts: [String] = []
        func add(_ part: String, _ values: [String]) {
            parts.append(part)
            arguments += StatementArguments(values)
        }
        if let since = selection.since { add("answered >= ?", [since]) }
        if let until = selection.until { add("answered <= ?", [until]) }
        if let day = selection.readSince {
            // A letter is as old as the oldest of its files; a day unknown is before all others.
            add(
                """
                first_read >= ? AND NOT EXISTS (SELECT 1 FROM letter_copy
                  WHERE letter_id = letter.id AND coalesce(letter_copy.first_read, '') < ?)
                """, [day, day])
        }
        for name in LetterName.allCases {
            let conditions = selection[keyPath: name.values].map { Self.condition(name, $0) }
            guard !conditions.isEmpty else { continue }
            add("(\(conditions.map(\.sql).joined(separator: " OR ")))", conditions.flatMap(\.arguments))
        }
        if let further { parts.append(further) }
        if !parts.isEmpty { sql = "WHERE " + parts.joined(separator: " AND ") }
    }

    /// Whether a word of a column begins with the argument, as `LetterName.words` gives it.
    private static func begins(_ column: String) -> String {
        "instr(' ' || replace(kvgraph_folded(\(column)), '-', ' '), ?) > 0"
    }

    /// Names are compared as Swift folds them, by `FoldedNames`.
    private static func condition(_ name: LetterName, _ value: String) -> (sql: String, arguments: [String]) {
        let (spellings, folded) = (name.spellings(value), LetterName.folded(value))
        switch name {
        case .ministry:
            let isOne = "kvgraph_folded(ministry) IN (\(spellings.map { _ in "?" }.joined(separator: ", ")))"
            guard folded.unicodeScalars.count >= LetterName.leastOfPortfolio else { return (isOne, spellings) }
            return (
                """
                \(isOne) OR \(Self.begins("ministry")) OR EXISTS (SELECT 1 FROM letter_minister
                  WHERE letter_id = letter.id AND \(Self.begins("portfolio")))
                """, spellings + [LetterName.words(folded), LetterName.words(folded)]
            )
        case .party:
            // GroenLinks-PvdA is both.
            let isOne = "instr('-' || kvgraph_folded(party) || '-', '-' || ? || '-') > 0"
            return (
                """
                EXISTS (SELECT 1 FROM letter_asker WHERE letter_id = letter.id
                  AND (\(spellings.map { _ in isOne }.joined(separator: " OR "))))
                """, spellings
            )
        case .asker, .minister:
            return (
                """
                EXISTS (SELECT 1 FROM letter_\(name.rawValue)
                  WHERE letter_id = letter.id AND \(Self.begins("name")))
                """, [LetterName.words(folded)]
            )
        }
    }
}

extension StoredLetter {
    /// What a selection asks of the letter.
    public var facts: LetterFacts {
        LetterFacts(
            answered: answered, ministry: ministry, portfolios: ministers.compactMap(\.of), askers: askers.map(\.name),
            parties: askers.compactMap(\.of), ministers: ministers.map(\.name), firstRead: firstRead)
    }
}

extension GraphStore {
    /// Letters that a selection leaves out only because they do not say their day, or their ministry, where it asks for one.
    /// - Complexity: linear in the letters.
    public func leftOut(_ selection: GraphSelection) throws -> (undated: Int, withoutMinistry: Int) {
        var (anyDay, anyMinistry) = (selection, selection)
        (anyDay.since, anyDay.until) = (nil, nil)
        anyMinistry.ministries = []
        return try queue.read { database in
            func count(_ rest: GraphSelection, _ lacks: String) throws -> Int {
                guard rest != selection else { return 0 }
                let condition = LetterFilterSQL(rest, and: lacks)
                return try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM letter \(condition.sql)", arguments: condition.arguments) ?? 0
            }
            return (try count(anyDay, "answered IS NULL"), try count(anyMinistry, "ministry IS NULL"))
        }
    }

    /// The names that letters in the store have, the nearest to a text first: those that begin with it or hold it, then by
    /// how many letters have to be changed, in the whole name or in a part of it.
    /// - Complexity: linear in the letters.
    public func names(_ name: LetterName, nearest text: String, limit: Int) throws -> [String] {
        let sql =
            switch name {
            case .ministry: "SELECT ministry FROM letter WHERE ministry IS NOT NULL GROUP BY ministry"
            case .party: "SELECT party FROM letter_asker WHERE party IS NOT NULL GROUP BY party"
            case .asker, .minister: "SELECT name FROM letter_\(name.rawValue) GROUP BY name"
            }
        func folded(_ text: String) -> [Unicode.Scalar] { Array(LetterName.folded(text).unicodeScalars) }
        let small = folded(text)
        let names = try queue.read { try String.fetchAll($0, sql: sql) }
        let ranked = names.map { name -> (distance: Int, name: String) in
            let other = folded(name)
            let parts = [other[...]] + other.split { $0 == " " || $0 == "-" }
            let nearest = parts.map { EditDistance.between(small, Array($0)) }.min() ?? 0
            return (other.starts(with: small) ? 0 : nearest, name)
        }
        // What has little in common with the text is nothing that was meant.
        return ranked.filter { $0.distance <= max(2, small.count / 3) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
    }
}
