import Foundation
import LetterCollection
import Support
import Testing

@testable import LetterFetching

/// What the services really said, where it lies beside the checkout: every row is read, and nothing of it is lost.
@Suite(.enabled(if: Repository.exists("../shared/recorded"), "../shared/recorded is not beside the checkout"))
struct RecordedTests {
    private static func bytes(_ path: String) throws -> [UInt8] { try Repository.bytes("../shared/recorded/\(path)") }
    private static let koop = FetchAddress(LetterFetch.koopAddress)
    private static let tweedeKamer = FetchAddress(LetterFetch.tweedeKamerAddress)

    /// The rows were kept without the page around them.
    private static func rows(_ path: String) throws -> [ODataDocument] {
        let text = String(decoding: try bytes("odata/\(path)"), as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let page = text.hasPrefix("[") ? "{\"value\": \(text)}" : text
        return try ODataPage(Array(page.utf8), from: #require(tweedeKamer)).rows.map {
            ODataDocument(row: $0, names: .v4)
        }
    }

    @Test func answersAreRead() throws {
        let base = try #require(Self.tweedeKamer)
        let rows = try Self.rows("answers_400.json")
        let letters = rows.compactMap { $0.letter(at: base) }
        #expect(rows.count == 400 && letters.count == 400)
        // Two have no number in the Aanhangsel, and one of them is an old Word file.
        #expect(letters.count { $0.id.hasPrefix("ah-tk-") } == 398)
        #expect(letters.count { $0.files.map(\.format) == [.doc] } == 1)
        #expect(
            letters.allSatisfy {
                $0.date != nil && !$0.title.isEmpty && $0.version != nil
                    && $0.names.count == ($0.id.hasPrefix("ah-") ? 2 : 1)
            })
    }

    @Test func aPageWithTombstonesIsRead() throws {
        let rows = try Self.rows("document_page_168_fullterm_20251003_000450.json")
        #expect(rows.count == 250 && rows.count(where: \.isDeleted) == 63)
        let base = try #require(Self.tweedeKamer)
        #expect(rows.count { $0.letter(at: base) != nil } == 187)
        #expect(rows.allSatisfy { $0.ownID != nil })
    }

    @Test func publicationsAreSeen() throws {
        let bytes = try Self.bytes("odata/zaak_0006f304-7f6f-45f7-923e-9975c29d77c6.expand_document_publicatie.json")
        let base = try #require(Self.tweedeKamer)
        let zaak = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let document = try #require(ODataRow(zaak).rows("Document").map { ODataDocument(row: $0, names: .v4) }.first)
        let letter = try #require(document.letter(at: base))
        #expect(document.official == "kst-19637-3384" && letter.files.map(\.format) == [.xml, .pdf])
        #expect(
            letter.files[0].address.description.hasSuffix(
                "/DocumentPublicatie(dfd9c46a-efb8-4f72-ac8d-47947e562944)/Resource"))
    }

    /// The Tweede Kamer's feed of all changes is asked for by nothing here: it takes no date and no kind of document. Where it
    /// comes instead of a list, it is no list.
    @Test func theFeedIsNoList() throws {
        let feed = try Self.bytes("syncfeed/activiteit_feed.xml")
        let (koop, tweedeKamer) = (try #require(Self.koop), try #require(Self.tweedeKamer))
        #expect(throws: FetchFault.self) { try SRUAnswer(feed, from: koop) }
        #expect(throws: FetchFault.self) { try ODataPage(feed, from: tweedeKamer) }
    }

    @Test func recordsAreRead() throws {
        let base = try #require(Self.koop)
        let page = try SRUAnswer(try Self.bytes("sru/lawgraph_sru_eerstekamer_kamerstukken_page.xml"), from: base)
        #expect(page.count == 4 && page.next == nil)
        #expect(page.records.map(\.identifier) == ["kst-1259252", "kst-36867-A", "kst-36867-B", "kst-36867-C"])
        #expect(page.records.map(\.date) == ["2026-07-03", "2026-06-09", "2026-06-10", "2026-06-30"])
        #expect(page.records[2].first(KoopNames.Field.titles)?.hasPrefix("Brief van de staatssecretaris") == true)
        #expect(page.records.allSatisfy { $0.letter(at: base) == nil })
    }

    @Test func aLetterIsRead() throws {
        let base = try #require(Self.koop)
        let record = String(decoding: try Self.bytes("sru/nlgovmcp_aanhangsel.record.xml"), as: UTF8.self)
        let text = "<searchRetrieveResponse><records>\(record)</records></searchRetrieveResponse>"
        let letter = try #require(try SRUAnswer(Array(text.utf8), from: base).records.first?.letter(at: base))
        #expect(letter.id == "ah-tk-20192020-4046" && letter.aliases == [] && letter.zaken == ["2020Z14131"])
        #expect(
            letter.date == "2020-09-08" && letter.session == "2019-2020"
                && letter.title == "Antwoord op vragen over afvalinzameling")
        // It names no files: the usual places.
        #expect(letter.files.map(\.format) == [.xml, .pdf])
        #expect(
            letter.files[0].address.description
                == "https://repository.overheid.nl/frbr/officielepublicaties/ah-tk/20192020/ah-tk-20192020-4046/1/xml/ah-tk-20192020-4046.xml"
        )
    }

    /// A record of another register, without namespaces: all its facts, and a file in each form.
    @Test func aRecordOfAnotherSortIsRead() throws {
        let base = try #require(Self.koop)
        let record = String(decoding: try Self.bytes("sru/wetsuite_gmb-2023-174296.record.xml"), as: UTF8.self)
        let text = "<searchRetrieveResponse><records>\(record.drop { $0 != "<" })</records></searchRetrieveResponse>"
        let found = try #require(try SRUAnswer(Array(text.utf8), from: base).records.first)
        #expect(found.identifier == "gmb-2023-174296" && found.date != nil && found.letter(at: base) == nil)
        #expect(found.first(KoopNames.Field.titles)?.isEmpty == false)
    }

    /// Both forms of the metadata beside a publication say the same.
    @Test func metadataAreRead() throws {
        let folder = try TemporaryFolder()
        for file in ["metadata.xml", "metadata_owms.xml"] {
            let bytes = try Self.bytes("metadata/gmb-2024-216934.\(file)")
            let copy = folder.url.appending(path: "gmb-2024-216934.\(file)")
            try Data(bytes).write(to: copy)
            let record = try #require(FetchedRecord.beside(folder.url.appending(path: "gmb-2024-216934.pdf").path))
            #expect(record.id == "gmb-2024-216934" && record.kind == "Gemeenteblad" && record.sender == "Reimerswaal")
            #expect(record.title?.hasSuffix("Hogeweg 15 in Yerseke") == true && record.zaken == [])
            try FileManager.default.removeItem(at: copy)
        }
    }

    @Test func aComplaintIsRead() throws {
        let base = try #require(Self.koop)
        #expect(throws: FetchFault.refusedQuery(LetterFetch.koopAddress, message: "unknown prefix dcterms")) {
            _ = try SRUAnswer(try Self.bytes("sru/lawgraph_sru_unknown_index_diagnostic.xml"), from: base)
        }
    }

    @Test func publicationsAreWhole() throws {
        for file in try FileManager.default.contentsOfDirectory(
            atPath: Repository.file("../shared/recorded/officiele-publicatie").path)
        {
            let bytes = try Self.bytes("officiele-publicatie/\(file)")
            #expect(FileCheck.format(bytes) == .xml && FileCheck.isWhole(bytes, .xml))
            #expect(!FileCheck.isWhole(Array(bytes.dropLast(20)), .xml))
        }
    }
}
