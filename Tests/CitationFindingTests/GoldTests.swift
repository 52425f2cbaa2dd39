import CitationFinding
import Foundation
import LetterReading
import Support
import Testing

/// The finder against labels made by hand: the same citations, in the same units.
@Suite struct GoldTests {
    @Test(arguments: [("seeds", "Tests/Gold/seeds.tsv"), ("Tests/Letters", "Tests/Gold/letters.tsv")])
    func everyLabelIsFoundAndNothingElse(_ folder: String, _ table: String) throws {
        let gold = try GoldTable(table)
        let kinds = Set(SourceKind.all.map(\.name))
        let wanted = gold.rows.filter { kinds.contains($0.kind) }
        let found = try Set(gold.letters.sorted().flatMap { try rows("\(folder)/\($0)") })
        #expect(wanted.subtracting(found).sorted(by: { "\($0)" < "\($1)" }) == [], "missed")
        #expect(
            found.subtracting(wanted).subtracting(gold.disputed).filter { !isReportOrDisputed($0, gold) } == [],
            "too much")
    }

    /// The letters' table has no labels for reports.
    private func isReportOrDisputed(_ row: GoldTable.Row, _ gold: GoldTable) -> Bool {
        let hasReports = gold.rows.contains { $0.kind == "report" }
        return row.kind == "report" && !hasReports
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
