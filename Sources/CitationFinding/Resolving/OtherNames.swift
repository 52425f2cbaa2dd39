import DossierRegister
import DutchText
import LetterReading

/// Other names of a source: an address that is a document's, addresses that differ in nothing that matters.
public enum OtherNames {
    /// The document that an address shows, where the address says which: `tweedekamer.nl/downloads/document?id=2024D40329`,
    /// `berthub.eu/tkconv/document.html?nummer=2024D40329`, `openkamer.org/kamerstuk/29924/143`,
    /// `repository.overheid.nl/…/kst-30821-230.pdf`, the publisher's own address of a report (`ReportAddress`). Of a number of the Tweede Kamer, what the register knows it was published
    /// as. Nil for every other source.
    public static func document(at address: SourceID, _ register: Register = .builtIn) -> SourceID? {
        next(after: address, register).map { next(after: $0, register) ?? $0 }
    }

    /// One step on the way to that document: from an address to the number it shows, from a number of the Tweede Kamer to the
    /// official id.
    public static func next(after source: SourceID, _ register: Register = .builtIn) -> SourceID? {
        if source.kind.mayBePublished { return register.officialID(ofDocument: source.id).map { SourceID($0) } }
        guard source.kind.isAddress else { return nil }
        let parts = AddressParts(source.id)
        let id: String?
        switch parts.site {
        case "tweedekamer.nl": id = parts.value(of: "id").flatMap(paper)
        case "berthub.eu":
            guard parts.path.first == "tkconv" else { return nil }
            id = (parts.value(of: "nummer") ?? (parts.path.dropFirst().first == "get" ? parts.path.last : nil))
                .flatMap(paper)
        case "openkamer.org":
            guard parts.path.count == 3, parts.path[0] == "kamerstuk" else { return nil }
            id = official("kst-\(parts.path[1].uppercased())-\(parts.path[2])")
        case "repository.overheid.nl":
            id = parts.path.reversed().lazy.compactMap { official(String($0.prefix { $0 != "." })) }.first
        default: id = ReportAddress.edition(at: parts.site) { parts.path }
        }
        return id.map { SourceID($0) }
    }

    /// The host of an address without `www.`.
    static func site(of address: String) -> String { AddressParts(address).site }

    /// What addresses share that differ only in scheme, `www.`, a closing slash or `index.html`; nil where it is no address.
    public static func shared(by source: SourceID) -> String? {
        guard source.kind.isAddress else { return nil }
        var rest = source.id.utf8.behindScheme
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        for ending in ["/index.html", "/index.htm", "/"] where rest.ends(with: ending) {
            rest = rest.dropLast(ending.utf8.count)
            break
        }
        return String(Substring(rest))
    }

    /// The one of several such addresses that stands for all: with `https`, then the shortest, then the first by its bytes. What
    /// is no address goes before all that are. The order in which they come decides nothing.
    public static func standing(for ids: some Sequence<String>) -> String? { ids.min(by: stands) }

    /// Whether, of two ids of one source, the first is the one that stands for both.
    public static func stands(_ id: String, before other: String) -> Bool {
        func rank(_ id: String) -> (Int, Int, Int, String) {
            (SourceKind.of(id).isAddress ? 1 : 0, id.hasPrefix("https:") ? 0 : 1, id.utf8.count, id)
        }
        return rank(id) < rank(other)
    }

    /// Of the titles that letters wrote for one report, the one it is called by: the shortest, then the first by its bytes.
    public static func label(from titles: some Sequence<String>) -> String? {
        titles.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// Whether an address has no path: the front page of a site.
    public static func isFrontPage(_ source: SourceID) -> Bool {
        // It ends with the slash behind its host.
        source.kind.isAddress
            && source.id.utf8.behindScheme.firstIndex(of: Byte.slash).map {
                source.id.utf8.index(after: $0) == source.id.utf8.endIndex
            } == true
    }

    /// `2024D40329`, `2025Z11547`, whole.
    private static func paper(_ text: Substring) -> String? {
        let signs = Array(text.utf8)
        guard signs.count == 10, signs[4] == UInt8(ascii: "D") || signs[4] == UInt8(ascii: "Z"),
            signs.indices.allSatisfy({ $0 == 4 || signs[$0].isDigit })
        else { return nil }
        return String(text)
    }

    private static let finder = CitationFinder(catalogue: .empty)

    private static func official(_ text: String) -> String? {
        guard let hyphen = text.firstIndex(of: "-"),
            ["kst", "ah", "h", "blg", "stb", "stcrt", "trb"].contains(text[..<hyphen]),
            finder.ids(in: text) == [text]
        else { return nil }
        return text
    }
}

/// An address cut at its signs: site, path and query.
private struct AddressParts {
    /// Without `www.`.
    let site: String
    /// From the site's first slash on.
    private let rest: Substring

    init(_ address: String) {
        let behind = Substring(address.utf8.behindScheme)
        let host = behind.prefix { $0 != "/" && $0 != "?" }
        site = String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
        rest = behind[host.endIndex...]
    }

    /// Most sites are looked at no further: cut only when asked for.
    var path: [Substring] { rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/") }
    var query: [Substring] { rest.drop { $0 != "?" }.dropFirst().split(separator: "&") }

    func value(of name: String) -> Substring? {
        query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
    }
}

extension OtherNames {
    /// Says of each citation of a letter which source it is.
    static func join(_ citations: inout [Citation], _ register: Register) {
        var addresses: [String: Set<String>] = [:]
        var hasSeveral = false
        for index in citations.indices {
            let source = citations[index].source
            citations[index].sameAs = citations[index].resolvesTo ?? document(at: source, register)
            guard source.kind.isAddress, citations[index].sameAs == nil, let shared = shared(by: source) else {
                continue
            }
            addresses[shared, default: []].insert(source.id)
            hasSeveral = hasSeveral || addresses[shared]?.count ?? 0 > 1
        }
        noteNumbersBeside(&citations)
        guard hasSeveral else { return }
        for index in citations.indices where citations[index].sameAs == nil {
            guard let shared = shared(by: citations[index].source), let all = addresses[shared], all.count > 1,
                let one = standing(for: all), one != citations[index].source.id
            else { continue }
            citations[index].sameAs = SourceID(one)
        }
    }
}

extension OtherNames {
    /// Beside it is in its sentence, or in the note of its sentence.
    private static func noteNumbersBeside(_ citations: inout [Citation]) {
        struct Said: Hashable {
            let source: SourceID
            let unit: UnitName
            let sentence: String
        }
        let wanted = Set(citations.lazy.compactMap(\.resolvesTo))
        guard !wanted.isEmpty else { return }
        var said: Set<Said> = []
        for citation in citations where wanted.contains(citation.source) {
            for sentence in [citation.sentence, citation.context].compactMap(\.self) {
                said.insert(Said(source: citation.source, unit: citation.place.unit, sentence: sentence))
            }
        }
        for index in citations.indices {
            guard let number = citations[index].resolvesTo else { continue }
            citations[index].isNumberedBeside = said.contains(
                Said(source: number, unit: citations[index].place.unit, sentence: citations[index].sentence))
        }
    }
}

extension String.UTF8View {
    /// What stands behind `https://`.
    fileprivate var behindScheme: Substring.UTF8View {
        for scheme in ["https://", "http://"] where starts(with: scheme.utf8) { return dropFirst(scheme.utf8.count) }
        return self[...]
    }
}

extension Substring.UTF8View {
    fileprivate func ends(with text: String) -> Bool {
        count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
