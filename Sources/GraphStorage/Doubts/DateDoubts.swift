import CitationFinding
import DossierRegister
import GRDB
import LetterReading

/// Papers that are younger than the letter that cites them: a letter that answers on 3 September 2024 cannot cite a motion of 19
/// September. Either the number is not what was meant, or the day of one of the two is wrong.
extension StoreWriter {
    /// - Parameter isWhole: whether all doubts of this sort were taken away, not only those of letters that were put.
    func refreshDateDoubts(isWhole: Bool) throws {
        if isWhole { return try doubtDates(of: papers("", [])) }
        for letter in changes.letters.sorted() {
            let papers = try papers("AND unit.letter_id = ?", [letter])
            try doubtDates(of: papers, in: letter)
        }
    }

    /// The kinds of source that a register of documents may know.
    private static let kinds = SourceKind.names { $0.isRegistered || $0.mayBePublished }.map { "'\($0)'" }.sorted()
        .joined(separator: ",")

    /// What is cited and dated: the row of the source, and its day.
    private func papers(_ condition: String, _ arguments: StatementArguments) throws -> [(row: Int64, day: String)] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT source.id, canonical FROM source JOIN citation ON source_id = source.id
                      JOIN unit ON unit.id = unit_id
                    WHERE source.kind IN (\(Self.kinds)) \(condition) ORDER BY source.id
                    """), arguments: arguments)
        var papers: [(Int64, String)] = []
        while let row = try rows.next() {
            guard let paper = register.document(row[1]), !paper.mayBeDatedLater else { continue }
            papers.append((row[0], paper.date))
        }
        return papers
    }

    /// One doubt for each letter and paper, where it is first cited. A letter may be dated a day before it was sent.
    private func doubtDates(of papers: [(row: Int64, day: String)], in letter: Int64? = nil) throws {
        let code = Diagnostic.Code.impossibleNumber
        for paper in papers {
            try database.cachedStatement(
                sql: """
                    INSERT INTO diagnostic (letter_id, code, severity, message, unit, footnote, line, column_number)
                    SELECT letter.id, :code, :severity, '“' || quote || '” is of ' || :day || ', but this letter answers on '
                      || answered, unit.name, footnote, citation.line, 1
                    FROM citation JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id
                    WHERE citation.id IN (
                      SELECT min(citation.id) FROM citation JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id
                      WHERE source_id = :paper AND read_as IS NULL AND date(answered, '+1 day') < :day
                        AND letter.id = coalesce(:letter, letter.id)
                      GROUP BY letter.id)
                    ORDER BY citation.id
                    """
            ).execute(arguments: [
                "code": code.rawValue, "severity": code.severity.name, "day": paper.day, "paper": paper.row,
                "letter": letter,
            ])
        }
    }
}

extension RegisteredDocument {
    /// Whether its day may be that of its publication: KOOP’s search has it so for some papers.
    fileprivate var mayBeDatedLater: Bool { number == official }
}
