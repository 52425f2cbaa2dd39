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
}
