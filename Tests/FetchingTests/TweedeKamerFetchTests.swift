import DossierRegister
import Foundation
import LetterCollection
import Support
import Testing

@testable import LetterFetching

/// Letters and titles from open data of the Tweede Kamer’s sort.
@Suite struct TweedeKamerFetchTests {
    private func lists(_ services: ToyServices) -> [LoopbackServer.Request] {
        services.requests.filter { $0.path.hasSuffix("/Document") }
    }

    @Test func allAreFetchedByTheirLinks() throws {
        let services = try ToyServices()
        let runner = try FetchRunner(services)
        let summary = try runner.run(.tk)
        #expect(summary.fetched == 40 && summary.failures == 0)
        #expect(runner.said == [])
        let files = try runner.contents()
        // Printed ones by their number there, the others by that of the Tweede Kamer.
        #expect(files["ah-tk-20252026-6.docx"] == Data(ToyLetter(number: 6).file("docx")))
        #expect(files["2026D20001.pdf"] == Data(ToyLetter(number: 1).file("pdf")))
        let record = try #require(try runner.record("ah-tk-20252026-6"))
        #expect(record.aliases == ["2026D20006"] && record.zaken == ["2026Z10006"] && record.source == "tk")
        #expect(record.sender == "minister van Infrastructuur en Waterstaat (A. de Boer)")
        let query = try #require(lists(services).first)
        #expect(
            query.target.hasPrefix(
                "/OData/v4/2.0/Document?$filter=Verwijderd%20eq%20false%20and%20(Soort%20eq%20'Antwoord"))
        #expect(
            query.query["$filter"]?.contains("Datum ge 2025-12-31T22:00:00Z and Datum le 2026-01-31T23:59:59Z") == true)
        #expect(
            query.query["$expand"]
                == "Zaak($select=Id,Nummer,Soort),HuidigeDocumentVersie($expand=DocumentPublicatie),DocumentActor")
        #expect(!services.requests.contains { $0.target.contains("$top") })
        services.forget()
        #expect(try runner.run(.tk).unchanged == 40)
        #expect(services.files == [])
    }

    @Test func withoutLinksRowsAreSkipped() throws {
        let services = try ToyServices(10, .withoutLinks)
        let runner = try FetchRunner(services)
        #expect(try runner.run(.tk) { $0.days = DayRange("2026-01-01", "2026-01-31") }.fetched == 10)
        #expect(lists(services).map { $0.query["$skip"] } == [nil, "7", "10"])
    }

    @Test(arguments: [ToyServices.Fault.goneV4, .movedV4]) func aNewerVersionIsAskedOnce(_ fault: ToyServices.Fault)
        throws
    {
        let services = try ToyServices(20, fault)
        let runner = try FetchRunner(services)
        #expect(try runner.run(.tk).fetched == 20)
        #expect(runner.said == ["\(services.tweedeKamer) is gone: \(services.base)/OData/v5 is asked instead"])
        #expect(services.requests.count { $0.path.contains("/v4/") } == 1)
    }

    @Test(
        arguments: [
            (.ignoresSkip, "! %/Document: the same page came again, and the list ends there", 7),
            (.noActors, "% does not tell who sent letters: they come without their senders", 10),
            (.badRequest, "! %/Document refused the query: Could not find a property", 0),
            (
                .nextElsewhere,
                "! %/Document leads to another host, which was not asked: http://localhost:1/OData/v4/2.0/Document", 7
            ),
            (
                .oneStray, "% lists 2026D20001 of 2019-05-05, which is not of 2026-01-01 … 2026-01-31: it is left out",
                9
            ),
            (
                .tombstones,
                "99999999-0000-4000-8000-000000000000 was deleted by the service; what was fetched earlier stays", 10
            ),
        ] as [(ToyServices.Fault, String, Int)])
    func aFaultIsSaid(_ fault: ToyServices.Fault, _ words: String, _ count: Int) throws {
        let services = try ToyServices(10, fault)
        let runner = try FetchRunner(services)
        #expect(try runner.run(.tk) { $0.days = DayRange("2026-01-01", "2026-01-31") }.fetched == count)
        #expect(runner.said == [words.replacing("%", with: services.tweedeKamer)])
    }

    @Test func single() throws {
        let runner = try FetchRunner(try ToyServices())
        let ids = ["2026D20003", "2026Z10005", "ah-tk-20252026-8"].compactMap(LetterID.init)
        #expect(try runner.run(.tk) { $0.ids = ids }.fetched == 3)
        #expect(try FetchFolder(runner.folder.path).all.map(\.id) == ["2026D20003", "2026D20005", "ah-tk-20252026-8"])
    }

    /// What came first from the Tweede Kamer gets KOOP’s file, and its name there; never the other way round.
    @Test func oneLetterFromTwoServices() throws {
        let services = try ToyServices(8)
        let runner = try FetchRunner(services)
        try runner.run(.tk)
        // Two are the same file in both.
        #expect(try runner.run(.koop).fetched == 6)
        let after = try runner.contents()
        #expect(after["ah-tk-20252026-2.xml"] != nil && after["ah-tk-20252026-2.pdf"] == nil)
        #expect(try runner.record("ah-tk-20252026-2")?.aliases == ["2026D20002"])
        services.forget()
        let again = try runner.run(.tk)
        #expect(again.fetched == 0 && again.unchanged == 8)
        #expect(try runner.contents()["ah-tk-20252026-2.xml"] == after["ah-tk-20252026-2.xml"])
    }

    private func titles(
        _ ids: [String], _ services: ToyServices, _ folder: TemporaryFolder, _ source: FetchSource = .koop
    ) throws -> TitleFetch.Summary {
        var patience = Patience()
        patience.pause = 0
        let fetch = TitleFetch(
            source: source, transfer: try Transfer(agent: "test", patience: patience),
            koop: try #require(FetchAddress(services.koop)),
            tweedeKamer: try #require(FetchAddress(services.tweedeKamer))
        ) { _ in }
        return try fetch.run(ids, into: folder.url.path)
    }

    /// Many in one question; one by one where the service refuses that, or answers for some of them only.
    @Test(arguments: [(nil, 5), (.refusesSeveral, 31), (.takesOne, 30)] as [(ToyServices.Fault?, Int)])
    func titlesAreAskedForTogether(_ fault: ToyServices.Fault?, _ count: Int) throws {
        let services = try ToyServices(30, fault)
        let folder = try TemporaryFolder()
        let summary = try titles((1...30).map { "ah-tk-20252026-\($0)" }, services, folder)
        #expect(summary.titles == 30 && summary.unknown == 0 && summary.failures == 0)
        // Pages of seven: 25 in four of them, 5 in one.
        #expect(services.requests.count { $0.path == "/sru" } == count)
        if fault == .takesOne { return }
        services.forget()
        let documents = try titles((1...30).map { "2026D\(20_000 + $0)" }, services, folder, .tk)
        #expect(documents.titles == 30 && documents.failures == 0)
        #expect(lists(services).filter { $0.target.contains("20or") }.count == (fault == nil ? 7 : 2))
    }

    /// Ids that nobody knows are asked for alone a few times, and then believed.
    @Test func unknownTitlesAreNotAskedForOneByOne() throws {
        let services = try ToyServices(10)
        let folder = try TemporaryFolder()
        let summary = try titles((1...40).map { "ah-tk-20252026-\($0)" }, services, folder)
        #expect(summary.titles == 10 && summary.unknown == 30)
        #expect(services.requests.count { $0.path == "/sru" } == 6)
    }

    @Test func titlesForTheRegister() throws {
        let services = try ToyServices(10)
        let folder = try TemporaryFolder()
        let ids = ["ah-tk-20252026-3", "2026D20004", "2026D99999"]
        func run(_ ids: [String]) throws -> TitleFetch.Summary { try titles(ids, services, folder) }
        let first = try run(Array(ids.prefix(2)))
        #expect(first.titles == 2 && first.dossiers == 3 && first.failures == 0)
        let second = try run(ids)
        #expect(second.titles == 0 && second.there == 2 && second.unknown == 1)
        #expect(try run(ids).there == 3)
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.url.appending(path: name)), as: UTF8.self)
        }
        #expect(
            try text("documents.tsv").split(separator: "\n").map(String.init) == [
                "document\tofficial\tkind\tdate\ttitle\tsender",
                "ah-tk-20252026-3\tah-tk-20252026-3\tKamervragen (Aanhangsel)\t2026-01-13\t\(ToyLetter(number: 3).title)\t",
                "2026D20004\t\tAntwoord schriftelijke vragen\t2026-01-14\t\(ToyLetter(number: 4).title)\tminister van Infrastructuur en Waterstaat (A. de Boer)",
                "# unknown: 2026D99999",
            ])
        #expect(
            try text("dossiers.tsv")
                == "dossier\taddition\thighest\ttitle\n36410\tA\t88\tVaststelling van het Infrafonds\n"
                + "30821\t\t260\tNationale Veiligheid\n33183\t(R1975)\t11\tRijkswet\n")
        // As the register reads them.
        var draft = RegisterDraft()
        for name in TitleFetch.files { #expect(try draft.add(text(name)).isEmpty) }
        #expect(draft.lines == 5)
    }
}

