import DutchText
import LetterReading

/// An address as written → its canonical form, so that one page is one source: scheme and host in small letters, the
/// default port, the fragment and tracking parameters dropped, a path-less one ends in `/`.
enum AddressCleaning {
    /// - Returns: nil when there is no host that could be one.
    static func clean(_ raw: [UInt8]) -> String? {
        if raw.allSatisfy({ $0 < 0x80 }) { return PlainAddress.clean(raw) }
        // Signs of ASCII, also where an accent stands behind one: `/` with it is no `/` to a Character.
        let text = String(decoding: raw, as: UTF8.self)
        let scheme = raw.starts(with: "https:".utf8, by: { $0.lowered == $1 }) ? "https" : "http"
        var rest = text.utf8[...]
        if raw.starts(with: "http".utf8, by: { $0.lowered == $1 }), let colon = rest.firstIndex(of: Byte.colon) {
            rest = rest[rest.index(after: colon)...].drop { $0 == Byte.slash }
        }
        let hostEnd = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        guard let host = host(Substring(rest[..<hostEnd]), scheme: scheme) else { return nil }
        return "\(scheme)://\(host)" + withoutTracking(String(Substring(rest[hostEnd...].prefix { $0 != Byte.hash })))
    }

    private static func host(_ text: Substring, scheme: String) -> String? {
        var host = text.lowercased()
        let empty = [".", ":", scheme == "https" ? ":443" : ":80"]
        while let tail = empty.first(where: host.hasSuffix) { host.removeLast(tail.count) }
        let name = host.split(separator: ":").first ?? ""
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy(opensWithSign), let last = labels.last, last.count > 1,
            last.allSatisfy(\.isLetter),
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" })
        else { return nil }
        return host
    }

    /// An accent alone opens no name of a host: what is written before it would bear it.
    private static func opensWithSign(_ label: Substring) -> Bool {
        guard let first = label.unicodeScalars.first else { return false }
        return ![.nonspacingMark, .spacingMark, .enclosingMark].contains(first.properties.generalCategory)
    }

    static func withoutTracking(_ path: String) -> String {
        let signs = path.utf8
        guard let mark = signs.firstIndex(of: Byte.question) else { return signs.isEmpty ? "/" : path }
        let query = signs[signs.index(after: mark)...].split(separator: UInt8(ascii: "&"))
        let kept = query.map { String(Substring($0)) }.filter { parameter in
            let name = String(Substring(parameter.utf8.prefix { $0 != Byte.equals })).lowercased()
            return !name.hasPrefix("utm_") && !name.utf8.isOne(of: ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"])
        }
        let head = String(Substring(signs[..<mark]))
        return (head.isEmpty ? "/" : head) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// Whether nothing but a host is left.
    static func isHostOnly(_ address: String) -> Bool { address.hasSuffix("/") && address.count { $0 == "/" } == 3 }

    /// The identifier an address stands for: of a document in the official publications, at the Tweede Kamer, of
    /// a judgment, or of a document of the European Union.
    static func identifier(_ address: String) -> String? {
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count == 3 else { return nil }
        let host = parts[1]
        if host == "officielebekendmakingen.nl" || host.hasSuffix(".officielebekendmakingen.nl") {
            return official(parts[2])
        }
        if host == "repository.overheid.nl" { return stored(parts[2]) }
        if host == "tweedekamer.nl" || host.hasSuffix(".tweedekamer.nl") { return document(parts[2]) }
        if host == "wetten.overheid.nl" || host == "wetten.nl" { return LawAddress.identifier(parts[2]) }
        if host == "rechtspraak.nl" || host.hasSuffix(".rechtspraak.nl") { return ECLI.identifier(parts[2]) }
        return EuropeanAddress.identifier(host: host, parts[2])
    }

    private static func official(_ path: Substring) -> String? {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/")
        guard let last = pieces.last else { return nil }
        // `dossier/29282/kst-29282-500` is the document.
        if let id = OfficialID.canonical(String(last.prefix { $0 != "." })) { return id }
        if pieces.count > 1, pieces[0] == "dossier", pieces[1].first?.isNumber == true { return "dossier-" + pieces[1] }
        return nil
    }

    /// `frbr/officielepublicaties/kst/29282/kst-29282-500/1/pdf/kst-29282-500.pdf`
    private static func stored(_ path: Substring) -> String? {
        for piece in path.prefix(while: { $0 != "?" }).split(separator: "/").reversed() {
            if let id = OfficialID.canonical(String(piece.prefix { $0 != "." })) { return id }
        }
        return nil
    }

    private static func document(_ path: Substring) -> String? {
        guard let mark = path.firstIndex(of: "?") else { return nil }
        for parameter in path[path.index(after: mark)...].split(separator: "&")
        where parameter.lowercased().hasPrefix("did=") {
            let number = parameter.dropFirst(4).uppercased()
            if ZaakAndDocument.isNumber(number, "D") { return number }
        }
        return nil
    }
}

/// `AddressCleaning` for an address of ASCII alone, as nearly all are: the same rules, byte by byte.
enum PlainAddress {
    static func clean(_ raw: [UInt8]) -> String? {
        let isSecure = opens(raw, with: "https:")
        var start = 0
        if opens(raw, with: "http"), let colon = raw.firstIndex(of: Byte.colon) {
            start = raw[(colon + 1)...].firstIndex { $0 != Byte.slash } ?? raw.count
        }
        let hostEnd =
            raw[start...].firstIndex { $0 == Byte.slash || $0 == Byte.question || $0 == Byte.hash } ?? raw.count
        guard let host = host(raw[start..<hostEnd], isSecure: isSecure) else { return nil }
        let pathEnd = raw[hostEnd...].firstIndex(of: Byte.hash) ?? raw.count
        let address = Array((isSecure ? "https://" : "http://").utf8) + host
        let path = raw[hostEnd..<pathEnd]
        if path.contains(Byte.question) {
            let kept = AddressCleaning.withoutTracking(String(decoding: path, as: UTF8.self))
            return String(decoding: address, as: UTF8.self) + kept
        }
        return String(decoding: path.isEmpty ? address + [Byte.slash] : address + path, as: UTF8.self)
    }

    private static func opens(_ raw: [UInt8], with text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            raw.count >= wanted.count && wanted.indices.allSatisfy { raw[$0].lowered == wanted[$0] }
        }
    }

    /// Where a host ends in a dot, or in a port that says nothing.
    private static func emptyTail(of host: [UInt8], isSecure: Bool) -> Int? {
        if host.last == Byte.dot { return host.count - 1 }
        guard let port = host.lastIndex(of: Byte.colon) else { return nil }
        let number = host[(port + 1)...]
        return number.isEmpty || number.elementsEqual((isSecure ? "443" : "80").utf8) ? port : nil
    }

    private static func host(_ raw: ArraySlice<UInt8>, isSecure: Bool) -> [UInt8]? {
        var host = raw.map(\.lowered)
        while let tail = emptyTail(of: host, isSecure: isSecure) { host.removeSubrange(tail...) }
        let name = host.drop { $0 == Byte.colon }.prefix { $0 != Byte.colon }
        let labels = name.split(separator: Byte.dot, omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last, last.count > 1,
            last.allSatisfy(\.isASCIILetter),
            name.allSatisfy({
                $0.isASCIILetter || $0.isDigit || $0 == Byte.hyphen || $0 == Byte.dot || $0 == Byte.underscore
            })
        else { return nil }
        return host
    }
}
