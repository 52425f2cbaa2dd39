import GRDB
import GraphAnalysis

/// The place in a letter that tells why it was found: the sentence with most of the words, or the name or subject that has them.
public struct FoundPassage: Sendable, Equatable {
    /// answer, body, question, note, subject, minister, asker, ministry, number, preamble, closing.
    public let part: String
    /// A2; nil for what stands in no unit.
    public let unit: String?
    /// The mark of the note.
    public let footnote: String?
    /// Of the file; nil for what the letter's head says.
    public let line: Int?
    public let sentence: String
    /// Where the first of the words begins in the sentence, in UTF-8 bytes.
    public let offset: Int

    init(_ match: TextMatch, part: String, unit: String? = nil, footnote: String? = nil, line: Int? = nil) {
        (self.part, self.unit, self.footnote, self.line) = (part, unit, footnote, line)
        (sentence, offset) = (match.sentence, match.offsetInSentence)
    }

    /// The sentence, or as much of it around the first of the words as there is room for.
    /// - Parameter longest: in characters, the dots that stand for the rest not counted.
    public func excerpt(_ longest: Int) -> String {
        guard sentence.count > longest else { return sentence }
        let word = sentence.utf8.index(sentence.startIndex, offsetBy: min(offset, sentence.utf8.count))
        let place = sentence.distance(from: sentence.startIndex, to: word)
        // Some of what stands before the word, all of it where little follows.
        let before = min(place, max(longest / 3, longest - (sentence.count - place)))
        var part = sentence.dropFirst(place - before)
        if before < place, let blank = part.firstIndex(of: " "), blank < word { part = part[blank...].dropFirst() }
        var end = part.prefix(longest)
        if end.endIndex < part.endIndex, let blank = end.lastIndex(of: " "), blank > word { end = end[..<blank] }
        return (part.startIndex > sentence.startIndex ? "…" : "") + end + (end.endIndex < sentence.endIndex ? "…" : "")
    }
}

/// Finds that place in one letter after the other.
struct LetterPassages {
    private let database: Database
    private let terms: TermIndex

    init(_ query: SearchQuery, in database: Database) { (terms, self.database) = (TermIndex(query), database) }

    /// What one text of a letter gives, unless another gives more.
    private struct Best {
        private(set) var passage: FoundPassage?
        private(set) var count = 0

        mutating func take(_ match: TextMatch?, _ passage: (TextMatch) -> FoundPassage) {
            guard let match, match.count > count else { return }
            (count, self.passage) = (match.count, passage(match))
        }
    }

    /// - Returns: the sentence with most of the terms; of several, one of an answer before those of questions, those before what
    ///   the letter's head says, and the first.
    /// - Complexity: linear in the letter.
    func best(of letter: Int) throws -> FoundPassage? {
        var best = Best()
        try take(&best, unitsWhere: "part IN ('answer', 'body')", of: letter)
        try take(&best, unitsWhere: "part = 'question'", of: letter)
        try take(&best, head: "SELECT 'subject', subject FROM letter WHERE id = ?", of: letter)
        try takeNotes(&best, of: letter)
        try take(&best, head: Self.people, of: letter)
        try take(&best, unitsWhere: "part NOT IN ('answer', 'body', 'question')", of: letter)
        return best.passage
    }

    private static let people = """
        SELECT part, text FROM (
          SELECT 0 AS rank, position, 'minister' AS part, name || coalesce(' (' || portfolio || ')', '') AS text, letter_id
            FROM letter_minister
          UNION ALL SELECT 1, position, 'asker', name || coalesce(' (' || party || ')', ''), letter_id FROM letter_asker
          UNION ALL SELECT 2, 0, 'ministry', ministry, id FROM letter
          UNION ALL SELECT 3, 0, 'number', aanhangsel, id FROM letter
          UNION ALL SELECT 4, position, 'number', zaak, letter_id FROM letter_zaak)
        WHERE letter_id = ? ORDER BY rank, position
        """

    private func take(_ best: inout Best, unitsWhere condition: String, of letter: Int) throws {
        if best.count == terms.count { return }
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT name, part, text, lines FROM unit CROSS JOIN unit_text ON unit_id = unit.id
                    WHERE letter_id = ? AND \(condition) ORDER BY position
                    """), arguments: [letter])
        while best.count < terms.count, let row = try rows.next() {
            let text: String = row[2]
            best.take(TextMatch(text, terms)) { match in
                FoundPassage(
                    match, part: row[1], unit: row[0], line: UnitText.line(of: match.offset, in: text, row[3]))
            }
        }
    }

    private func takeNotes(_ best: inout Best, of letter: Int) throws {
        if best.count == terms.count { return }
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT mark, units, text, line FROM footnote WHERE letter_id = ? ORDER BY position"),
            arguments: [letter])
        while best.count < terms.count, let row = try rows.next() {
            best.take(TextMatch(row[2], terms)) { match in
                FoundPassage(
                    match, part: "note", unit: (row[1] as String).split(separator: " ").first.map(String.init),
                    footnote: row[0], line: row[3])
            }
        }
    }

    private func take(_ best: inout Best, head sql: String, of letter: Int) throws {
        if best.count == terms.count { return }
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [letter]) {
            guard let text: String = row[1] else { continue }
            best.take(TextMatch(text, terms, isWhole: true)) { match in
                FoundPassage(match, part: row[0])
            }
        }
    }
}
