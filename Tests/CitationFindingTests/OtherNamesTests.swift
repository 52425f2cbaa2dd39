import CitationFinding
import LetterFormats
import LetterReading
import Testing

/// What else a source is called: the document that an address shows, addresses that differ in nothing that matters.
@Suite struct OtherNamesTests {
    @Test(arguments: [
        ("https://www.tweedekamer.nl/downloads/document?id=2024D40329", "2024D40329"),
        ("https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?id=2025Z11547", "2025Z11547"),
        ("https://berthub.eu/tkconv/document.html?nummer=2024D40329", "2024D40329"),
        ("https://berthub.eu/tkconv/get/2024D40329", "2024D40329"),
        ("https://openkamer.org/kamerstuk/29924/143/", "kst-29924-143"),
        ("https://openkamer.org/kamerstuk/36600-VII/1", "kst-36600-VII-1"),
    ]) func addressesShowDocuments(_ address: String, _ id: String) {
        #expect(OtherNames.document(at: SourceID(address)) == SourceID(id))
    }

    /// Half a number, another site, another place in the address.
    @Test(arguments: [
        "https://www.tweedekamer.nl/downloads/document?id=2024D4032", "https://www.tweedekamer.nl/kamerleden?id=36",
        "https://www.waterbode.nl/document?id=2024D40329", "https://berthub.eu/articles/2024D40329",
        "https://openkamer.org/kamerstuk/29924/", "https://openkamer.org/persoon/29924/143",
        "https://repository.overheid.nl/frbr/sgd", "https://tweedekamer.nl.waterbode.nl/d?id=2024D40329",
    ]) func otherAddressesShowNone(_ address: String) {
        #expect(OtherNames.document(at: SourceID(address)) == nil)
    }

    /// On the publisher's own site, where the path's last part says the name and the edition and nothing else.
    @Test(arguments: [
        ("https://www.aivd.nl/documenten/2019/04/02/aivd-jaarverslag-2018", "report:aivd-jaarverslag-2018"),
        ("https://www.aivd.nl/onderwerpen/jaarverslag-2018", "report:aivd-jaarverslag-2018"),
        ("https://www.defensie.nl/downloads/mivd-openbaar-jaarverslag-2018.pdf", "report:mivd-jaarverslag-2018"),
        (
            "https://www.nctv.nl/dreigingsbeeld-terrorisme-nederland-december-2023",
            "report:dreigingsbeeld-terrorisme-nederland-2023-12"
        ),
        ("https://www.eeas.europa.eu/eeas/2nd-eeas-report-on-fimi-threats_en", "report:eeas-fimi-2024"),
        ("https://www.wrr.nl/publicaties/wrr-rapport-105", "report:wrr-rapport-105"),
    ]) func aPublishersAddressShowsItsReport(_ address: String, _ id: String) {
        #expect(OtherNames.document(at: SourceID(address)) == SourceID(id))
    }

    /// Another site, another paper about it, no edition, and a site that is not the publisher's name.
    @Test(arguments: [
        "https://www.waterbode.nl/aivd-jaarverslag-2018", "https://www.aivd.nl/toespraak-bij-het-aivd-jaarverslag-2018",
        "https://www.aivd.nl/onderwerpen/jaarverslag", "https://www.defensie.nl/jaarverslag-2018",
        "https://www.aivd.nl/aivd-jaarverslag-2018-engelse-samenvatting", "https://www.aivd.nl/2018",
        "https://www.aivd.nl/nieuws/jaarverslag-2018", "https://www.ctivd.nl/rapport-81.1",
        "https://www.aivd.nl/aivd-jaarverslag-2018/reacties", "https://www.nctv.nl/aivd-jaarverslag-2018",
    ]) func otherAddressesShowNoReport(_ address: String) {
        #expect(OtherNames.document(at: SourceID(address)) == nil)
    }

    @Test func addressesThatDifferInNothingShareAKey() {
        let same = [
            "http://www.waterbode.nl/peil/", "https://waterbode.nl/peil", "https://www.waterbode.nl/peil/index.html",
        ]
        #expect(Set(same.map { OtherNames.shared(by: SourceID($0)) }) == ["waterbode.nl/peil"])
        let others = [
            "https://waterbode.nl/Peil", "https://waterbode.nl/peil?jaar=2024", "https://m.waterbode.nl/peil",
        ]
        #expect(Set(others.map { OtherNames.shared(by: SourceID($0)) }).count == 3)
        #expect(OtherNames.shared(by: SourceID("kst-30821-230")) == nil)
        #expect(OtherNames.standing(for: same) == "https://waterbode.nl/peil")
        #expect(OtherNames.standing(for: same.reversed()) == "https://waterbode.nl/peil")
    }

    @Test func frontPagesHaveNoPath() {
        #expect(OtherNames.isFrontPage(SourceID("https://www.waterbode.nl/")))
        #expect(!OtherNames.isFrontPage(SourceID("https://www.waterbode.nl/peil")))
        #expect(!OtherNames.isFrontPage(SourceID("https://www.waterbode.nl/?p=3")))
    }

    @Test func aLetterSaysWhichOfItsAddressesAreOne() throws {
        let text =
            "Antwoord 1\nZie http://www.waterbode.nl/peil/ en https://waterbode.nl/peil, niet https://waterbode.nl/pomp."
        let letter = try LetterReader.read(Array(text.utf8), name: "a", file: "a.txt")
        let found = CitationFinder().find(in: letter).citations
        #expect(found.map { $0.sameAs?.id } == ["https://waterbode.nl/peil", nil, nil])
        #expect(found.map(\.source.id).first == "http://www.waterbode.nl/peil/")
    }
}
