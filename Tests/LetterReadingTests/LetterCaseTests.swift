import LetterFormats
import LetterReading
import Support
import Testing

/// Small letters with what each is read into.
@Suite struct LetterCaseTests {
    static let files = ["headings", "notes", "furniture", "unheaded", "flattened", "lists"]

    @Test(arguments: files) func casesAreReadAsWritten(_ file: String) throws {
        let cases = try TextCase.read("Tests/Cases/letters/\(file).case")
        #expect(!cases.isEmpty)
        for item in cases {
            let letter = try LetterReader.read(
                Array(item.input.utf8), name: "case", file: item.input.hasPrefix("##") ? "case.md" : "case.txt")
            #expect(LetterDump.lines(letter) == item.expected, "\(item)")
        }
    }
}
