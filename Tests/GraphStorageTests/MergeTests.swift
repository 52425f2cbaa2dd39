import CitationFinding
import DossierRegister
import Foundation
import GRDB
import GraphStorage
import LetterFormats
import LetterReading
import Support
import Testing

/// Stores built apart and merged are the store that one machine builds, in any order and grouping.
@Suite struct MergeTests {
    /// A file in one of its states.
    private struct File: Hashable {
        let number: Int
        var version = 0
        var path: String { "/letters/\(number % 3)/\(number).\(number >= 6 ? "html" : "txt")" }
    }

    /// Letters 0…5 in text, the first three of them in HTML too; a later version of a file cites something else.
    private func record(_ file: File) throws -> LetterRecord {
        let letter = file.number % 6
        let lines = [
            "ah-tk-20232024-\(letter + 1)", "Vraag 1", "Kent u Kamerstuk 35 165, nr. \(90 + file.version)?",
            "Antwoord 1",
            "Ja, het bericht over nummer \(letter) en \(["wonen", "zorg", "water", "melk", "vis", "spoor"][letter]) ken ik wel, zie Kamerstuk 36 41\(letter), nr. 3 en antwoord 2.",
            "Vraag 2", "En?", "Antwoord 2", "Zie AIVD Jaarverslag 2024.",
        ]
        let text =
            file.number >= 6
            ? "<!DOCTYPE html><html><body><main>\(lines.map { "<p>\($0)</p>" }.joined())</main></body></html>"
            : lines.joined(separator: "\n") + "\n"
        let read = try LetterReader.read(Array(text.utf8), name: "x", file: file.path)
        return LetterRecord(
            letter: read, findings: CitationFinder().find(in: read),
            origin: LetterOrigin(
                name: file.path, file: file.path, path: file.path, size: text.utf8.count,
                modified: Double(file.version), fingerprint: "f\(file.version)"))
    }

    private func names(_ paths: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: paths.map { ($0, "letter " + $0) })
    }

    private func build(_ files: [File], on day: String? = nil) throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.write(try files.map(record), on: day)
        return fixture
    }

    private func merge(_ parts: [StoreFixture]) throws -> StoreFixture {
        let fixture = try StoreFixture()
        try GraphStore(writing: fixture.path).merge(parts.map(\.path), names: names)
        return fixture
    }

    @Test(arguments: 0..<25) func mergingIsBuildingAtOnce(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let parts = (0..<3).map { _ in
            (0..<9).filter { _ in Bool.random(using: &generator) }
                .map { File(number: $0, version: Int.random(in: 0..<2, using: &generator)) }
        }
        let latest = Dictionary(grouping: parts.joined(), by: \.number).values.compactMap { states in
            states.max { $0.version < $1.version }
        }
        let days = parts.map { _ in "2026-0\(Int.random(in: 1..<4, using: &generator))-01" }
        let built = try zip(parts, days).map { try build($0.shuffled(using: &generator), on: $1) }
        let whole = try merge([try build(latest.shuffled(using: &generator))]).content()
        let (a, b, c) = (built[0], built[1], built[2])
        let merged = [
            "": try merge([a, b, c]), "in any order": try merge([c, a, b]),
            "in any grouping": try merge([merge([a, b]), c]), "as others are grouped": try merge([b, merge([c, a])]),
            "twice is once": try merge([a, b, c, a, merge([b, c])]),
        ]
        let earliest = Dictionary(
            zip(parts, days).flatMap { part, day in part.map { ($0.path, day) } }, uniquingKeysWith: min)
        for (how, store) in merged {
            #expect(try store.content() == whole, "\(how)")
            #expect(try store.days().allSatisfy { $1 == earliest[$0] }, "the earliest day of each file, \(how)")
        }
    }

    /// The register that stores were given doubts what they hold together: 36 522 goes on to number 14 in it.
    @Test func theirRegisterCounts() throws {
        var draft = RegisterDraft()
        try draft.add("dossier\taddition\thighest\ttitle\n36522\t\t14\tNieuw\n")
        let parts = try (0..<2).map { number in
            let fixture = try StoreFixture()
            try GraphStore(writing: fixture.path).write(catalogue: .builtIn) {
                try $0.use(register: draft.text(from: "x"))
            }
            let text = "Vraag 1\nKent u dit?\nAntwoord 1\nZie Kamerstuk 36522, nr. 12.\n"
            try fixture.write([fixture.record(text, name: "l\(number)")])
            return fixture
        }
        let whole = try merge(parts)
        let doubts = try GraphStore(reading: whole.path).diagnostics()
        #expect(doubts.filter { $0.code == "impossible-number" } == [])
        withExtendedLifetime(whole) {}
    }

    @Test func storesOfOtherSettingsStayApart() throws {
        let (first, second) = (try build([File(number: 0)]), try build([File(number: 1)]))
        try GraphStore(writing: second.path).write(catalogue: .builtIn) { try $0.keep("x", as: .catalogue) }
        #expect(throws: MergeFailure.self) { try merge([first, second]) }
    }
}
