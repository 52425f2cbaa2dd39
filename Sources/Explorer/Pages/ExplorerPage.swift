import CExplorer
import Foundation
import GraphDrawing
import Wording

/// The explorer: one page that holds everything it needs, around the picture that Graphviz drew. It fetches nothing, and
/// its policy lets run the scripts that came with kvgraph alone.
public enum ExplorerPage {
    /// The page of a picture, and what Graphviz remarks on it.
    /// - Parameters:
    ///   - plan: what is drawn.
    ///   - request: what was asked for.
    ///   - graphs: the store's graphs, read once.
    /// - Throws: `GraphvizFailure`, or an error of the store.
    public static func page(
        _ plan: PicturePlan, _ request: PictureRequest, _ graphs: GraphCache
    ) throws -> Picture {
        try page(plan, request, graphs, served: nil)
    }

    /// The same for a server, which can draw others.
    static func page(
        _ plan: PicturePlan, _ request: PictureRequest, _ graphs: GraphCache,
        served: (filters: ServedFilters, store: ServedStore)?
    ) throws -> Picture {
        let (explored, whole) = try plan.forExplorer(request, graphs)
        var data = try ExplorerDataReader.data(
            explored, explored.drawn, ExplorerLists(whole, isServed: served != nil), part: request.selection.units,
            request.language, graphs)
        data.served = served?.filters
        data.facets =
            try served?.store.facets
            ?? ExplorerFacet.held(
                graphs.store.facts(of: data.letters.map(\.name)), request.language)
        data.letterStored = try graphs.store.extent().letters
        data.least = request.minLetters ?? 1
        let picture = try explored.picture(.svg)
        let bytes = try page(
            title: explored.options.title, svg: picture.bytes, data: data, notes: explored.notes,
            in: request.language)
        return Picture(bytes: bytes, warnings: picture.warnings)
    }

    /// The bytes of a page.
    /// - Parameters:
    ///   - svg: as `PictureFile` gives it.
    ///   - notes: what was left out of the picture.
    /// - Complexity: linear in what goes in.
    static func page(
        title: String, svg: [UInt8], data: ExplorerData, notes: [Phrase], in language: Language = .english
    ) throws -> [UInt8] {
        let style = "\n" + ThemeStyle.css + text(kvgraph_explorer_style())
        let script = "\n(() => {\n'use strict';\n" + text(kvgraph_explorer_script()) + "})();\n"
        let policy =
            "default-src 'none'; script-src '\(SHA256.source(of: script))'; style-src '\(SHA256.source(of: style))'; "
            + "img-src blob:; base-uri 'none'; form-action 'none'"
        let parts = [
            "policy": policy, "title": XMLText.escaped(title), "style": style, "script": script,
            "svg": drawing(svg), "data": try json(data),
            "notes": XMLText.escaped(language.text(notes.joined(separator: "\n"))), "lang": language.rawValue,
            "home": data.served == nil
                ? "" : "<a class=\"home\" href=\"/\">\(XMLText.escaped(language.text("The whole store")))</a>",
        ]
        return Array(
            filled(text(kvgraph_explorer_page())) { name in
                name.hasPrefix("say ")
                    ? XMLText.escaped(language.pageWords(String(name.dropFirst(4)))) : parts[name] ?? ""
            }.utf8)
    }

    /// The template with its places filled, in one pass: a letter may hold `{{script}}`.
    static func filled(_ template: String, _ part: (String) -> String) -> String {
        var result: [UInt8] = []
        var rest = Array(template.utf8)[...]
        while let opening = rest.first("{{"), let closing = rest[opening.upperBound...].first("}}") {
            result += rest[..<opening.lowerBound]
            let name = String(decoding: rest[opening.upperBound..<closing.lowerBound], as: UTF8.self)
            result += part(name).utf8
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

/// The theme as a style sheet, for paper and for a dark screen: one place says what a kind looks like.
private enum ThemeStyle {
    static let css: String = {
        var rules = [":root {\n  color-scheme: light dark;"]
        let (light, dark) = (ColourScheme.light, ColourScheme.dark)
        for (name, key) in [
            ("ground", \ColourScheme.ground), ("text", \.text), ("quiet", \.quietText), ("box", \.box),
            ("panel", \.boxFill), ("shared-edge", \.sharedEdge), ("plain-edge", \.plainEdge),
            ("reference-edge", \.referenceEdge),
        ] as [(String, KeyPath<ColourScheme, Colour>)] {
            rules.append("  --\(name): \(either(light[keyPath: key], dark[keyPath: key]));")
        }
        rules += [
            "  --link: light-dark(#0B5CAD, #8CC4FF);", "  --focus: light-dark(#C2410C, #FFB454);",
            "  --mark: light-dark(#FFF0B3, #55470F);", "  --faint: light-dark(#DDDDDD, #33383E);", "}",
        ]
        let kinds = [("letter", Theme.letter), ("answer", Theme.answer)] + Theme.kinds.map { ($0.kind, $0.style) }
        for (kind, style) in kinds {
            rules.append(
                ".\(kind) { --fill: \(either(style.fill(.light), style.fill(.dark))); --line: \(either(style.line(.light), style.line(.dark))); }"
            )
            // Underlined, as links are; Graphviz draws no border either.
            if style.shape == "underline" { rules.append(".node.\(kind) polygon { stroke: none; }") }
        }
        let other = Theme.style(of: "")
        rules.insert(
            ".node { --fill: \(either(other.fill(.light), other.fill(.dark))); --line: \(either(other.line(.light), other.line(.dark))); }",
            at: rules.count - kinds.count)
        return rules.joined(separator: "\n") + "\n"
    }()

    private static func either(_ light: Colour, _ dark: Colour) -> String { "light-dark(\(light), \(dark))" }
}
