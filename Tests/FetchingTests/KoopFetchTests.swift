import Foundation
import LetterCollection
import Support
import Testing
import Wording

@testable import LetterFetching

extension Phrase {
    var english: String { Language.english.text(self) }
}

/// Letters from a search of KOOP’s sort into a folder: whole, once, and whatever the service does.
@Suite struct KoopFetchTests {
    @Test func allAreFetchedByTheMonth() throws {
        let services = try ToyServices()
        let runner = try FetchRunner(services)
        let summary = try runner.run()
        #expect(summary.fetched == 40 && summary.failures == 0 && summary.unchanged == 0)
        #expect(runner.said == [])
        let files = try runner.contents()
        #expect(files.count == 81)
        #expect(files["ah-tk-20252026-1.xml"] == Data(ToyLetter(number: 1).file("xml")))
        #expect(files["ah-tk-20252026-4.pdf"] == Data(ToyLetter(number: 4).file("pdf")))
        let record = try #require(try runner.record("ah-tk-20252026-1"))
        #expect(record.zaken == ["2026Z10001"] && record.date == "2026-01-11" && record.source == "koop")
        #expect(record.title == ToyLetter(number: 1).title && record.fetched == "2026-06-01T12:00:00Z")
        #expect(record.etag == "\"ah-tk-20252026-1-xml-1\"" && record.length == ToyLetter(number: 1).file("xml").count)
        // Four months, in pages of seven and three.
        let searches = services.requests.filter { $0.path == "/sru" }
        #expect(searches.count == 8)
        #expect(searches.allSatisfy { $0.query["maximumRecords"] == "100" && $0.query["version"] == "2.0" })
        #expect(
            searches.first?.query["query"]
                == "c.product-area==officielepublicaties AND w.publicatienaam==\"Kamervragen (Aanhangsel)\""
                + " AND dt.date>=2026-01-01 AND dt.date<=2026-01-31")
        #expect(Set(services.requests.map(\.connection)) == [1])
    }

    @Test func nothingUnchangedComesTwice() throws {
        let services = try ToyServices()
        let runner = try FetchRunner(services)
        try runner.run()
        let before = try runner.contents()
        services.forget()
        let summary = try runner.run()
        #expect(summary.fetched == 0 && summary.unchanged == 40)
        #expect(services.files == [])
        #expect(try runner.contents() == before)
        // Published anew: that one alone.
        services.change(7)
        #expect(try runner.run().fetched == 1)
        #expect(services.files.count == 1)
        let text = String(decoding: try #require(try runner.contents()["ah-tk-20252026-7.xml"]), as: UTF8.self)
        #expect(text.contains("voorjaar"))
        #expect(try FetchFolder(runner.folder.path).count == 40)
    }

    @Test(arguments: [0, 1, 9, 10, 11, 23, 39]) func aStoppedRunGoesOn(_ stop: Int) throws {
        let services = try ToyServices()
        let (whole, stopped) = (try FetchRunner(services), try FetchRunner(services))
        try whole.run()
        services.forget()
        try stopped.run(stop: stop)
        let summary = try stopped.run()
        #expect(summary.isContinued == (stop > 9))
        #expect(try stopped.contents() == whole.contents())
        #expect(services.files.count == 40 && Set(services.files).count == 40)
    }

    /// A letter whose line was never written, and a file that is half there.
    @Test func aKilledRunGoesOn() throws {
        let services = try ToyServices(10)
        let runner = try FetchRunner(services)
        try runner.run()
        let before = try runner.contents()
        let list = runner.folder.appending(path: "fetched.jsonl")
        var lines = String(decoding: try Data(contentsOf: list), as: UTF8.self)
        lines.removeLast(40)
        try Data(lines.utf8).write(to: list)
        try Data("half".utf8).write(to: runner.folder.appending(path: ".part-ah-tk-20252026-3.xml"))
        try FileManager.default.removeItem(at: runner.folder.appending(path: "ah-tk-20252026-5.xml"))
        services.forget()
        #expect(try runner.run().fetched == 1)
        #expect(services.files.map { $0.suffix(20) } == ["ah-tk-20252026-5.xml"])
        #expect(try runner.contents() == before)
    }

    @Test func singleLettersAreFetched() throws {
        let services = try ToyServices()
        let runner = try FetchRunner(services)
        let summary = try runner.run {
            $0.ids = ["ah-tk-20252026-12", "2026Z10013", "2026D20014", "ah-tk-20252026-999"].compactMap(LetterID.init)
        }
        #expect(summary.fetched == 3 && summary.failures == 1)
        #expect(runner.problems == [.noFile("ah-tk-20252026-999")])
        // Only the Tweede Kamer knows its own numbers.
        #expect(try runner.record("ah-tk-20252026-14")?.source == "tk")
        #expect(
            try FetchFolder(runner.folder.path).all.map(\.id).sorted() == [
                "ah-tk-20252026-12", "ah-tk-20252026-13", "ah-tk-20252026-14",
            ])
    }

    @Test func aYearOfSittingIsAskedForWhole() throws {
        let services = try ToyServices(5)
        let runner = try FetchRunner(services)
        #expect(try runner.run { $0.session = "2025-2026" }.fetched == 5)
        let query = try #require(services.requests.first?.query["query"])
        #expect(query.contains("w.vergaderjaar==2025-2026 AND dt.date>=2025-09-01 AND dt.date<=2025-09-30"))
        #expect(services.requests.count { $0.path == "/sru" } == 16)
    }

    @Test func aLimitLeavesTheRest() throws {
        let runner = try FetchRunner(try ToyServices())
        let first = try runner.run { ($0.days, $0.limit) = (DayRange("2026-01-01", "2026-04-30"), 15) }
        #expect(first.fetched == 15 && first.left > 0)
        let second = try runner.run { ($0.days, $0.limit) = (DayRange("2026-01-01", "2026-04-30"), 15) }
        #expect(second.fetched == 15 && second.unchanged == 5)
        #expect(try FetchFolder(runner.folder.path).count == 30)
    }
}
