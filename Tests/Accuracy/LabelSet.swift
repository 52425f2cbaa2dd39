import Support

/// A set of letters labelled by hand, with the kinds that were labelled in it; others are listed nowhere.
struct LabelSet {
    let name: String
    let path: String
    let kinds: Set<String>

    private static let numbered: Set = [
        "kamerstuk", "dossier", "aanhangsel", "document", "zaak", "url", "crossref", "ecli",
    ]

    static let all = [
        LabelSet(
            name: "seeds", path: "Tests/Gold/seeds.tsv",
            kinds: ["kamerstuk", "aanhangsel", "report", "url", "crossref", "law", "zaak"]),
        LabelSet(name: "letters", path: "../shared/gold/letters.tsv", kinds: numbered),
        LabelSet(name: "more-letters", path: "../shared/gold/more-letters.tsv", kinds: numbered),
        LabelSet(
            name: "other-letters", path: "Tests/Gold/other-letters.tsv",
            kinds: numbered.union(["handelingen", "stb", "stcrt"])),
    ]

    /// Nil where the file is not there.
    func table() throws -> GoldTable? { Repository.exists(path) ? try GoldTable(path) : nil }
}
