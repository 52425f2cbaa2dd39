import Testing

@testable import GraphAnalysis

/// What people write in options and addresses, as a selection.
@Suite struct GraphQueryTests {
    @Test(arguments: [
        ("2025-07-07", "2025-07-07", "2025-07-07"), ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"), ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-04", "2025-04-01", "2025-04-30"), ("1900-02", "1900-02-01", "1900-02-28"),
    ])
    func aPeriodHasAFirstAndALastDay(_ text: String, _ first: String, _ last: String) throws {
        var query = GraphQuery()
        (query.letters.since, query.letters.until) = (text, text)
        let selection = try query.selection()
        #expect(selection.since == first && selection.until == last)
    }

    @Test(arguments: ["", "2025-", "2025-13", "2025-02-30", "25-01-01", "2025-1-1", "0000", "２０２５", "2025-01-01-01"])
    func whatIsNoDayIsRefused(_ text: String) {
        var query = GraphQuery()
        query.letters.until = text
        #expect(throws: GraphQuery.Failure.letters(.noDay(text))) { try query.selection() }
    }

    @Test func namesAreListedWithCommas() throws {
        var query = GraphQuery()
        query.letters.names = [.ministry: ["BZ, BZK", "EZ"], .party: ["D66,"]]
        let selection = try query.selection()
        #expect(selection.ministries == ["BZ", "BZK", "EZ"] && selection.parties == ["D66"])
        #expect(selection.askers.isEmpty)
        query.letters.names[.asker] = [" , "]
        #expect(throws: GraphQuery.Failure.letters(.noName(.asker))) { try query.selection() }
    }

    @Test func kindsAreNamedOrAll() throws {
        var query = GraphQuery()
        #expect(try query.selection().leavesOutFrontPages)
        #expect(try query.selection().kinds?.contains("law") == false)
        query.kinds = ["Report,url"]
        #expect(try query.selection().kinds == ["report", "url"])
        #expect(try !query.selection().leavesOutFrontPages)
        query.kinds = ["ALL"]
        #expect(try query.selection().kinds == nil)
        #expect(try query.selection(isSharing: true).kinds?.contains("dated") == false)
        query.kinds = ["all,url"]
        #expect(throws: GraphQuery.Failure.unknownKind("all")) { try query.selection() }
        query.kinds = [","]
        #expect(throws: GraphQuery.Failure.noKind) { try query.selection() }
    }
}
