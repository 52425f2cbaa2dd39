import CCatalogue
import DutchText
import LetterReading

/// The report series that are known by name: those of the resource `reports.tsv`, and a user's own.
public struct ReportCatalogue: Sendable {
    /// A series: AIVD jaarverslag, Dreigingsbeeld Terrorisme Nederland.
    public struct Series: Sendable {
        /// As ids write it: `aivd-jaarverslag`.
        public let slug: String
        public let title: String
        public let address: String?
        let editions: EditionRule
        let names: [ReportName]
        /// Names whose parts may stand in any order.
        let parts: [ReportParts]
    }

    public let series: [Series]

    /// A line of a catalogue that cannot be read.
    public struct Fault: Error, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "line \(line): \(reason)" }
    }

    /// The catalogue that comes with kvgraph.
    public static let builtIn: ReportCatalogue =
        (try? ReportCatalogue(tsv: String(cString: kvgraph_reports()))) ?? ReportCatalogue(series: [])

    /// Without series: what is known of a letter or dossier does not need them, and reading them takes some milliseconds.
    public static let empty = ReportCatalogue(series: [])

    private init(series: [Series]) {
        self.series = series
        openings = ReportOpenings(series)
        var byWord: [(word: ReportParts.Phrase, names: [NamedByParts])] = []
        for one in series {
            for parts in one.parts {
                let others = series.filter { $0.slug != one.slug }.flatMap(\.parts)
                    .filter { !Set(parts.anchors).isDisjoint(with: $0.anchors) }.flatMap(\.owners)
                let name = NamedByParts(series: one, parts: parts, others: others)
                for word in parts.names {
                    let known = byWord.firstIndex { $0.word.words == word.words }
                    if known == nil { byWord.append((word, [])) }
                    byWord[known ?? byWord.count - 1].names.append(name)
                }
            }
        }
        self.byWord = byWord
    }

    /// A name made of parts, with the publishers of the other series of the same word: `AIVD` for the annual report of the
    /// MIVD.
    final class NamedByParts: Sendable {
        let series: Series
        let parts: ReportParts
        let others: [ReportParts.Phrase]

        init(series: Series, parts: ReportParts, others: [ReportParts.Phrase]) {
            (self.series, self.parts, self.others) = (series, parts, others)
        }
    }

    /// The names made of parts, by their word: `jaarverslag`, of each publisher.
    let byWord: [(word: ReportParts.Phrase, names: [NamedByParts])]

    /// All names, found by how they open.
    let openings: ReportOpenings

    /// Reads a catalogue: tab-separated slug, title, editions, address, names; `#` opens a comment. The resource
    /// `reports.tsv` explains the columns.
    /// - Throws: `Fault` with the line that cannot be read.
    public init(tsv: String) throws(Fault) {
        var rows: [Series] = []
        // By bytes: a search through characters is slow, and this is read at the start of every run.
        for (index, text) in tsv.utf8.split(separator: Byte.newline, omittingEmptySubsequences: false).enumerated() {
            let line = text.last == Byte.carriageReturn ? text.dropLast() : text
            guard line.first != Byte.hash, line.contains(where: { !$0.isBlank }) else { continue }
            let columns = line.split(separator: Byte.tab, omittingEmptySubsequences: false)
            rows.append(try Self.row(columns.map { String(Substring($0)) }, line: index + 1))
        }
        self.init(series: rows)
    }

    /// This catalogue with another's series added; a series of the same slug is replaced.
    public func adding(_ other: ReportCatalogue) -> ReportCatalogue {
        let replaced = Set(other.series.map(\.slug))
        return ReportCatalogue(series: series.filter { !replaced.contains($0.slug) } + other.series)
    }

    private static func row(_ columns: [String], line: Int) throws(Fault) -> Series {
        guard columns.count >= 5 else {
            throw Fault(
                line: line,
                reason:
                    "5 tab-separated columns are needed (slug, title, editions, address, names), not \(columns.count)"
            )
        }
        let slug = columns[0]
        guard !slug.isEmpty, slug.utf8.allSatisfy({ $0.isLower || $0.isDigit || $0 == Byte.hyphen }) else {
            throw Fault(line: line, reason: "the slug “\(slug)” may have only lower-case letters, digits and hyphens")
        }
        guard let editions = EditionRule(columns[2]) else {
            throw Fault(
                line: line,
                reason:
                    "“\(columns[2])” is not a rule for editions: write year or number, with known editions as 1=2021")
        }
        let written = columns[4].utf8.split(separator: Byte.bar)
        let parts = written.compactMap { ReportParts(String(Substring($0))) }
        let names = written.filter { !$0.contains(Byte.at) }.compactMap { ReportName(Array($0)) }
        guard !names.isEmpty || !parts.isEmpty else { throw Fault(line: line, reason: "the series has no name") }
        let isWeb = columns[3].hasPrefix("https://") || columns[3].hasPrefix("http://")
        return Series(
            slug: slug, title: columns[1], address: isWeb ? columns[3] : nil, editions: editions, names: names,
            parts: parts)
    }

    /// Whether an id is of one of its series.
    public func hasSeries(of id: String) -> Bool { split(id) != nil }

    /// The series an id belongs to, and its edition: `report:aivd-jaarverslag-2024` → AIVD jaarverslag, `2024`.
    func split(_ id: String) -> (series: Series, edition: String?)? {
        let name = id.dropFirst("report:".count)
        // `emancipatiemonitor-in-de-zorg` is a title, and no edition of the Emancipatiemonitor.
        let found = series.filter { one in
            guard name.hasPrefix(one.slug) else { return false }
            let rest = name.dropFirst(one.slug.count)
            return rest.isEmpty || rest.first == "-" && one.editions.mayBe(rest.dropFirst())
        }.max { $0.slug.count < $1.slug.count }
        guard let found else { return nil }
        let edition = name.dropFirst(found.slug.count + 1)
        return (found, edition.isEmpty ? nil : String(edition))
    }
}
