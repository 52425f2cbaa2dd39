import DutchText
import Foundation
import GRDB
import GraphAnalysis

/// What a search found in the store: the first rows, and the total number.
public struct FoundNodes: Sendable {
    public struct Node: Sendable {
        /// The canonical id of a source, the name of a letter.
        public let name: String
        public let label: String
        /// The kind of a source, the subject of a letter.
        public let about: String?
        /// How often a source is cited.
        public let citations: Int
    }

    public let rows: [Node]
    public let total: Int
}

extension GraphStore {
    /// The cited sources of a selection's kinds that are called by all these words, in their label, title or id. Those that
    /// have the words one after the other stand first, then the most cited.
    /// - Complexity: linear in the names of all sources and in the citations of those found.
    public func sources(matching text: String, in names: NameIndex, _ selection: GraphSelection, limit: Int) throws
        -> FoundNodes
    {
        guard let words = SearchWords(text) else { return FoundNodes(rows: [], total: 0) }
        let matches = names.sources.matches(words)
        return try queue.read { database in
            // A dossier that nothing cites but by its documents has no place in a picture.
            let counts = try Self.citations(Array(matches.keys), selection, in: database)
            let ranked = counts.sorted {
                let (left, right) = (matches[$0.id]?.rawValue ?? 0, matches[$1.id]?.rawValue ?? 0)
                return (left, -$0.count, $0.id) < (right, -$1.count, $1.id)
            }
            let statement = try database.cachedStatement(
                sql: "SELECT canonical, label, title, kind FROM source WHERE id = ?")
            let rows = try ranked.prefix(limit).compactMap { found in
                try Row.fetchOne(statement, arguments: [found.id]).map { row in
                    FoundNodes.Node(
                        name: row[0], label: CitationGraph.titled(row[1], row[2]), about: row[3],
                        citations: found.count)
                }
            }
            return FoundNodes(rows: rows, total: ranked.count)
        }
    }

    /// The letters of a selection that hold all these words in what they are called, their subject, who asked, their day
    /// or numbers; first those that have them one after the other, then the newest.
    /// - Complexity: linear in the names of all letters.
    public func letters(matching text: String, in names: NameIndex, _ selection: GraphSelection, limit: Int) throws
        -> FoundNodes
    {
        guard let words = SearchWords(text) else { return FoundNodes(rows: [], total: 0) }
        let matches = names.letters.matches(words)
        return try queue.read { database in
            let condition = LetterFilterSQL(selection)
            let matched = try RowReader(
                database,
                """
                SELECT id, answered, name FROM (SELECT value FROM json_each(?)) AS matched
                  CROSS JOIN letter ON letter.id = matched.value
                \(condition.sql)
                """, [Array(matches.keys).list] + condition.arguments)
            var found: [(match: Int, day: String, name: String, id: Int)] = []
            while try matched.next() {
                let id = matched.int(0)
                found.append((matches[id]?.rawValue ?? 0, matched.string(1) ?? "", matched.string(2) ?? "", id))
            }
            found.sort { ($0.match, $1.day, $0.name) < ($1.match, $0.day, $1.name) }
            let statement = try database.cachedStatement(sql: "SELECT label, subject FROM letter WHERE id = ?")
            let rows = try found.prefix(limit).compactMap { letter in
                try Row.fetchOne(statement, arguments: [letter.id]).map { row in
                    FoundNodes.Node(name: letter.name, label: row[0], about: row[1], citations: 0)
                }
            }
            return FoundNodes(rows: rows, total: found.count)
        }
    }

    /// How often some sources are cited that a selection takes; without those that are not.
    private static func citations(_ sources: [Int], _ selection: GraphSelection, in database: Database) throws
        -> [(id: Int, count: Int)]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT source.id, source.kind, (SELECT count(*) FROM citation WHERE source_id = source.id) AS count
                FROM json_each(?) CROSS JOIN source ON source.id = json_each.value WHERE count > 0
                  AND NOT (source.is_front_page AND ?)
                """, arguments: [sources.list, selection.leavesOutFrontPages]
        ).filter { selection.citedKinds?.contains($0[1]) ?? true }.map { ($0[0], $0[2]) }
    }
}

/// What somebody looks for, and whether a text holds it: each word somewhere, whatever the case and the accents; blanks
/// and signs do not count, and `35 165` is one number. The search box of the explorer goes by the same rule.
struct SearchWords {
    let whole: [UInt8]
    let words: [[UInt8]]

    /// Nil when there is not a letter or digit in it.
    init?(_ text: String) {
        whole = Self.squeezed(text)
        guard !whole.isEmpty else { return nil }
        let joined = text.replacing(/(\d)[ .](?=\d)/) { $0.1 }
        words = joined.split { $0.isWhitespace || $0 == "," }.map { Self.squeezed(String($0)) }.filter { !$0.isEmpty }
    }

    /// How a name holds the words: one after the other, or apart.
    enum Match: Int { case whole, words }

    /// Letters without case and accents, and digits: `Café, nr. 2` → `cafenr2`.
    static func squeezed(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
            case 0x41...0x5A: result.append(UInt8(scalar.value) + 0x20)
            case 0..<0x80: continue
            default: result += Self.plain(scalar)
            }
        }
        return result
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return [] }
        let base = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return Array(base.utf8)
    }
}
