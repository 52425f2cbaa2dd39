/// A treaty as the Tractatenblad has it: `Trb. 2008, 175`, `Tractatenblad 1951, nr. 131`.
enum Tractatenblad {
    static let bulletin = OfficialBulletin(slug: "trb", short: "Trb", full: "Tractatenblad", digits: 4)
    static let grammar = Grammar("Tractatenblad", anchors: ["trb", "tractatenblad"]) { bulletin.read(&$0) }
}

extension SourceKind {
    static let trb = SourceKind(
        name: "trb", summary: "a publication in the Tractatenblad", example: "Trb. 2008, 175",
        owns: { $0.hasPrefix("trb-") }, parent: none, page: official,
        label: { Tractatenblad.bulletin.label($0, $1) })
}
