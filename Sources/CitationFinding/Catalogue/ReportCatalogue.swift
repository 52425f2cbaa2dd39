import CCatalogue
import DutchText
import LetterReading

/// The reports that are known by name: the series of the resource `reports.tsv`, the single works of `works.tsv`, and a
/// user's own.
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

        /// Whether it goes by this word alone: `CEP`.
        func isShort(_ word: Slice<Bytes>) -> Bool {
            names.contains { name in
                guard name.tokens.count == 1, case .word(let only) = name.tokens[0] else { return false }
                return word.elementsEqual(only)
            }
        }

        /// Whether its address is on the site of this name: `AIVD` of `https://www.aivd.nl/`.
        func isOn(site word: Slice<Bytes>) -> Bool {
            guard let address, !word.isEmpty else { return false }
            var host = address.utf8.drop { $0 != Byte.slash }.dropFirst(2)
            if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
            return host.starts(with: word.lazy.map(\.lowered)) && host.dropFirst(word.count).first == Byte.dot
        }
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
        (try? ReportCatalogue(tsv: String(cString: kvgraph_reports()) + String(cString: kvgraph_works()))) ?? empty

    /// Without series: what is known of a letter or dossier does not need them, and reading them takes some milliseconds.
    public static let empty = ReportCatalogue(series: [])

    private init(series: [Series]) {
        self.series = series
        openings = ReportOpenings(series)
        var rows: [(word: ReportParts.Phrase, names: [(Series, ReportParts)])] = []
        var places: [[[UInt8]]: Int] = [:]
        for one in series {
            for parts in one.parts {
                for word in parts.names {
                    let place = places[word.words] ?? rows.count
                    if place == rows.count { rows.append((word, [])) }
                    places[word.words] = place
                    rows[place].names.append((one, parts))
                }
            }
        }
        byWord = rows.map { word, names in
            let names = names.map { one, parts in
                let others = names.flatMap { $0.0.slug == one.slug ? [] : $0.1.owners }
                return NamedByParts(series: one, parts: parts, others: others)
            }
            return WordOfSeries(word: word, names: names)
        }
    }

    /// A name made of parts, with the publishers of the other series of the same word: `AIVD` for the annual report of the
    /// MIVD.
    final class NamedByParts: Sendable {
        let series: Series
        let parts: ReportParts
        let others: [ReportParts.Phrase]
        /// How its owners' names open.
        let openings: WordOpenings

        init(series: Series, parts: ReportParts, others: [ReportParts.Phrase]) {
            (self.series, self.parts, self.others) = (series, parts, others)
            var openings = WordOpenings()
            for owner in parts.owners { openings.insert(owner.words[0][0], owner.words[0].dropFirst().first ?? 0) }
            self.openings = openings
        }
    }

    /// The names made of parts, by their word: `jaarverslag`, of each publisher.
    let byWord: [WordOfSeries]

    /// A word with the series that have it. One object, so that one that is looked at is not copied.
    final class WordOfSeries: Sendable {
        let word: ReportParts.Phrase
        let names: [NamedByParts]

        init(word: ReportParts.Phrase, names: [NamedByParts]) { (self.word, self.names) = (word, names) }
    }

    /// Whether a word is the publisher of any of its series, by the name of his site or as names of parts have it.
    func isPublisher(_ word: Slice<Bytes>) -> Bool {
        series.contains { one in
            one.isOn(site: word)
                || one.parts.contains { $0.owners.contains { $0.words.count == 1 && word.elementsEqual($0.words[0]) } }
        }
    }

    /// All names, found by how they open.
    let openings: ReportOpenings

    /// Reads a catalogue: tab-separated slug, title, editions, address, names; `#` opens a comment. The resource
    /// `reports.tsv` explains the columns.
    /// - Throws: `Fault` with the line that cannot be read.
    public init(tsv: String) throws(Fault) {
        self.init(series: try Array(tsv.utf8).reading { bytes throws(Fault) in try Self.rows(bytes) })
    }

    private static func rows(_ bytes: Bytes) throws(Fault) -> [Series] {
        var series: [Series] = []
        var rows = TableRows(bytes)
        while let (line, columns) = rows.next() { series.append(try row(columns, bytes, line: line)) }
        return series
    }

    /// This catalogue with another's series added; a series of the same slug is replaced.
    public func adding(_ other: ReportCatalogue) -> ReportCatalogue {
        let replaced = Set(other.series.map(\.slug))
        return ReportCatalogue(series: series.filter { !replaced.contains($0.slug) } + other.series)
    }

    private static func row(_ columns: [Range<Int>], _ bytes: Bytes, line: Int) throws(Fault) -> Series {
        guard columns.count >= 5 else {
            throw Fault(
                line: line,
                reason:
                    "5 tab-separated columns are needed (slug, title, editions, address, names), not \(columns.count)"
            )
        }
        let slug = bytes.string(columns[0])
        guard !slug.isEmpty, slug.utf8.allSatisfy({ $0.isLower || $0.isDigit || $0 == Byte.hyphen }) else {
            throw Fault(line: line, reason: "the slug “\(slug)” may have only lower-case letters, digits and hyphens")
        }
        guard let editions = EditionRule(bytes.string(columns[2])) else {
            throw Fault(
                line: line,
                reason:
                    "“\(bytes.string(columns[2]))” is not a rule for editions: write year or number, with known editions as 1=2021, or once"
            )
        }
        let written = bytes.columns(of: columns[4], at: Byte.bar)
        let parts = written.compactMap { ReportParts(bytes, $0) }
        let names = written.compactMap { bytes.first(Byte.at, in: $0) == nil ? ReportName(bytes, $0) : nil }
        guard !names.isEmpty || !parts.isEmpty else { throw Fault(line: line, reason: "the series has no name") }
        let address = bytes.string(columns[3])
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        return Series(
            slug: slug, title: bytes.string(columns[1]), address: isWeb ? address : nil, editions: editions,
            names: names, parts: parts)
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
