import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The finder against labels made by hand: the same citations, in the same units.
@Suite struct GoldTests {
    /// Letters without labels are read by the tests of properties alone; a new one is labelled, or named here.
    private static let unlabelled: Set = [
        "md_ah-tk-20232024-704.md", "rk_2020-02-13_Hilversum-in-beeld.txt",
        "rk_2025-06-10_de-Staat-van-de-rijksverantwoording-2024.txt", "txt_ah-tk-20112012-1035.txt",
        "txt_ah-tk-20132014-631.txt", "txt_ah-tk-20192020-3636.txt",
    ]

    /// A label is of a kind there is, and its id is of the kind it is labelled with.
    @Test(arguments: ["Tests/Gold/seeds.tsv", "Tests/Gold/letters.tsv"])
    func everyLabelIsOfItsKind(_ table: String) throws {
        for row in try GoldTable(table).rows { #expect(SourceID(row.id).kind.name == row.kind, "\(row)") }
    }

    @Test(arguments: [("seeds", "Tests/Gold/seeds.tsv"), ("Tests/Letters", "Tests/Gold/letters.tsv")])
    func everyLetterHasLabels(_ folder: String, _ table: String) throws {
        let letters = Set(Repository.letters(in: folder).map(\.lastPathComponent))
        #expect(!letters.isEmpty, "the folder \(folder) holds letters")
        let labelled = try GoldTable(table).letters
        #expect(labelled.isSubset(of: letters))
        #expect(letters.subtracting(labelled).subtracting(Self.unlabelled) == [])
    }

    @Test(arguments: [("seeds", "Tests/Gold/seeds.tsv"), ("Tests/Letters", "Tests/Gold/letters.tsv")])
    func everyLabelIsFoundAndNothingElse(_ folder: String, _ table: String) throws {
        let gold = try GoldTable(table)
        let wanted = gold.rows
        #expect(wanted.count > 40, "a table of labels was read")
        let found = try Set(gold.letters.sorted().flatMap { try rows("\(folder)/\($0)") })
        #expect(wanted.subtracting(found).sorted(by: { "\($0)" < "\($1)" }) == [], "missed")
        #expect(
            found.subtracting(wanted).subtracting(gold.disputed).filter { !isOpenOrDisputed($0, gold) } == [],
            "too much")
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
