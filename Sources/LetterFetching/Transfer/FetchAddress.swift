import DutchText

/// An address of the web that is asked for, taken apart as far as it takes to know whose it is:
/// `https://repository.overheid.nl/sru?operation=…`. Signs that two readers of addresses might take for different things
/// make it none.
public struct FetchAddress: Sendable, Hashable, CustomStringConvertible {
    public let isProtected: Bool
    /// In small letters, without brackets: `repository.overheid.nl`, `127.0.0.1`, `::1`.
    public let host: String
    public let port: Int
    /// As it is asked for.
    public let description: String
    /// `https://repository.overheid.nl`, as it was written.
    private let origin: String

    /// Nil for what is no plain address of http or https.
    public init?(_ text: String) {
        let signs = Array(text.utf8)
        guard signs.count < 8000, signs.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }),
            let colon = text.range(of: "://")
        else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        isProtected = scheme == "https"
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        // Who is asked stands in no address of these services: `https://repository.overheid.nl@elsewhere.example/`.
        guard !authority.contains("@"), let (host, port) = Self.parts(authority) else { return nil }
        self.host = host
        self.port = port ?? (isProtected ? 443 : 80)
        origin = String(text[..<authority.endIndex])
        description = String(text.prefix { $0 != "#" })
    }

    /// `example.org:8080`, `[::1]:8080` → the host and the port.
    private static func parts(_ authority: Substring) -> (String, Int?)? {
        let isBracketed = authority.hasPrefix("[")
        let end = isBracketed ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":") ?? authority.endIndex
        guard let end else { return nil }
        let host = authority[(isBracketed ? authority.index(after: authority.startIndex) : authority.startIndex)..<end]
        let tail = authority[(isBracketed ? authority.index(after: end) : end)...]
        let isName = host.utf8.allSatisfy { sign in
            (0x30...0x39).contains(sign) || (0x61...0x7A).contains(sign | 0x20) || sign == 0x2D || sign == 0x2E
                || (isBracketed && sign == 0x3A)
        }
        guard !host.isEmpty, isName else { return nil }
        if tail.isEmpty { return (host.lowercased(), nil) }
        guard tail.first == ":", let port = Int(tail.dropFirst()), (1...65535).contains(port) else { return nil }
        return (host.lowercased(), port)
    }

    /// For messages: without its query, which says little to people.
    public var place: String { String(description.prefix { $0 != "?" }) }

    /// Whether it is this computer itself: no proxy stands between.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1"
            || (host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) })
    }

    /// Whether another address may be asked in the place of this one: the same host, on the same port or from http to https.
    public func allows(_ other: FetchAddress) -> Bool {
        guard host == other.host else { return false }
        if isProtected == other.isProtected { return port == other.port }
        return !isProtected && port == 80 && other.port == 443
    }

    /// Where a link in an answer of this address leads: `/sru?…` or a whole address.
    public func link(_ text: String) -> FetchAddress? {
        if text.hasPrefix("//") { return FetchAddress((isProtected ? "https:" : "http:") + text) }
        if text.hasPrefix("/") { return FetchAddress(origin + text) }
        if text.prefix(while: { !"/?".contains($0) }).contains(":") { return FetchAddress(text) }
        let path = description.dropFirst(origin.count).prefix { $0 != "?" }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return FetchAddress(origin + folder + text)
    }

    /// What a query may hold: all but letters, digits and a few signs as `%` and two digits.
    public static func encoded(_ text: String, keeping: String = "") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            if isPlain || "-._~".utf8.contains(byte) || keeping.utf8.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
