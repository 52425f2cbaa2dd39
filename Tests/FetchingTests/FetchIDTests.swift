import Testing

@testable import LetterFetching

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
