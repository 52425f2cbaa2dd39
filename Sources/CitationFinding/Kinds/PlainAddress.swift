import DutchText
import LetterReading

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

    private static func host(_ raw: ArraySlice<UInt8>, isSecure: Bool) -> [UInt8]? {
        var host = raw.map(\.lowered)
        if let port = host.lastIndex(of: Byte.colon) {
            let number = host[(port + 1)...]
            if number.isEmpty || number.elementsEqual((isSecure ? "443" : "80").utf8) { host.removeSubrange(port...) }
        }
        while host.last == Byte.dot { host.removeLast() }
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
