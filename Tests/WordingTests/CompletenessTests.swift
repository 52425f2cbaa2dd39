import Foundation
import Support
import Testing

@testable import Wording

/// Nothing is missing from the Dutch, and nothing stands there that nobody says.
@Suite struct CompletenessTests {
    private static let rows = DutchTable.rows((try? Repository.text("Sources/CWording/dutch.tsv")) ?? "")
    private static let phrases = Set(rows.filter { $0.section == .phrases }.map(\.english))
    private static let libraries = rows.filter { $0.section == .libraries }.map(\.english)

    /// Targets that speak in phrases; libraries below them put English together, which is known by its form.
    private static let speaking = ["kvgraph", "Explorer", "GraphDrawing", "GraphAnalysis"]
    private static let building = [
        "DossierRegister", "LetterReading", "LetterFormats", "CitationFinding", "GraphStorage", "LetterCollection",
        "GraphAnalysis", "Explorer",
    ]

    private static func texts(_ target: String) throws -> [(file: String, text: String)] {
        let root = Repository.file("Sources/\(target)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try files.sorted().flatMap { file in
            SwiftTexts(try Repository.text("Sources/\(target)/\(file)")).texts.map { (file, $0) }
        }
    }

    /// English that people are to read: words with blanks between them, one of them such as no Dutch or SQL text and no key
    /// of a program has.
    private static func isEnglish(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && $0 != "’" && $0 != "'" }
        guard words.count > 1, text.contains(" ") else { return false }
        let isCode = text.contains("<") || ["SELECT ", "INSERT ", " JOIN ", "UPDATE ", "DELETE ", "CREATE ", "DROP ", "UNION ", " AND "]
            .contains { text.contains($0) }
        return !isCode && words.contains { telling.contains($0.lowercased()) }
    }

    private static let telling: Set<String> = [
        "the", "and", "are", "not", "no", "with", "without", "that", "this", "which", "it", "its", "by", "from", "for",
        "only", "cannot", "letters", "letter", "source", "sources", "cited", "cites", "answer", "question", "has", "have",
        "must", "needs", "there", "these", "what", "one", "than", "too", "be", "read", "name", "used", "number", "a",
        "an", "on", "to", "file", "list", "show",
    ]

    /// English that nobody is told: names of steps and of migrations, fields of formats.
    private static let unspoken: [String: [String]] = [
        "LetterReading/LetterReader.swift": ["*"], "GraphStorage/Schema/Schema.swift": ["*"],
    ]

    @Test func aTextIsReadAsItsKey() {
        let texts = SwiftTexts(
            #"""
            say("no “\(name)” in \(of("the \(place)"))") // "not this"
            let long = """
                One \
                line,
                  and another.
                """
            say("a" + "b\n")
            """#
        ).texts
        #expect(texts == ["no “%” in %", "the %", "One line,\n  and another.", "ab\n"])
    }

    /// What is said in phrases has its Dutch.
    @Test(arguments: ["kvgraph", "Explorer", "GraphDrawing"]) func whatIsSaidIsThere(_ target: String) throws {
        var count = 0
        for (file, text) in try Self.texts(target) where Self.isEnglish(text) {
            count += 1
            #expect(
                Self.phrases.contains(text) || Self.phrases.contains("# " + text) || Self.isPartOfLine(text),
                "\(target)/\(file): “\(text)” is not in dutch.tsv")
        }
        #expect(count > 10)
    }

    /// What libraries say has its Dutch: each run of words between holes stands in a line.
    @Test(arguments: building) func whatLibrariesSayIsThere(_ target: String) throws {
        for (file, text) in try Self.texts(target) where Self.isEnglish(text) {
            guard Self.unspoken["\(target)/\(file)"] == nil, !Self.phrases.contains(text) else { continue }
            #expect(Self.isPartOfLine(text), "\(target)/\(file): “\(text)” is in no line of dutch.tsv")
        }
    }

    private static func isPartOfLine(_ text: String) -> Bool {
        text.split(separator: "%").filter { isEnglish(String($0)) || $0.contains(" ") }.allSatisfy { run in
            let words = run.trimmingCharacters(in: .whitespaces)
            return libraries.contains { $0.contains(words) }
        }
    }
}
