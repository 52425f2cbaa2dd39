import DutchText
import GRDB

/// What the sources and letters of a store are called, as the search of the explorer compares it, in one piece of memory:
/// for who searches a store again and again.
/// - Complexity: to make, linear in the names; some 200 bytes a letter and 80 a source are held.
public struct NameIndex: Sendable {
    let sources: NamesInOnePiece
    let letters: NamesInOnePiece

    public init(_ store: GraphStore) throws {
        (sources, letters) = try store.queue.read { database in
            func names(_ sql: String, _ columns: Int) throws -> NamesInOnePiece {
                var names = NamesInOnePiece()
                let cursor = try Row.fetchCursor(database, sql: sql)
                while let row = try cursor.next() {
                    names.append(row[0], (1...columns).compactMap { row[$0] as String? }.joined(separator: " "))
                }
                return names
            }
            return (
                try names("SELECT id, label, title, canonical FROM source", 3),
                try names(
                    """
                    SELECT id, name, label, subject, answered, aanhangsel,
                      (SELECT group_concat(name || ' ' || coalesce(party, ''), ' ') FROM letter_asker
                        WHERE letter_id = letter.id),
                      (SELECT group_concat(zaak, ' ') FROM letter_zaak WHERE letter_id = letter.id)
                    FROM letter
                    """, 7)
            )
        }
    }
}

/// Names one behind the other without blanks and signs, a line end between.
struct NamesInOnePiece: Sendable {
    private var text: [UInt8] = []
    /// Where each name ends, its line end included.
    private var ends: [Int] = []
    private var ids: [Int] = []

    mutating func append(_ id: Int, _ name: String) {
        text += SearchWords.squeezed(name)
        text.append(UInt8(ascii: "\n"))
        ends.append(text.count)
        ids.append(id)
    }

    /// Those that hold the words, by their ids, and how.
    /// - Complexity: linear in all names for one word; for each of the others in those that hold it.
    func matches(_ words: SearchWords) -> [Int: SearchWords.Match] {
        guard let rarest = words.words.max(by: { $0.count < $1.count }) else { return [:] }
        return text.reading { text in
            var matches: [Int: SearchWords.Match] = [:]
            for index in places(of: rarest, in: text) {
                let name = (index == 0 ? 0 : ends[index - 1])..<ends[index]
                if Self.place(of: words.whole, in: text, name) != nil {
                    matches[ids[index]] = .whole
                } else if words.words.allSatisfy({ Self.place(of: $0, in: text, name) != nil }) {
                    matches[ids[index]] = .words
                }
            }
            return matches
        }
    }

    /// The names that hold a word, in order.
    private func places(of word: [UInt8], in text: Bytes) -> [Int] {
        var found: [Int] = []
        var from = 0
        while let place = Self.place(of: word, in: text, from..<text.count) {
            let index = ends.partitioningIndex { $0 > place }
            found.append(index)
            from = ends[index]
        }
        return found
    }

    private static func place(of word: [UInt8], in text: Bytes, _ range: Range<Int>) -> Int? {
        word.withUnsafeBufferPointer { text.firstIndex(of: $0, in: range) }
    }
}
