import DutchText
import LetterReading

/// The hyperlinks of a letter's file, beside what its text says: a link cites its target, once, where it stands.
struct Hyperlinks {
    private struct Link {
        let range: Range<Int>
        let id: String
    }

    /// By the place where they begin.
    private let links: [Link]

    /// The links of a letter that lead to a source, in its running text.
    init(_ letter: Letter) {
        let ranges = letter.passage.ranges(ofSources: letter.links.map(\.range))
        links = zip(letter.links, ranges).compactMap { link, range in
            guard let range, let id = Self.id(of: link.target) else { return nil }
            return Link(range: range, id: id)
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { !Self.isOfTheSite($0.range, letter) }
    }

    /// Before the first question and after the last answer of a web page the links are the site's as often as the letter's:
    /// "Delen", "Download".
    private static func isOfTheSite(_ range: Range<Int>, _ letter: Letter) -> Bool {
        guard letter.isWebPage else { return false }
        let edges = letter.passage.runs.filter { run in
            run.footnote == nil && run.units.contains { [.preamble, .closing].contains(letter.units[$0].name.part) }
        }
        return edges.contains { $0.range.overlaps(range) }
    }

    /// The mentions of a run with those that links add. An address in the text that leads elsewhere gives way to its link's
    /// target; one that goes on where the link was cut (Word ends a link at a blank) stays.
    /// - Parameter mentions: in the order they stand.
    /// - Complexity: linear in the mentions and the links of the run.
    func added(to mentions: [Mention], in run: Range<Int>, _ bytes: Bytes) -> [Mention] {
        guard !links.isEmpty else { return mentions }
        var isKept = [Bool](repeating: true, count: mentions.count)
        var added: [Mention] = []
        var first = 0
        for link in links[firstLink(from: run.lowerBound)...] {
            guard link.range.upperBound <= run.upperBound else { break }
            while first < mentions.count, mentions[first].range.upperBound <= link.range.lowerBound { first += 1 }
            let beside = mentions.indices[first...].prefix { mentions[$0].range.lowerBound < link.range.upperBound }
            guard !beside.contains(where: { mentions[$0].id == link.id }) else { continue }
            let isAddress = Self.opensAddress(bytes, link.range)
            let written = beside.first { SourceKind.of(mentions[$0].id).isAddress }
            if let written, isAddress || Self.bare(mentions[written].id) == Self.bare(link.id) {
                let (text, target) = (Self.bare(mentions[written].id), Self.bare(link.id))
                if text != target, text.hasPrefix(target) { continue }
                isKept[written] = false
            } else if isAddress, beside.isEmpty {
                // An address that was looked at and is none: the sender's own.
                continue
            }
            added.append(Mention(id: link.id, range: link.range))
        }
        return zip(mentions, isKept).filter(\.1).map(\.0) + added
    }

    private func firstLink(from place: Int) -> Int {
        links.partitioningIndex { $0.range.lowerBound >= place }
    }

    private static func opensAddress(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: range)
        return cursor.skip("http") || cursor.skip("www.")
    }

    private static func bare(_ address: String) -> Substring {
        var rest = address.drop { $0 != "/" }.drop { $0 == "/" }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        return rest.hasSuffix("/") ? rest.dropLast() : rest
    }

    /// The source a link leads to: a page, or an official document however the site names it (`kst-35165-97.html`,
    /// `nds-tk-2022D55262`). Places within the letter, mail and other programs are none.
    private static func id(of target: String) -> String? {
        var target = target.filter { !$0.isWhitespace }
        if target.hasPrefix("//") { target = "https:" + target }
        let lowered = target.lowercased()
        if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
            guard let address = AddressCleaning.clean(Array(target.utf8)) else { return nil }
            return AddressCleaning.identifier(address) ?? address
        }
        let path = target.prefix { $0 != "#" && $0 != "?" }
        guard !path.contains(":"), let last = path.split(separator: "/").last else { return nil }
        var name = last.hasSuffix(".html") ? String(last.dropLast(5)) : String(last)
        if name.hasPrefix("nds-tk-") { name = String(name.dropFirst("nds-tk-".count)) }
        if ZaakAndDocument.isNumber(name, "D") || ZaakAndDocument.isNumber(name, "Z") { return name }
        return OfficialID.canonical(name)
    }
}
