import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// What the finder says it could not read: a citation that lost its number, and nothing that is none.
@Suite struct UnreadTests {
    @Test func onlyWhatMayBeACitationIsMissed() throws {
        let cases = try TextCase.read("Tests/Cases/references/unread.case")
        #expect(!cases.isEmpty)
        for item in cases {
            let letter = try LetterReader.read(Array(item.input.utf8), name: "case", file: "case.txt")
            let missed = CitationFinder().find(in: letter).diagnostics.filter { $0.code == .unread }.map {
                letter.text.string($0.place.range).trimmingCharacters(in: .whitespaces)
            }
            #expect(missed == item.expected, "\(item)")
        }
    }
}
