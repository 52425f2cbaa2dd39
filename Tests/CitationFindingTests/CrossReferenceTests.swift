import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// Small letters with the references from one of their units to another.
@Suite struct CrossReferenceTests {
    @Test func referencesAreFoundInTheirUnit() throws {
        let finder = CitationFinder()
        let cases = try TextCase.read("Tests/Cases/references/crossref.case")
        #expect(!cases.isEmpty)
        for item in cases {
            let letter = try LetterReader.read(Array(item.input.utf8), name: "case", file: "case.txt")
            let findings = finder.find(in: letter)
            let references = findings.citations.filter { $0.source.kind.name == "crossref" }.map {
                let quote = $0.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return "\($0.place.unit) \($0.source.id) \(quote)\($0.quote.last?.isWhitespace == true ? " " : "")"
            }
            #expect(references + findings.diagnostics.map(\.code.rawValue) == item.expected, "\(item)")
        }
    }
}
