/// The theme as a style sheet, for paper and for a dark screen: one place says what a kind looks like.
enum ThemeStyle {
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
