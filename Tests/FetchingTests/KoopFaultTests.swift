import Foundation
import LetterCollection
import Support
import Testing

@testable import LetterFetching

/// Never trust: whatever a search of KOOP’s sort does, and its files.
@Suite struct KoopFaultTests {
    /// With every fault: what is said, how many letters come, and that what was there stays.
    @Test(
        arguments: [
            (.diagnostics, "! %/sru refused the query: unknown prefix dcterms", 0),
            (.emptyAnswer, "! %/sru: the answer cannot be read as SRU", 0),
            (
                .droppedDate,
                "! %/sru left the dates out of account: ah-tk-20252026-1 of 2026-01-11 is not of 2026-02-01 … 2026-02-28",
                0
            ),
            (.repeatedPage, "! %/sru: the same page came again, and the list ends there", 7),
            (.lyingCount, nil, 10), (.complaintBehindEnd, nil, 10),
            (.tooHighCount, "%/sru announced 15 letters and listed 10", 10),
            (
                .otherHostLink,
                "! http://localhost:1/frbr/officielepublicaties/ah-tk/20252026/ah-tk-20252026-11/1/pdf/ah-tk-20252026-11.pdf lies on another host, which was not asked",
                0
            ),
            (.otherHostRedirect, "! %PDF leads to another host, which was not asked: http://localhost:1/elsewhere", 0),
            (
                .otherHostXML,
                "%FILE leads to another host, which was not asked: http://localhost:1/elsewhere: the next file is tried",
                10
            ),
            (.cutShort, "! %PDF: the answer was cut short", 0),
            (.cutWithoutLength, "! %PDF: the file is damaged or cut short (PDF)", 0),
            (.cutXML, "%FILE: the file is damaged or cut short (XML): the next file is tried", 10),
            (
                .oneStray,
                "%/sru lists ah-tk-20252026-11 of 2019-05-05, which is not of 2026-02-01 … 2026-02-28: it is left out",
                9
            ),
            (.pageInsteadOfXML, "%FILE: a web page came instead of XML: the next file is tried", 10),
            (.pageInsteadOfAll, "! %PDF: a web page came instead of PDF", 0),
            (.hugeFile, "! %PDF: more than 64 MB, which no letter has", 0),
            (.oddID, "! “../ah-tk-20252026-11” is not an id of a letter", 0),
            (.lyingType, "%FILE was said to be XML and is docx: it is kept as that", 10), (.goneOnce, nil, 10),
        ] as [(ToyServices.Fault, String?, Int)])
    func aFaultIsSaid(_ fault: ToyServices.Fault, _ words: String?, _ count: Int) throws {
        let services = try ToyServices(20)
        let runner = try FetchRunner(services)
        try runner.run { $0.days = DayRange("2026-01-01", "2026-01-31") }
        let before = try runner.contents()
        services.set(fault)
        let summary = try runner.run { $0.days = DayRange("2026-02-01", "2026-02-28") }
        #expect(summary.fetched == count)
        let folder = "\(services.base)/frbr/officielepublicaties/ah-tk/20252026/ah-tk-20252026-11/1"
        let expected = words?.replacing("%FILE", with: "\(folder)/xml/ah-tk-20252026-11.xml")
            .replacing("%PDF", with: "\(folder)/pdf/ah-tk-20252026-11.pdf").replacing("%", with: services.base)
        if let expected {
            #expect(runner.said.contains(expected), "\(runner.said.prefix(3))")
        } else {
            #expect(runner.said == [])
        }
        #expect((summary.failures > 0) == (words?.hasPrefix("!") == true))
        let after = try runner.contents()
        for (name, data) in before where name != "fetched.jsonl" { #expect(after[name] == data, "\(name)") }
        #expect(!after.keys.contains { $0.hasPrefix(".part") || $0.contains("/") })
        // And well again.
        services.set(nil)
        #expect(try runner.run { $0.days = DayRange("2026-01-01", "2026-02-28") }.failures == 0)
        #expect(try FetchFolder(runner.folder.path).count == 20)
    }

    /// A month of too many letters is asked for in halves; a day of too many cannot be.
    @Test func tooLongListsAreHalved() throws {
        let services = try ToyServices(20, .tooManyByTheMonth)
        let runner = try FetchRunner(services)
        #expect(try runner.run { $0.days = DayRange("2026-01-01", "2026-02-28") }.fetched == 20)
        #expect(runner.said == [])
        services.set(.tooManyByTheDay)
        services.forget()
        let summary = try runner.run { $0.days = DayRange("2026-03-01", "2026-03-31") }
        #expect(summary.failures == 1 && services.requests.count < 10)
        #expect(runner.problems == [.tooMany(services.koop, range: "2026-03-01")])
    }

    /// Who is refused again and again asks no more.
    @Test func nothingIsAskedInVain() throws {
        let services = try ToyServices(40, .forbidden)
        let runner = try FetchRunner(services)
        #expect(throws: FetchFault.inVain(20)) { try runner.run() }
        #expect(services.files.count == 20)
    }

    /// A letter that was fetched before it was printed gets its id of now; one of other questions is another letter.
    @Test func anIdOfBeforeIsKeptAsAnother() throws {
        let services = try ToyServices(1, .prePublished)
        let runner = try FetchRunner(services)
        try runner.run()
        #expect(try runner.record("ah-1271")?.aliases == ["ah-tk-20252026-1"])
        services.set(nil)
        #expect(try runner.run().unchanged == 1)
        #expect(
            try runner.contents().keys.sorted() == [
                "ah-tk-20252026-1.meta.json", "ah-tk-20252026-1.xml", "fetched.jsonl",
            ])
        #expect(try runner.record("ah-tk-20252026-1")?.aliases == ["ah-1271"])
        services.set(.prePublished)
        #expect(try runner.run().unchanged == 1)
        services.set(.otherQuestions)
        #expect(try runner.run().fetched == 1)
        #expect(try FetchFolder(runner.folder.path).all.map(\.id) == ["ah-1271", "ah-tk-20252026-1"])
    }

