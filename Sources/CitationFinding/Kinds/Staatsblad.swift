/// A law or decree as the Staatsblad has it: `Stb. 2011, 35`, `Staatsblad 2011, nr. 18`.
enum Staatsblad {
    static let bulletin = OfficialBulletin(slug: "stb", short: "Stb", full: "Staatsblad", digits: 4)
    static let grammar = Grammar(
        "Staatsblad", anchors: ["stb", "staatsblad"], mayBeHyphenated: true, read: { bulletin.read(&$0) })
}

extension SourceKind {
    static let stb = SourceKind(
        name: "stb", summary: "a publication in the Staatsblad", example: "Stb. 2011, 35",
        look: Look(shape: "house", fill: "#D8E8EE", line: "#2A6473", name: "Staatsblad"),
        bibliography: Bibliography("legislation", yearPart: 1),
        grammars: { _ in [Staatsblad.grammar] },
        owns: { $0.hasPrefix("stb-") }, page: official,
        label: { Staatsblad.bulletin.label($0, $1) }, isOfficialID: { Staatsblad.bulletin.isID($0) })
}
