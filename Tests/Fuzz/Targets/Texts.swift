import Foundation
import GraphExchange

@testable import CitationFinding
@testable import GraphDrawing

/// Pieces of text: what `explain` is asked, addresses, and text on its way into DOT, SVG and exports.
extension FuzzTarget {
    private static let finder = CitationFinder()

    static let explain = FuzzTarget(name: "explain") { bytes in
        for attempt in finder.explain(String(decoding: bytes, as: UTF8.self)).attempts {
            precondition(!attempt.grammar.isEmpty)
        }
    }

    /// What is cleaned stays as it is when it is cleaned again, and may stand in a link.
    static let address = FuzzTarget(name: "address") { bytes in
        guard let cleaned = AddressCleaning.clean(bytes) else { return }
        precondition(cleaned.hasPrefix("http://") || cleaned.hasPrefix("https://"), "an address of the web")
        precondition(AddressCleaning.clean(Array(cleaned.utf8)) == cleaned, "cleaned once is cleaned: \(cleaned)")
        _ = AddressCleaning.identifier(cleaned)
        _ = (DOTText.address(cleaned), ExchangeText.link(cleaned))
    }

    static let escaping = FuzzTarget(name: "escaping") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        for quoted in [DOTText.name(text), DOTText.label(text), DOTText.tooltip(text)] {
            precondition(isOneString(quoted), "one string of DOT: \(quoted)")
        }
        if let address = DOTText.address(text) {
            precondition(isOneString(address) && !address.dropFirst().dropLast().utf8.contains(UInt8(ascii: "\"")))
        }
        let xml = XMLText.escaped(text)
        precondition(!xml.utf8.contains { "<>\"'".utf8.contains($0) || $0 < 0x20 && !"\t\n\r".utf8.contains($0) })
        let json = ExchangeText.of(text, in: .json)
        let parsed = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
        precondition(parsed as? String == text, "a string of JSON: \(json)")
        for target: ExchangeText.Target in [.xml, .html, .cell, .literal, .label] {
            _ = ExchangeText.of(text, in: target)
        }
        _ = (ExchangeText.link(text), ExchangeText.iri(text), ExchangeText.urn(text))
    }

    /// Whether the only quotation marks without a backslash are the first sign and the last.
    private static func isOneString(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return false }
        var isEscaped = false
        for byte in bytes.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\""), !isEscaped { return false }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return !isEscaped
    }
}
