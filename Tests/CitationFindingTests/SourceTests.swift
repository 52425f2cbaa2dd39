import CitationFinding
import Testing

/// What an id alone says: kind, parent, page, and how people write it.
@Suite struct SourceTests {
    @Test(
        arguments: [
            (
                "kst-30821-230", "kamerstuk", "dossier-30821", "30 821, nr. 230",
                "https://zoek.officielebekendmakingen.nl/kst-30821-230.html"
            ),
            (
                "kst-36600-VII-1", "kamerstuk", "dossier-36600-VII", "36 600 VII, nr. 1",
                "https://zoek.officielebekendmakingen.nl/kst-36600-VII-1.html"
            ),
            (
                "kst-21501-02-2733", "kamerstuk", "dossier-21501-02", "21 501-02, nr. 2733",
                "https://zoek.officielebekendmakingen.nl/kst-21501-02-2733.html"
            ),
            (
                "kst-35673-B", "kamerstuk", "dossier-35673", "35 673, B",
                "https://zoek.officielebekendmakingen.nl/kst-35673-B.html"
            ),
            (
                "kst-20082009-31145-C", "kamerstuk", "dossier-31145", "31 145, C",
                "https://zoek.officielebekendmakingen.nl/kst-20082009-31145-C.html"
            ),
            (
                "dossier-36410-XIII", "dossier", nil, "36 410 XIII",
                "https://zoek.officielebekendmakingen.nl/dossier/36410-XIII"
            ),
            (
                "ah-tk-20232024-964", "aanhangsel", nil, "Aanhangsel 2023-2024, nr. 964",
                "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-964.html"
            ),
            (
                "h-tk-20182019-62-5", "handelingen", nil, "Handelingen 2018-2019, nr. 62, item 5",
                "https://zoek.officielebekendmakingen.nl/h-tk-20182019-62-5.html"
            ),
            ("2025Z11547", "zaak", nil, "2025Z11547", "https://zoek.officielebekendmakingen.nl/kv-tk-2025Z11547.html"),
            (
                "2024D40329", "document", nil, "2024D40329",
                "https://www.tweedekamer.nl/kamerstukken/detail?id=2024D40329&did=2024D40329"
            ),
            (
                "report:aivd-jaarverslag-2024", "report", "report:aivd-jaarverslag", "AIVD jaarverslag 2024",
                "https://www.aivd.nl/onderwerpen/jaarverslagen"
            ),
            (
                "report:aivd-jaarverslag", "report", nil, "AIVD jaarverslag",
                "https://www.aivd.nl/onderwerpen/jaarverslagen"
            ),
            ("https://disinfocode.eu/", "url", nil, "disinfocode.eu/", "https://disinfocode.eu/"),
            ("#A8+9", "crossref", nil, "#A8+9", nil),
        ] as [(String, String, String?, String, String?)])
    func anIdSaysWhatItIs(_ id: String, _ kind: String, _ parent: String?, _ label: String, _ page: String?) {
        let source = Source(SourceID(id))
        #expect(source.id.kind.name == kind)
        #expect(source.parent?.id == parent)
        #expect(source.label == label)
        #expect(source.page == page)
    }
}
