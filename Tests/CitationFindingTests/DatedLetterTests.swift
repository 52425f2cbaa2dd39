import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// Small letters with the letters they cite by their date, and the papers those are.
@Suite struct DatedLetterTests {
    @Test func aDateIsThePaperThatANumberSays() throws {
        let finder = CitationFinder()
        let cases = try TextCase.read("Tests/Cases/references/dated.case")
        #expect(!cases.isEmpty)
        for item in cases {
            let letter = try LetterReader.read(Array(item.input.utf8), name: "case", file: "case.txt")
            let dated = finder.find(in: letter).citations.filter { $0.source.kind.name == "dated" }.map {
                "\($0.place.unit) \($0.source.id) \($0.resolvesTo?.id ?? "-")"
            }
            #expect(dated == item.expected, "\(item)")
        }
    }
}
