import GraphAnalysis
import Support
import Testing

@testable import GraphDrawing

/// Nodes that would be called the same.
@Suite struct DistinctLabelsTests {
    private func labels(_ texts: String..., areAddresses: Bool = false) -> [String] {
        let entries = texts.enumerated().map { ($0, DistinctLabels.Entry(text: $1, isAddress: areAddresses)) }
        let labels = DistinctLabels.of(Dictionary(uniqueKeysWithValues: entries))
        return texts.indices.map { labels[$0] ?? "" }
    }

    @Test func whatIsToldApartByItsBeginningIsLeftAlone() {
        #expect(labels("BZK\nDassen", "BZK\nDijk") == ["BZK\nDassen", "BZK\nDijk"])
        #expect(
            labels("eerste-brief-over-de-dijken-langs-de-Waal-12", "tweede-brief-over-de-dijken-langs-de-Waal-12") == [
                "eerste-brief-over-de-dijken-langs-d…", "tweede-brief-over-de-dijken-langs-d…",
            ])
        // The same text is the same thing.
        #expect(labels("BZK\nDassen", "BZK\nDassen") == ["BZK\nDassen", "BZK\nDassen"])
    }

    @Test func aWordKeepsTheEndThatTellsItApart() {
        #expect(
            labels(
                "brief-over-de-dijken-langs-de-Waal-en-de-Rijn-12", "brief-over-de-dijken-langs-de-Waal-en-de-Rijn-13")
                == ["brief-over-d…jn-12", "brief-over-d…jn-13"])
    }

    @Test func aLineKeepsTheWordThatTellsItApart() {
        let start = "Algemene Rekenkamer 5 juni 2018 over de resultaten van het onderzoek naar de verantwoording van"
        #expect(
            labels("\(start) Defensie en Financiën in het jaar daarvoor", "\(start) Financiën") == [
                "Algemene Rekenkamer 5 juni\n2018 over de resultaten van\n…Defensie en Financiën in het jaar d…",
                "Algemene Rekenkamer 5 juni\n2018 over de resultaten van\n…Financiën",
            ])
    }

    @Test func anAddressKeepsThePartThatTellsItApart() {
        #expect(
            labels(
                "open.overheid.nl/documenten/ronl-archief-8f3a9c/file-of-the-letter-to-parliament.pdf",
                "open.overheid.nl/documenten/ronl-archief-2b4d1e/file-of-the-letter-to-parliament.pdf",
                areAddresses: true) == [
                    "open.overheid.nl/…/ronl-archief-8f3a9c/file-of-the-…",
                    "open.overheid.nl/…/ronl-archief-2b4d1e/file-of-the-…",
                ])
    }

    @Test func lettersCalledTheSameHaveTheirSubject() {
        func letters(_ subjects: [String?]) -> [String] {
            let graph = CitationGraph(
                letters: subjects.enumerated().map {
                    .init(name: "ah-\($0)", label: "BZK 7 jul 2025 · Dassen (Volt)", subject: $1)
                }, units: [], sources: [], edges: [])
            let labels = DistinctLabels.letters(Array(subjects.indices), graph)
            return subjects.indices.map { labels[$0] ?? "" }
        }
        #expect(letters(["dijken"]) == ["BZK 7 jul 2025\nDassen (Volt)"])
        #expect(
            letters(["dijken", "veren"]) == [
                "BZK 7 jul 2025\nDassen (Volt)\ndijken", "BZK 7 jul 2025\nDassen (Volt)\nveren",
            ])
        #expect(
            letters(["dijken", "dijken"]) == [
                "BZK 7 jul 2025\nDassen (Volt)\nah-0", "BZK 7 jul 2025\nDassen (Volt)\nah-1",
            ])
        #expect(letters([nil, "veren"]).first == "BZK 7 jul 2025\nDassen (Volt)\nah-0")
    }

    /// Whatever the texts.
    @Test(arguments: 0..<200) func noTwoAreCalledTheSame(_ seed: Int) {
        var generator = SeededGenerator(UInt64(seed))
        func words(_ count: ClosedRange<Int>) -> [String] {
            (0..<Int.random(in: count, using: &generator)).map { _ in
                ["dijk", "veer", "brief-van-de-minister-over-het-veer", "é", "2025"].randomElement(using: &generator)
                    ?? ""
            }
        }
        let isAddress = seed.isMultiple(of: 2)
        let start = words(0...20)
        let texts = Set((0..<6).map { _ in (start + words(1...3)).joined(separator: isAddress ? "/" : " ") }).sorted()
        let entries = texts.enumerated().map { ($0, DistinctLabels.Entry(text: $1, isAddress: isAddress)) }
        let labels = DistinctLabels.of(Dictionary(uniqueKeysWithValues: entries))
        #expect(Set(labels.values).count == texts.count, "\(texts) → \(labels)")
        for label in labels.values {
            let lines = label.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 3 && lines.allSatisfy { $0.count <= 70 }, "\(label)")
        }
    }
}
