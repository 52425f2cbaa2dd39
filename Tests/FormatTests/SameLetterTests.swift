import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The same letter in every format, and with its notes in every notation that the format can carry, has the same citations
/// in the same units, each with the note that cites it.
@Suite struct SameLetterTests {
    private struct Found: Hashable, Comparable, CustomStringConvertible {
        let description: String

        init(_ unit: String, _ id: String, _ note: String?) { description = "\(unit) \(note ?? "-") \(id)" }

        static func < (left: Self, right: Self) -> Bool { left.description < right.description }
    }

    @Test(arguments: OwnLetter.all.map(\.name), DraftFormat.all.map(\.description))
    func ourLettersSayWhatWasWritten(_ name: String, _ format: String) throws {
        let own = try #require(OwnLetter.all.first { $0.name == name })
        let form = try #require(DraftFormat.all.first { $0.description == format })
        if form.isCalledOnce, own.callsTwice { return }
        let letter = try LetterReader.read(form.write(own.draft), name: "x", file: "x.\(form.suffix)")
        let wanted = own.citations.map { citation in
            Found(citation.unit, citation.id, citation.note.map { form.printed($0 - 1, own.draft) })
        }
        let found = CitationFinder().find(in: letter).citations.map {
            Found("\($0.place.unit)", $0.source.id, $0.place.footnote)
        }
        #expect(found.sorted() == wanted.sorted())
    }

    /// Real letters as other formats write them: the seeds, and letters whose text lost nothing that another format would
    /// have to make up.
    private static let real: [URL] = {
        let whole = ["md_ah-tk-20232024-704.md", "txt_ah-tk-20232024-2267.txt", "txt_ah-tk-20232024-302.txt"]
        return Repository.letters(in: "seeds") + Shared.letters.filter { whole.contains($0.lastPathComponent) }
    }()

    @Test(arguments: real, ["docx", "odt", "HTML", "PDF"])
    func aLetterTurnedIntoAnotherFormatSaysTheSame(_ url: URL, _ name: String) throws {
        let form = try #require(DraftFormat.all.first { $0.description.hasPrefix(name) })
        let letter = try LetterReader.read([UInt8](Data(contentsOf: url)), name: "x", file: url.lastPathComponent)
        let turned = try LetterReader.read(form.write(LetterDraft(letter)), name: "x", file: "x.\(form.suffix)")
        let (wanted, found) = (citations(letter), citations(turned))
        #expect(wanted.subtracting(found).isEmpty, "lost")
        #expect(found.subtracting(wanted).isEmpty, "gained")
        #expect(letter.units.map(\.name) == turned.units.map(\.name))
        #expect(letter.footnotes.count { !$0.markers.isEmpty } == turned.footnotes.count)
    }

    private func citations(_ letter: Letter) -> Set<Found> {
        Set(
            CitationFinder().find(in: letter).citations.map {
                Found("\($0.place.unit)", $0.source.id, $0.place.footnote == nil ? nil : "note")
            })
    }
}