    @Test func anotherLetterIsNotTaken() throws {
        let runner = try FetchRunner(try ToyServices(5, .otherLetter))
        let summary = try runner.run { $0.ids = ["ah-tk-20252026-4"].compactMap(LetterID.init) }
        #expect(summary.fetched == 0)
        #expect(
            runner.problems == [
                .otherDocument("\(runner.services.koop)", id: "ah-tk-20252026-4", says: "ah-tk-20252026-2")
            ])
    }

    /// XML that came damaged: its PDF is kept until it comes whole, which is asked for the next time; and a PDF never takes
    /// its place.
    @Test func damagedXMLIsAskedForAgain() throws {
        let services = try ToyServices(1, .cutXML)
        let runner = try FetchRunner(services)
        for count in [1, 0] {
            #expect(try runner.run().fetched == count)
            #expect(try runner.record("ah-tk-20252026-1")?.file == "ah-tk-20252026-1.pdf")
        }
        services.set(nil)
        #expect(try runner.run().fetched == 1)
        #expect(try runner.record("ah-tk-20252026-1")?.file == "ah-tk-20252026-1.xml")
        services.change(1)
        for fault in [ToyServices.Fault.cutXML, .pageInsteadOfXML, .otherHostXML] {
            services.set(fault)
            #expect(try runner.run().failures == 1)
            #expect(try runner.contents().keys.contains("ah-tk-20252026-1.xml"))
        }
        services.set(nil)
        #expect(try runner.run().fetched == 1)
    }

    /// A look says what would come, and changes nothing.
    @Test func aLookWritesNothing() throws {
        let services = try ToyServices(20)
        let runner = try FetchRunner(services)
        try runner.run { $0.days = DayRange("2026-01-01", "2026-01-31") }
        let before = try runner.contents()
        services.forget()
        let summary = try runner.run(isLook: true)
        #expect(summary.wanted == 10 && summary.unchanged == 10 && summary.fetched == 0)
        #expect(runner.said == (11...20).map { "ah-tk-20252026-\($0)" })
        #expect(services.files == [])
        let limited = try runner.run(isLook: true) {
            ($0.days, $0.limit) = (DayRange("2026-01-01", "2026-04-30"), 4)
        }
        #expect(limited.wanted == 4 && limited.left == 6)
        #expect(try runner.contents() == before)
    }

    /// XML that is announced and not there yet: the PDF comes, and XML is asked for after some days.
    @Test func xmlIsAskedForLater() throws {
        let services = try ToyServices(1, .pageInsteadOfXML)
        let runner = try FetchRunner(services)
        try runner.run(now: "2026-01-12T00:00:00Z")
        #expect(try runner.record("ah-tk-20252026-1")?.file == "ah-tk-20252026-1.pdf")
        services.set(nil)
        for (day, file) in [("13", "pdf"), ("14", "pdf"), ("15", "xml")] {
            try runner.run(now: "2026-01-\(day)T00:00:00Z")
            #expect(try runner.record("ah-tk-20252026-1")?.file == "ah-tk-20252026-1.\(file)")
        }
        #expect(
            try runner.contents().keys.sorted() == [
                "ah-tk-20252026-1.meta.json", "ah-tk-20252026-1.xml", "fetched.jsonl",
            ])
    }
}
