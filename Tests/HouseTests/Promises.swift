import Foundation
import Support

/// The rows of `Tests/promises.tsv`: what documents promise, and the tests that would fail if it were not so.
struct Promises {
    struct Row: Sendable {
        let document: String
        /// The first words of a sentence.
        let words: String
        /// `FolderTests.aCircleIsSeen`, `server_test.py::test_requests`; none of a sentence that promises nothing.
        let tests: [String]
    }

    static let file = "Tests/promises.tsv"
    private(set) var rows: [Row] = []
    /// Lines that are no rows.
    private(set) var faults: [String] = []

    init(_ text: String) {
        var document = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("== ") {
                document = String(line.dropFirst(3))
                continue
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let tests = columns.last?.split(separator: " ").map(String.init) ?? []
            if columns.count != 2 || columns[0].isEmpty || tests.isEmpty || Set(tests).count < tests.count {
                faults.append(String(line))
            } else {
                rows.append(Row(document: document, words: columns[0], tests: tests == ["-"] ? [] : tests))
            }
        }
    }

    /// Sentences that need a row and have none: each of a document whose every sentence counts, otherwise the first of each
    /// paragraph and table; rows of tables are seen to by the row of their head.
    func unlisted(_ prose: Prose, of document: String, isEach: Bool) -> [String] {
        let listed = rows.filter { $0.document == document }.map(\.words)
        var paragraphs = prose.paragraphs
        if !isEach {
            // What DocC shows beside the title of an article; and a question above the code that answers it.
            paragraphs = paragraphs.dropFirst().filter {
                !($0.sentences[0].hasPrefix("**") && $0.sentences[0].hasSuffix("?**"))
            }
        }
        return paragraphs.flatMap { $0.sentences.prefix(isEach && !$0.isTable ? .max : 1) }
            .filter { sentence in !listed.contains { sentence.hasPrefix($0) } }
    }
}

/// The tests there are, by suite or by file of Python.
struct TestNames {
    private(set) var suites: [String: Set<String>] = [:]

    init() throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: Repository.file("Tests").path) {
            let name = (path as NSString).lastPathComponent
            if name.hasSuffix(".swift") { add(swift: try Repository.text("Tests/\(path)")) }
            if name.hasSuffix("_test.py") { add(python: try Repository.text("Tests/\(path)"), name) }
        }
    }

    private mutating func add(swift text: String) {
        var (suite, isSuite, isTest) = ("", false, false)
        // Most lines say nothing of this, and a pattern takes its time.
        let lines = text.split(separator: "\n").filter { line in
            ["@Suite", "@Test", "struct ", "class ", "enum ", "func "].contains { line.contains($0) }
        }
        let words = #/@Suite\b|@Test\b|\b(?:struct|class|enum) (\w+)|\bfunc (\w+)/#
        for word in lines.flatMap({ $0.matches(of: words) }) {
            switch (word.0, word.1, word.2) {
            case ("@Suite", _, _): isSuite = true
            case ("@Test", _, _): isTest = true
            case (_, let type?, _) where isSuite: (suite, isSuite) = (String(type), false)
            case (_, _, let function?) where isTest:
                suites[suite, default: []].insert(String(function))
                isTest = false
            default: break
            }
        }
    }

    private mutating func add(python text: String, _ file: String) {
        suites[file, default: []].formUnion(text.matches(of: #/def (test_\w+)/#).map { String($0.1) })
    }

    /// Nil where the test is there; otherwise what is there instead.
    func fault(_ test: String) -> String? {
        let parts = test.contains("::") ? test.components(separatedBy: "::") : test.components(separatedBy: ".")
        guard parts.count == 2 else { return "it is written Suite.function or file.py::function" }
        if suites[parts[0]]?.contains(parts[1]) == true { return nil }
        let others = suites.filter { $0.value.contains(parts[1]) }.keys.sorted()
        return others.isEmpty ? "no test is called so" : "it is now in \(others.joined(separator: ", "))"
    }
}
