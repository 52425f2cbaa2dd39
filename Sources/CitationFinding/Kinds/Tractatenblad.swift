/// A treaty as the Tractatenblad has it: `Trb. 2008, 175`, `Tractatenblad 1951, nr. 131`.
enum Tractatenblad {
    static let bulletin = OfficialBulletin(slug: "trb", short: "Trb", full: "Tractatenblad", digits: 4)
    static let grammar = Grammar(
        "Tractatenblad", anchors: ["trb", "tractatenblad"], mayBeHyphenated: true, read: { bulletin.read(&$0) })
}

extension SourceKind {
    static let trb = SourceKind(
        name: "trb", summary: "a publication in the Tractatenblad", example: "Trb. 2008, 175",
        look: Look(shape: "trapezium", fill: "#E8F0EE", line: "#4F7F76", name: "Tractatenblad"),
        bibliography: Bibliography("treaty", yearPart: 1),
        grammars: { _ in [Tractatenblad.grammar] },
        owns: { $0.hasPrefix("trb-") }, page: official,
        label: { Tractatenblad.bulletin.label($0, $1) }, isOfficialID: { Tractatenblad.bulletin.isID($0) })
}
