import DossierRegister
import DutchText

/// Other names of a source: an address that is a document's, addresses that differ in nothing that matters.
public enum OtherNames {
    /// The document that an address shows, where the address says which: `tweedekamer.nl/downloads/document?id=2024D40329`,
    /// `berthub.eu/tkconv/document.html?nummer=2024D40329`, `openkamer.org/kamerstuk/29924/143`,
    /// `repository.overheid.nl/…/kst-30821-230.pdf`. Nil for every other source.
    public static func document(at address: SourceID, _ register: Register = .builtIn) -> SourceID? {
        // A number of the Tweede Kamer, where the register knows what it was published as.
        if address.kind.mayBePublished { return register.officialID(ofDocument: address.id).map { SourceID($0) } }
        guard address.kind.isAddress, let parts = AddressParts(address.id) else { return nil }
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
        default: id = nil
        }
        return id.map { register.officialID(ofDocument: $0) ?? $0 }.map { SourceID($0) }
    }

    /// What addresses share that differ only in scheme, `www.`, a closing slash or `index.html`; nil where it is no address.
    public static func shared(by source: SourceID) -> String? {
        guard source.kind.isAddress, let scheme = source.id.range(of: "://") else { return nil }
        var rest = source.id[scheme.upperBound...]
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        for ending in ["/index.html", "/index.htm", "/"] where rest.hasSuffix(ending) {
            rest = rest.dropLast(ending.count)
            break
        }
        return String(rest)
    }

    /// The one of several such addresses that stands for all: with `https`, then the shortest, then the first by its bytes.
    /// The order in which they come decides nothing.
    public static func standing(for addresses: some Sequence<String>) -> String? {
        func rank(_ address: String) -> (Int, Int, String) {
            (address.hasPrefix("https:") ? 0 : 1, address.utf8.count, address)
        }
        return addresses.min { rank($0) < rank($1) }
    }

    /// Whether an address has no path: the front page of a site.
    public static func isFrontPage(_ source: SourceID) -> Bool {
        source.kind.isAddress && AddressParts(source.id).map { $0.path.isEmpty && $0.query.isEmpty } == true
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
    let path: [Substring]
    let query: [Substring]

    init?(_ address: String) {
        guard let scheme = address.range(of: "://") else { return nil }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        site = String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
        let behind = rest[host.endIndex...]
        path = behind.prefix { $0 != "?" }.split(separator: "/")
        query = behind.drop { $0 != "?" }.dropFirst().split(separator: "&")
    }

    func value(of name: String) -> Substring? {
        query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
    }
}

extension OtherNames {
    /// Says of each citation of a letter which source it is.
    static func join(_ citations: inout [Citation]) {
        var addresses: [String: Set<String>] = [:]
        for index in citations.indices {
            citations[index].sameAs = citations[index].resolvesTo ?? document(at: citations[index].source)
            if citations[index].sameAs == nil, let shared = shared(by: citations[index].source) {
                addresses[shared, default: []].insert(citations[index].source.id)
            }
        }
        let several = addresses.filter { $0.value.count > 1 }
        guard !several.isEmpty else { return }
        for index in citations.indices where citations[index].sameAs == nil {
            guard let shared = shared(by: citations[index].source), let all = several[shared],
                let one = standing(for: all), one != citations[index].source.id
            else { continue }
            citations[index].sameAs = SourceID(one)
        }
    }
}