@Suite struct FetchIDTests {
    @Test(arguments: ["ah-tk-20242025-1244", "ah-ek-20092010-3", "ah-1271549", "2024Z18412", "2024D40329"])
    func isOne(_ text: String) { #expect(LetterID(text)?.description == text) }

    @Test(arguments: [
        "../ah-tk-20242025-1244", "ah-tk-20242025-1244/..", "ah-tk-20242026-1", "ah-tk-20242025-", "ah-xx-20242025-1",
        "ah-tk-20242025-12a", "ah-", "ah-tk", "2024X1", "2024Z", "2024Zabcde", "kst-30821-230", "", "-",
        "ah-tk-20242025-1\n",
        "2024D40329'", "ah-tk-20242025-1-2",
    ])
    func isNone(_ text: String) { #expect(LetterID(text) == nil) }

    @Test func numbersThereAndBack() {
        for id in ["ah-tk-20242025-1244", "ah-tk-19992000-7", "ah-tk-20152016-3"] {
            #expect(ODataQuery.aanhangselNumber(id).flatMap(ODataQuery.aanhangselID) == id)
        }
        #expect(ODataQuery.aanhangselID("242501244") == "ah-tk-20242025-1244")
        for text in ["242601244", "24250124", "242500000", "2425x1244"] {
            #expect(ODataQuery.aanhangselID(text) == nil)
        }
        #expect(ODataQuery.quoted("d'Haese") == "'d''Haese'")
    }

    @Test func daysByTheMonth() throws {
        let range = try #require(DayRange("2023-12-30", "2024-03-01"))
        #expect(
            range.months.map(\.description) == [
                "2023-12-30 … 2023-12-31", "2024-01-01 … 2024-01-31", "2024-02-01 … 2024-02-29", "2024-03-01",
            ])
        #expect(range.withNeighbours.description == "2023-12-29 … 2024-03-02")
        let halves = try #require(DayRange("2024-02-01", "2024-02-29")?.halves)
        #expect(halves.0.description == "2024-02-01 … 2024-02-15" && halves.1.description == "2024-02-16 … 2024-02-29")
        #expect(DayRange("2024-02-01", "2024-02-02")?.halves?.0.description == "2024-02-01")
        #expect(DayRange("2024-02-01", "2024-02-01")?.halves == nil)
        #expect(DayRange("2024-02-30", "2024-03-01") == nil && DayRange("2024-03-01", "2024-02-01") == nil)
        #expect(
            DayRange.day("2024", isLast: true) == "2024-12-31" && DayRange.day("2024-02", isLast: true) == "2024-02-29")
        #expect(DayRange.day("2024-02") == "2024-02-01" && DayRange.day("2024-13") == nil && DayRange.day("mei") == nil)
        #expect(DayRange(session: "2024-2025")?.description == "2024-09-01 … 2025-12-31")
        #expect(DayRange(session: "2024-2026") == nil && DayRange(session: "20242025") == nil)
    }
}
