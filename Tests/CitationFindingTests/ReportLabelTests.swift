import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// Reports against labels: sentences that somebody labelled from CITATIONS.md alone, and every report of the letters.
@Suite struct ReportLabelTests {
    /// Of the sentences written for it nothing is missed and nothing is too much.
    @Test func sentencesSeenBeforeAreRead() throws { #expect(try figures("own") == (1, 1)) }

    /// Of those that were labelled apart, at most one in thirty is wrong and one in ten is missed.
    @Test(arguments: ["second", "third", "fourth", "fifth"]) func sentencesLabelledApartAreRead(_ set: String) throws {
        let (precision, recall) = try figures(set)
        #expect(precision >= 0.97 && recall >= 0.9, "precision \(precision), recall \(recall)")
    }

    private func figures(_ set: String) throws -> (precision: Double, recall: Double) {
        let finder = CitationFinder()
        var (right, found, wanted) = (0, 0, 0)
        for row in try rows("Tests/Gold/report-sentences.tsv") where row[0] == set {
            let labels = Set(row[1].split(separator: " ").map(String.init)).subtracting(["-"])
            let text = row[2].replacing("\\n", with: "\n")
            let ids = Set(finder.ids(in: text).filter { $0.hasPrefix("report:") })
            (right, found, wanted) = (
                right + ids.intersection(labels).count, found + ids.count, wanted + labels.count
            )
        }
        #expect(wanted > 15, "labels were read")
        return (Double(right) / Double(max(found, 1)), Double(right) / Double(max(wanted, 1)))
    }

    /// A title is its first ten words; before a colon or a dash, where three remain.
    @Test(arguments: [
        (
            "het rapport ‘Dijken van klei in het oude land achter de grote rivieren bij hoog water’",
            "report:dijken-van-klei-in-het-oude-land-achter-de-grote"
        ),
        ("het rapport ‘Dijken van klei – een onderzoek’", "report:dijken-van-klei"),
        ("het rapport ‘Dijken: een onderzoek’", "report:dijken-een-onderzoek"),
        ("het rapport ‘De dijken van klei’", "report:dijken-van-klei"),
    ]) func aTitleIsCut(_ text: String, _ id: String) { #expect(CitationFinder().ids(in: text) == [id]) }

    @Test func theSeedsCiteTheReportsLabelled() throws { try check(in: "seeds") }

    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func theLettersCiteTheReportsLabelled() throws {
        try check(in: Shared.lettersPath)
    }

    private func check(in folder: String) throws {
        let labels = try rows("Tests/Gold/reports.tsv").filter { Repository.exists("\(folder)/\($0[0])") }
        var found: Set<[String]> = []
        for file in Set(labels.map { $0[0] }).sorted() {
            let letter = try LetterReader.read(try Repository.bytes("\(folder)/\(file)"), name: file, file: file)
            for citation in CitationFinder().find(in: letter).citations where citation.source.kind.name == "report" {
                found.insert([file, "\(citation.place.unit)", citation.source.id])
            }
        }
        #expect(!labels.isEmpty)
        #expect(found.symmetricDifference(labels).sorted { $0.joined() < $1.joined() } == [])
    }

    private func rows(_ path: String) throws -> [[String]] {
        try String(contentsOf: Repository.file(path), encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
