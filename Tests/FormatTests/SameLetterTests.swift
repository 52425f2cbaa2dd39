import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The same letter in another format has the same citations in the same units.
@Suite struct SameLetterTests {
    private struct Found: Hashable, CustomStringConvertible {
        let unit: String
        let id: String
        let isInNote: Bool
        var description: String { "\(unit) \(id)\(isInNote ? " in a note" : "")" }
    }

    private static let formats: [(name: String, write: @Sendable (PlainLetter) -> [UInt8])] = [
        ("docx", MarkupWriters.docx), ("odt", MarkupWriters.odt), ("html", MarkupWriters.html), ("pdf", PDFWriter.pdf),
    ]

    /// The seeds, and letters whose text lost nothing that another format would have to make up, where they lie beside the
    /// checkout.
    private static let letters =
        Repository.letters(in: "seeds")
        + Repository.letters(in: "../shared/letters").filter {
            ["md_ah-tk-20232024-704.md", "txt_ah-tk-20232024-2267.txt", "txt_ah-tk-20232024-302.txt"]
                .contains($0.lastPathComponent)
        }

    @Test(arguments: letters, formats.map(\.name))
    func aLetterTurnedIntoAnotherFormatSaysTheSame(_ url: URL, _ name: String) throws {
        let format = try #require(Self.formats.first { $0.name == name })
        let letter = try LetterReader.read([UInt8](Data(contentsOf: url)), name: "x", file: url.lastPathComponent)
        let turned = try LetterReader.read(format.write(PlainLetter(letter)), name: "x", file: "x.\(name)")
        let (wanted, found) = (citations(letter), citations(turned))
        #expect(wanted.subtracting(found).isEmpty, "lost")
        #expect(found.subtracting(wanted).isEmpty, "gained")
        #expect(letter.units.map(\.name) == turned.units.map(\.name))
        #expect(letter.footnotes.count { !$0.markers.isEmpty } == turned.footnotes.count)
    }

    private func citations(_ letter: Letter) -> Set<Found> {
        Set(
            CitationFinder().find(in: letter).citations.map {
                Found(unit: "\($0.place.unit)", id: $0.source.id, isInNote: $0.place.footnote != nil)
            })
    }
}
