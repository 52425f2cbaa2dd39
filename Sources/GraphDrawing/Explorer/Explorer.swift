import CExplorer
import Foundation

/// The explorer: one page that holds everything it needs, around the picture that Graphviz drew. It fetches nothing, and
/// its policy lets run the scripts that came with kvgraph alone.
public enum Explorer {
    /// The bytes of the page.
    /// - Parameters:
    ///   - svg: as `PictureFile` gives it.
    ///   - notes: what was left out of the picture.
    /// - Complexity: linear in what goes in.
    package static func page(title: String, svg: [UInt8], data: ExplorerData, notes: [String]) throws -> [UInt8] {
        let style = "\n" + ThemeStyle.css + text(kvgraph_explorer_style())
        let script = "\n(() => {\n'use strict';\n" + text(kvgraph_explorer_script()) + "})();\n"
        let policy =
            "default-src 'none'; script-src '\(SHA256.source(of: script))'; style-src '\(SHA256.source(of: style))'; "
            + "base-uri 'none'; form-action 'none'"
        let parts = [
            "policy": policy, "title": XMLText.escaped(title), "style": style, "script": script,
            "svg": drawing(svg), "data": try json(data), "notes": XMLText.escaped(notes.joined(separator: "\n")),
        ]
        return Array(filled(text(kvgraph_explorer_page()), parts).utf8)
    }

    /// The template with its places filled, in one pass: a letter may hold `{{script}}`.
    static func filled(_ template: String, _ parts: [String: String]) -> String {
        var result: [UInt8] = []
        var rest = Array(template.utf8)[...]
        while let opening = rest.first("{{"), let closing = rest[opening.upperBound...].first("}}") {
            result += rest[..<opening.lowerBound]
            let name = String(decoding: rest[opening.upperBound..<closing.lowerBound], as: UTF8.self)
            result += (parts[name] ?? "").utf8
            rest = rest[closing.upperBound...]
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    /// JSON in which nothing can end the element that it stands in.
    static func json(_ data: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var safe: [UInt8] = []
        for byte in try encoder.encode(data) {
            if byte == UInt8(ascii: "<") { safe += #"\u003C"#.utf8 } else { safe.append(byte) }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// The picture without what only a file of its own needs.
    private static func drawing(_ svg: [UInt8]) -> String {
        svg[...].first("<svg").map { String(decoding: svg[$0.lowerBound...], as: UTF8.self) } ?? ""
    }

    private static func text(_ start: UnsafePointer<CChar>?) -> String { start.map { String(cString: $0) } ?? "" }
}
