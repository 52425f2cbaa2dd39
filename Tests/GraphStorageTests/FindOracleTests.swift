import Foundation
import GraphStorage
import Support
import Testing

/// Full-text search finds what a walk over all texts finds: texts of a few words, with and without diacritics, and questions
/// made of the same words.
@Suite struct FindOracleTests {
    private static let vocabulary = [
        "stikstof", "Coöperatie", "coöperaties", "Curaçao", "één", "een", "Yeşilgöz", "naïef", "WONEN", "woningnood",
        "e\u{301}lan",
        "34", "500", "34500", "Zeeuws-Vlaanderen", "Vlaanderen",
    ]

    private func words(_ generator: inout SeededGenerator, _ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &generator)).map { _ in
            Self.vocabulary.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
    }

    private func letter(_ parts: [String]) -> String {
        """
        Betreft: Beantwoording vragen over \(parts[2])

        Vraag 1
        \(parts[0])?

        Antwoord 1
        \(parts[1]).

        """
    }

    /// What somebody typed, and what it asks for: phrases, of which the last may end in the beginning of a word.
    private struct Asked {
        var text = ""
        var phrases: [(words: [String], isPrefix: Bool)] = []

        init(_ generator: inout SeededGenerator) {
            let count = Int.random(in: 1...3, using: &generator)
            for place in 1...count {
                let some = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
                    (FindOracleTests.vocabulary.filter { Int($0) == nil }.randomElement(using: &generator) ?? "")
                        .uppercased()
                }
                var separator = text.isEmpty ? "" : " "
                if Bool.random(using: &generator) {
                    text += "\(separator)\"\(some.joined(separator: " "))\""
                    phrases.append((some.flatMap(FindOracleTests.split), false))
                    continue
                }
                for (step, word) in some.enumerated() {
                    let isCut = Bool.random(using: &generator)
                    let shown = isCut ? String(word.prefix(3)) : word
                    text += separator + shown + (isCut ? "*" : "")
                    separator = " "
                    let isLast = place == count && step == some.count - 1
                    phrases.append((FindOracleTests.split(shown), isCut || isLast))
                }
            }
        }

        func stands(in texts: [String]) -> Bool {
            let all = texts.map(FindOracleTests.split)
            return phrases.allSatisfy { phrase in all.contains { Self.stands(phrase.words, phrase.isPrefix, in: $0) } }
        }

        private static func stands(_ words: [String], _ isPrefix: Bool, in text: [String]) -> Bool {
            text.indices.contains { start in
                words.enumerated().allSatisfy { step, word in
                    guard start + step < text.count else { return false }
                    let other = text[start + step]
                    return isPrefix && step == words.count - 1 ? other.hasPrefix(word) : other == word
                }
            }
        }
    }

    private static func split(_ text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test(arguments: 0..<8) func whatIsFoundIsWhatHasTheWords(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let fixture = try StoreFixture()
        var texts: [String: [String]] = [:]
        var records = [
            try fixture.record("Vraag 1\nKent u dit?\nAntwoord 1\nZie Kamerstuk 34 500, nr. 3.\n", name: "x")
        ]
        for number in 0..<12 {
            let parts = [words(&generator, 2...5), words(&generator, 3...9), words(&generator, 1...3)]
            texts["l\(number)"] = parts + ["Beantwoording vragen over \(parts[2])"]
            records.append(try fixture.record(letter(parts), name: "l\(number)"))
        }
        let store = try fixture.write(records)
        func names(_ text: String, _ store: GraphStore) throws -> Set<String> {
            let found = try store.find(try #require(SearchQuery(text)))
            #expect(found.letters.count == found.allLetters && found.letters.allSatisfy { $0.passage != nil })
            return Set(found.letters.map(\.letter.name)).subtracting(["x"])
        }
        var hits = 0
        for _ in 0..<60 {
            let asked = Asked(&generator)
            let wanted = Set(texts.filter { asked.stands(in: $0.value) }.keys)
            #expect(try names(asked.text, store) == wanted, "\(asked.text)")
            hits += wanted.count
        }
        #expect(hits > 60)
    }
}
