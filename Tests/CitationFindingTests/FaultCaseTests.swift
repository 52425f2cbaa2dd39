import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// Invented members of each kind of fault, with near misses: `Tests/Cases/issue12`. What is expected is an id, an id with
/// its unit before it (`A1 kst-33529-7`), `!` for a diagnostic, `no !` for none, `@` and a piece of a locator, `=` and a
/// field of the head. `(not yet)` marks a case that fails today; one that is read by now is named in the output.
@Suite struct FaultCaseTests {
    static let folder = "Tests/Cases/issue12"
    static let files =
        ((try? FileManager.default.contentsOfDirectory(atPath: Repository.file(folder).path)) ?? [])
        .filter { $0.hasSuffix(".case") }.sorted()

    @Test func everyKindHasItsFile() { #expect(Self.files.count == 19) }

    @Test(arguments: files) func casesGiveWhatIsExpected(_ file: String) throws {
        for item in try TextCase.read("\(Self.folder)/\(file)") {
            let expected = item.expected.filter { $0 != "-" && $0 != "(not yet)" }
            let given = given(item.input, for: expected)
            let isRight = given == Set(expected)
            if item.expected.contains("(not yet)") {
                if isRight { print("read by now: \(item)") }
            } else {
                #expect(
                    isRight,
                    """
                    \(item): \(item.input)
                    given: \(given.sorted())
                    right: \(expected)
                    """)
            }
        }
    }

    /// What is found, written as the case writes it.
    private func given(_ input: String, for expected: [String]) -> Set<String> {
        let isLetter = input.contains("Vraag ") || input.contains("1. ") || expected.contains { $0.contains(" ") }
        let text =
            isLetter
            ? input : "Vraag 1\nA?\nVraag 2\nB?\nAntwoord 1\nC.\nAntwoord 2\nD.\nVraag 3\nE?\nAntwoord 3\n" + input
        guard let letter = try? LetterReader.read(Array(text.utf8), name: "case", file: "case.txt") else { return [] }
        let findings = CitationFinder().find(in: letter)
        let withUnits = expected.contains {
            $0.contains(" ") && !$0.hasPrefix("=") && !$0.hasPrefix("@") && $0 != "no !"
        }
        var given: Set<String> = []
        if !expected.contains(where: { $0.hasPrefix("=") && !$0.hasPrefix("=no unit") }), expected != ["no !"] {
            for citation in findings.citations {
                given.insert(withUnits ? "\(citation.place.unit) \(citation.source.id)" : citation.source.id)
            }
        }
        let doubts = (findings.diagnostics + letter.diagnostics).map(\.code.rawValue)
        for line in expected {
            switch true {
            case line == "!": if !doubts.isEmpty { given.insert(line) }
            case line == "no !": given.insert(doubts.isEmpty ? line : "! " + doubts.joined(separator: " "))
            case line.hasPrefix("@"):
                if findings.citations.contains(where: { $0.locator?.contains(line.dropFirst()) == true }) {
                    given.insert(line)
                }
            case line.hasPrefix("="):
                let facts = facts(letter)
                let field = line.dropFirst().split(separator: " ")[0]
                let same =
                    facts.contains(String(line.dropFirst()))
                    ? [line] : facts.filter { $0.hasPrefix(field) }.map { "=" + $0 }
                given.formUnion(same)
            default: break
            }
        }
        return given
    }

    private func facts(_ letter: Letter) -> Set<String> {
        let header = letter.header
        var facts = Set(header.zaken.map { "zaak \($0)" })
        facts.formUnion(header.askers.map { "asker \($0.name)" })
        facts.formUnion(header.ministers.map { "minister \($0.name)" })
        facts.insert(header.aanhangsel.map { "aanhangsel \($0)" } ?? "no aanhangsel")
        facts.insert(header.subject.map { "subject \($0)" } ?? "no subject")
        if header.zaken.isEmpty { facts.insert("no zaak") }
        for unit in ["A1", "A2", "A3"] where !letter.units.contains(where: { $0.name.description == unit }) {
            facts.insert("no unit \(unit)")
        }
        return facts
    }
}
