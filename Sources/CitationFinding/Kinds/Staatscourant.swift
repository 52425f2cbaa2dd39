/// A publication in the Staatscourant: `Stcrt. 2020, nr. 68088`, `Staatscourant 2015, 10247`.
enum Staatscourant {
    static let bulletin = OfficialBulletin(slug: "stcrt", short: "Stcrt", full: "Staatscourant", digits: 6)
    static let grammar = Grammar(
        "Staatscourant", anchors: ["stcrt", "staatscourant"], mayBeHyphenated: true, read: { bulletin.read(&$0) })
}

extension SourceKind {
    static let stcrt = SourceKind(
        name: "stcrt", summary: "a publication in the Staatscourant", example: "Stcrt. 2020, nr. 68088",
        look: Look(shape: "invhouse", fill: "#E0ECF0", line: "#3B7D8C", name: "Staatscourant"),
        bibliography: Bibliography("legislation", yearPart: 1),
        grammars: { _ in [Staatscourant.grammar] },
        owns: { $0.hasPrefix("stcrt-") }, page: official,
        label: { Staatscourant.bulletin.label($0, $1) }, isOfficialID: { Staatscourant.bulletin.isID($0) })
}
