import Foundation

/// What a browser asks: the first lines of an HTTP request, as far as a server of pages needs them (RFC 9112).
///
///     RequestHead(Array("GET /find?q=a+b HTTP/1.1\r\nHost: localhost:8035\r\n\r\n".utf8))
struct RequestHead: Equatable {
    /// The bytes that a request may have before its body; a browser sends some hundred.
    static let most = 16 << 10

    let method: String
    /// Decoded: `/around/kst-35165-97`.
    let path: String
    /// What stands behind `?`, decoded as forms are; of two with one name the first.
    let words: [String: String]
    /// The same for two requests that ask the same.
    var address: String {
        ([path] + words.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }).map { "\($0.utf8.count) \($0)" }
            .joined()
    }
    /// Nil where there is none, or more than one: then nobody can say who is asked.
    let host: String?

    /// - Parameter bytes: up to the blank line that ends the head, or further.
    /// - Returns: nil for what is no request of HTTP/1.
    /// - Complexity: linear in the bytes.
    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        let parts = (lines.first ?? []).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy({ (0x41...0x5A).contains($0) }),
            parts[2].starts(with: "HTTP/1.".utf8), parts[2].count == 8, parts[1].first == UInt8(ascii: "/")
        else { return nil }
        let target = parts[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = Self.decoded(target[0], isForm: false) else { return nil }
        method = String(decoding: parts[0], as: UTF8.self)
        self.path = path
        var words: [String: String] = [:]
        for word in (target.count > 1 ? target[1] : []).split(separator: UInt8(ascii: "&")) {
            let sides = word.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0], isForm: true),
                let value = Self.decoded(sides.count > 1 ? sides[1] : [], isForm: true)
            else { return nil }
            if words[name] == nil { words[name] = value }
        }
        self.words = words
        var hosts: [String] = []
        for line in lines.dropFirst() {
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            guard String(decoding: line[..<colon], as: UTF8.self).lowercased() == "host" else { continue }
            hosts.append(
                String(decoding: line[line.index(after: colon)...], as: UTF8.self).trimmingCharacters(in: .whitespaces))
        }
        host = hosts.count == 1 ? hosts[0] : nil
    }

    /// Where the blank line ends that ends the head, or nil where it has not come yet.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var place = max(0, start - 3)
        while let line = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
            let rest = bytes[(line + 1)...].prefix(2)
            if rest.first == UInt8(ascii: "\n") { return line + 2 }
            if rest.elementsEqual("\r\n".utf8) { return line + 3 }
            place = line + 1
        }
        return nil
    }

    /// - Parameter isForm: whether a plus stands for a blank.
    /// - Returns: nil for what is no UTF-8.
    private static func decoded(_ bytes: ArraySlice<UInt8>, isForm: Bool) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first?.hexDigit, let low = rest.dropFirst().first?.hexDigit {
                text.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                text.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: text, as: UTF8.self)
    }
}

extension UInt8 {
    /// `a` → 10; nil for what is no digit of a hexadecimal number.
    fileprivate var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
