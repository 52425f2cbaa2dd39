import CitationFinding
import Foundation
import GraphStorage
import Support
import Testing

@testable import DossierRegister

/// Numbers that cannot be: found, with what was meant among what is proposed, and nothing else.
@Suite struct SlipTests {
    /// Slips of real letters, with what the registers say.
    static let mistakes: [(written: String, meant: String?)] =
        ((try? Repository.text("../shared/gold/mistakes.tsv")) ?? "").split(separator: "\n").dropFirst().map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return (columns[0], columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil)
        }

    private func slips(_ texts: [String]) throws -> [StoredDiagnostic] {
        let fixture = try StoreFixture()
        let records = try texts.enumerated().map { index, text in
            try fixture.record("Vraag 1\nKent u dit?\nAntwoord 1\nIk verwijs naar \(text).\n", name: "l\(index)")
        }
        return try fixture.write(records).diagnostics().filter { ["impossible-number", "near-miss"].contains($0.code) }
    }

    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func everyMistakeIsFoundWithWhatWasMeant() throws {
        #expect(Self.mistakes.count == 9)
        for (written, meant) in Self.mistakes {
            for text in ["Kamerstuk \(written)", "(\(written))"] {
                let found = try slips([text])
                #expect(found.map(\.code) == ["impossible-number"], "\(text)")
                #expect(found.allSatisfy { $0.suggestions.count <= 3 })
                if let meant { #expect(found.first?.suggestions.contains(meant) == true, "\(text): \(found)") }
            }
        }
    }

    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func theyStandOutAmongOthersToo() throws {
        let found = try slips(Self.mistakes.map { "Kamerstuk \($0.written)" })
        #expect(found.count == 9)
        for (written, meant) in Self.mistakes {
            guard let meant else { continue }
            #expect(found.contains { $0.message.contains(written) && $0.suggestions.contains(meant) }, "\(written)")
        }
    }

    /// What another letter cites, and a title the sentence speaks of, come first.
    @Test func theRankFollowsTheScore() throws {
        let cited = try slips(["Kamerstuk 36522, nr. 12", "Kamerstuk 36552, nr. 12"])
        #expect(cited.first?.suggestions.first == "kst-36552-12")
        let titled = try slips(["het debat over de NAVO (Kamerstuk 25 656, nr. 340)"])
        #expect(titled.first?.suggestions.contains("kst-28676-340") == true)
    }

    /// The article gives the points of each piece of evidence.
    @Test func thePointsAreThoseOfTheArticle() throws {
        func likeness(_ meant: String, _ written: String) -> Double? {
            DigitSlip(from: Array(meant.utf8), to: Array(written.utf8))?.likeness
        }
        func score(
            isInNumber: Bool = false, exists: Bool = false, letters: Int = 0, isDossierCited: Bool = false,
            titleShare: Double = 0
        ) -> Double {
            SlipScore(
                slip: .two, isInNumber: isInNumber, exists: exists, letters: letters, isDossierCited: isDossierCited,
                titleShare: titleShare
            ).value - DigitSlip.two.likeness
        }
        let article = try Repository.text("Sources/CitationFinding/CitationFinding.docc/SourcesAndUnits.md")
        for (evidence, points, found, wanted) in [
            (
                "two digits swapped, or the wrong digit doubled", "5",
                [likeness("25295", "25259"), likeness("36552", "36522")], [5, 5]
            ),
            (
                "one digit changed", "4 (4½ for a neighbouring key)",
                [likeness("35165", "35965"), likeness("35165", "35155")], [4, 4.5]
            ),
            ("one digit missing or added", "3", [likeness("35165", "3516"), likeness("35165", "351659")], [3, 3]),
            ("two slips", "1", [likeness("35165", "38168")], [1]),
            ("the slip is in the number within the dossier", "−1", [score(isInNumber: true)], [-1]),
            ("the suggestion exists", "2", [score(exists: true)], [2]),
            ("other letters cite it", "1 each, at most 2", [score(letters: 1), score(letters: 7)], [1, 2]),
            ("other letters cite its dossier", "1", [score(isDossierCited: true)], [1]),
            (
                "words of its title stand in the sentence", "up to 4", [score(titleShare: 1), score(titleShare: 0.5)],
                [4, 2]
            ),
        ] as [(String, String, [Double?], [Double])] {
            #expect(article.contains("| \(evidence) | \(points) |"), "\(evidence)")
            #expect(found == wanted, "\(evidence)")
        }
    }

    @Test func theSeedsHaveOne() throws {
        let fixture = try StoreFixture()
        let records = try fixture.records(Repository.letters(in: "seeds"))
        let found = try fixture.write(records).diagnostics().filter { $0.code == "near-miss" }
        #expect(found.map(\.suggestions.first) == ["kst-36552-12"])
        #expect(found.first?.message.contains("kst-36522-12") == true)
    }
}
