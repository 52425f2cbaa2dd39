import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The finder against labels made by hand: the same citations, in the same units.
@Suite struct GoldTests {
    /// A label is of a kind there is, and its id is of the kind it is labelled with.
    @Test(
        arguments: [
            "Tests/Gold/seeds.tsv", "Tests/Gold/other-letters.tsv", "../shared/gold/letters.tsv",
            "../shared/gold/more-letters.tsv",
        ].filter { Repository.exists($0) })
    func everyLabelIsOfItsKind(_ table: String) throws {
        for row in try GoldTable(table).rows { #expect(SourceID(row.id).kind.name == row.kind, "\(row)") }
    }

    /// Every letter in seeds/ is labelled.
    @Test func everySeedHasLabels() throws {
        let letters = Set(Repository.letters(in: "seeds").map(\.lastPathComponent))
        #expect(letters.count == 5)
        #expect(try GoldTable("Tests/Gold/seeds.tsv").letters == letters)
    }

    @Test func theSeedsAreFoundWhole() throws { try check("Tests/Gold/seeds.tsv", letters: "seeds") }

    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func labelledLettersAreFoundWhole() throws {
        try check("../shared/gold/letters.tsv", letters: Shared.lettersPath)
    }

    /// The labels of somebody who knew only CITATIONS.md; two letters of which it can be said in two ways are left as labelled:
    /// whether a text without questions has a body, and whether a question printed four times is four.
    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func lettersLabelledApartAreFound() throws {
        let gold = try GoldTable("Tests/Gold/other-letters.tsv")
        let open = ["rk_2025-06-19_het-Verantwoordingsonderzoek-2024-bij-het-be.txt", "txt_ah-tk-20232024-1770.txt"]
        let found = try Set(gold.letters.sorted().flatMap { try rows("\(Shared.lettersPath)/\($0)") })
        let missed = gold.rows.subtracting(found).filter { !open.contains($0.letter) }
        #expect(missed.sorted(by: { "\($0)" < "\($1)" }) == [])
    }

    private func check(_ table: String, letters: String) throws {
        let gold = try GoldTable(table)
        #expect(gold.rows.count > 40, "a table of labels was read")
        let found = try Set(gold.letters.sorted().flatMap { try rows("\(letters)/\($0)") })
        #expect(gold.rows.subtracting(found).sorted(by: { "\($0)" < "\($1)" }) == [], "missed")
        let extra = found.subtracting(gold.rows).subtracting(gold.disputed).filter { !isOpenOrDisputed($0, gold) }
        #expect(extra.sorted(by: { "\($0)" < "\($1)" }) == [], "too much")
    }

    /// Reports, laws and letters by their date are kinds that a table may have no labels for.
    private func isOpenOrDisputed(_ row: GoldTable.Row, _ gold: GoldTable) -> Bool {
        let isLabelled = gold.rows.contains { $0.kind == row.kind }
        return ["report", "law", "dated"].contains(row.kind) && !isLabelled
            || gold.disputed.contains { $0.letter == row.letter && $0.id == row.id }
    }

    private func rows(_ path: String) throws -> [GoldTable.Row] {
        let name = (path as NSString).lastPathComponent
        let letter = try LetterReader.read(try Repository.bytes(path), name: name, file: name)
        return CitationFinder().find(in: letter).citations.map {
            GoldTable.Row(letter: name, unit: "\($0.place.unit)", kind: $0.source.kind.name, id: $0.source.id)
        }
    }
}
