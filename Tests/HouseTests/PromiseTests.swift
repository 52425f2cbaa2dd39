import Foundation
import Support
import Testing

/// Each sentence of the README, of SECURITY.md and of the articles that promises something is named by tests that would fail if
/// it were not so, in `Tests/promises.tsv`.
@Suite struct PromiseTests {
    /// Of these each sentence has a row; of an article each paragraph.
    static let whole = ["README.md", "SECURITY.md"]
    static let articles =
        ((try? FileManager.default.subpathsOfDirectory(atPath: Repository.file("Sources").path)) ?? [])
        .filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted().map { "Sources/\($0)" }
    static let names = try? TestNames()
    static let promises = Promises((try? Repository.text(Promises.file)) ?? "")

    @Test func theTableIsWhole() {
        #expect(Self.promises.faults == [], "first words, a tab, and tests, each once, or -")
        #expect(Set(Self.promises.rows.map(\.document)).subtracting(Self.whole + Self.articles) == [])
        #expect(Self.articles.count > 15 && Self.promises.rows.count > 300)
    }

    @Test(arguments: whole + articles) func everySentenceHasItsRow(_ document: String) throws {
        let prose = Prose(try Repository.text(document))
        for sentence in Self.promises.unlisted(prose, of: document, isEach: Self.whole.contains(document)) {
            Issue.record(
                """
                \(document): “\(sentence)”: no row of \(Promises.file) has its first words. Below == \(document) add them, a tab, and \
                the tests that would fail if it were not so (- where it promises nothing); where it promises what no test holds, \
                write the test, or strike the sentence.
                """)
        }
    }

    @Test(arguments: whole + articles) func everyRowHasItsSentence(_ document: String) throws {
        let sentences = Prose(try Repository.text(document)).paragraphs.flatMap(\.sentences)
        for row in Self.promises.rows where row.document == document {
            let count = sentences.count { $0.hasPrefix(row.words) }
            #expect(
                count == 1,
                """
                \(Promises.file): “\(row.words)” opens \(count) sentences of \(document). Where the sentence was changed, see \
                whether the tests of its row would still fail if it were not so, and put its first words there; where it is gone, \
                so is the row; where it is one of several, more words tell it.
                """)
        }
    }

    @Test func everyTestIsThere() throws {
        let names = try #require(Self.names)
        for row in Self.promises.rows {
            for test in row.tests {
                let fault = names.fault(test)
                #expect(fault == nil, "\(Promises.file), “\(row.words)”: \(test): \(fault ?? "")")
            }
        }
    }

    /// SECURITY.md names suites in its words.
    @Test func suitesThatAreNamedAreThere() throws {
        let names = try #require(Self.names)
        var count = 0
        for document in Self.whole + Self.articles {
            for suite in try Repository.text(document).matches(of: #/`(\w+Tests)`/#).map({ String($0.1) }) {
                #expect(names.suites[suite] != nil, "\(document): \(suite)")
                count += 1
            }
        }
        #expect(count >= 4)
    }

    @Test func whatIsMadeIsInTheMakefile() throws {
        let makefile = try Repository.text("Makefile")
        var made: Set<String> = []
        for document in Self.whole + Self.articles {
            made.formUnion(
                try Repository.text(document).matches(of: #/(?:`|\n {4})make ([a-z-]+)/#).map { String($0.1) })
        }
        #expect(made.isSuperset(of: ["run", "test", "install", "dist", "accuracy", "bench-quick"]))
        for name in made { #expect(makefile.contains("\n\(name):"), "make \(name)") }
        let checks = try Repository.text(".ci/run").matches(of: #/(?m)^make (\S+)$/#).map { String($0.1) }
        let tests = makefile.matches(of: #/(?m)^(test[a-z-]*):/#).map { String($0.1) }
        // Of what the generator and the mutations make, make test reads a part; sanitizers run the same tests again.
        let repeating: Set = ["test-generator", "test-mutations", "test-asan", "test-tsan"]
        #expect(Set(tests).subtracting(checks) == repeating, ".ci/run runs every check")
    }

    /// What the article on scaling says of time and memory is what was measured last.
    @Test func theBenchmarkSaysSo() throws {
        let rows = try Repository.text("output/bench.md").split(separator: "\n").map(String.init)
        func row(_ work: String, _ against: String) throws -> String {
            try #require(rows.first { $0.hasPrefix("| \(work) | \(against)") }, "\(work)")
        }
        let wall = try row("build, 86k letters: wall", "cite of the same")
        let seconds = try #require(wall.firstMatch(of: #/\(([0-9.]+) s, ([0-9.]+) s\)/#).flatMap { Double($0.1) })
        #expect(seconds < 60)
        let reached = [
            try row("build, 86k letters: memory", "build of 10k letters"),
            try row("top, 86k letters: wall", "the sqlite3"),
            try row("cite, 10k letters, two cores: wall", "one core"),
        ]
        for row in reached { #expect(row.contains("| reached: yes"), "\(row)") }
    }

    /// The tests themselves: what is a sentence, and that one without a row is seen.
    @Test func aSentenceWithoutARowIsSeen() {
        let prose = Prose(
            """
            # Title

            What it is.

            It **reads**
            letters, nr. 3 too. `top` lists! Never wrong.
            - One item. 2 files.
            - <doc:Other>

                code. Not prose.

            | a | b |
            |---|---|
            | c. D | e |
            """)
        #expect(
            prose.paragraphs.map(\.sentences) == [
                ["What it is."], ["It **reads** letters, nr. 3 too.", "`top` lists!", "Never wrong."],
                ["One item. 2 files."],
                ["| a | b |", "| c. D | e |"],
            ])
        let rows = Promises("== X.md\nIt **reads**\tA.b C.d\nOne item\t-\n| a\tA.b\nno tab\nA\tB.c B.c\n")
        #expect(rows.faults == ["no tab", "A\tB.c B.c"] && rows.rows.map(\.tests) == [["A.b", "C.d"], [], ["A.b"]])
        #expect(rows.unlisted(prose, of: "X.md", isEach: true) == ["What it is.", "`top` lists!", "Never wrong."])
        #expect(rows.unlisted(prose, of: "X.md", isEach: false) == [])
        #expect(rows.unlisted(prose, of: "Y.md", isEach: false).count == 3)
    }
}
