import Foundation
import Testing

@testable import GraphDrawing

extension Drawing {
    @Suite struct GraphvizTests {
        @Test(arguments: LayoutEngine.allCases)
        func draws(with engine: LayoutEngine) throws {
            let dot = "graph G { overlap=prism; subgraph cluster_c { a -- b } b -- c -- a }"
            let drawn = try DrawnSVG(Graphviz.render(dot, as: .svg, engine: engine).bytes)
            drawn.expectHarmless()
            #expect(drawn.lines.sorted() == ["a", "b", "c"])
        }

        @Test(arguments: zip(PictureFormat.allCases, ["<?xml", "digraph G {", "\u{89}PNG\r\n\u{1A}\n", "%PDF-"]))
        func draws(as format: PictureFormat, start: String) throws {
            let picture = try Graphviz.render("digraph G { a -> b }", as: format)
            #expect(picture.bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
            #expect(picture.warnings == [])
        }

        @Test(arguments: LayoutEngine.allCases.filter { $0 != .fdp })
        func drawsTheSameTwice(with engine: LayoutEngine) throws {
            let clusters = (0..<12).map {
                "subgraph cluster_of_\($0) { n\($0) -> m\($0); { rank=same; n\($0); x\($0) } }"
            }
            for dot in ["digraph { \(clusters.joined(separator: " ")) }", "digraph { a -> b; c; d -> e }"] {
                let first = try Graphviz.render(dot, as: .svg, engine: engine)
                for (format, other) in zip(PictureFormat.allCases, LayoutEngine.allCases) {
                    _ = try Graphviz.render("digraph { x -> y }", as: format, engine: other)
                    #expect(try Graphviz.render(dot, as: .svg, engine: engine) == first)
                }
            }
        }

        @Test func tellsNothingOfTheMachine() throws {
            let text = String(decoding: try Graphviz.render("digraph G { a }", as: .svg).bytes, as: UTF8.self)
            #expect(!text.contains("enerated by"))
            #expect(text.contains("svg11.dtd\">\n<svg width="))
        }

        @Test(arguments: [
            ("", "there is no graph in it"), ("hallo", "line 1 near 'hallo'"),
            ("digraph {\n a ->\n}", "line 3 near '}'"),
            ("digraph { a [label=\"x", "quoted string"), ("digraph { a [label=<x", "HTML string"),
            ("graph { a -> b", "'->'"),
            ("digraph { \u{0} }", "NUL"), ("digraph { /* x", "comment"),
        ])
        func tellsWhatCannotBeRead(_ dot: String, message: String) throws {
            let failure = try #require(throws: GraphvizFailure.self) { try Graphviz.render(dot, as: .svg) }
            #expect(failure.step == .read)
            #expect(failure.description.contains("cannot read the graph: "))
            #expect(failure.description.contains(message))
            #expect(
                try DrawnSVG(Graphviz.render("digraph { b }", as: .svg).bytes).lines == ["b"], "the parser is clean")
        }

        @Test(arguments: PictureFormat.allCases)
        func tellsOfBrokenHTML(_ format: PictureFormat) throws {
            let failure = try #require(throws: GraphvizFailure.self) {
                try Graphviz.render("digraph G { c [label=<<b>x>] }", as: format)
            }
            #expect(failure.messages.count == 1)
            #expect(failure.messages.first?.hasSuffix("in label of node c") == true)
        }

        @Test func collectsWarnings() throws {
            let dot = "digraph G { node [shape=nosuch]; a [color=\"nosuch\u{1B}[31m\"]; b }"
            let warnings = try Graphviz.render(dot, as: .svg).warnings
            #expect(warnings == ["using box for unknown shape nosuch", "nosuch [31m is not a known color."])
            #expect(try Graphviz.render("digraph G { a }", as: .svg).warnings == [])
            #expect(try Graphviz.render("digraph G { 1.2a }", as: .svg).warnings.first?.contains("ambiguity") == true)
        }

        @Test(arguments: [
            "digraph A { a } digraph B { b } xx ]", "digraph A { a } ]]", "digraph A { a }\ndigraph B { b }",
        ])
        func drawsOnlyTheFirstGraph(_ dot: String) throws {
            for dot in [dot, dot, "digraph A { a }"] {
                #expect(try DrawnSVG(Graphviz.render(dot, as: .svg).bytes).lines == ["a"])
            }
        }

        @Test func makesLargeBitmapsSmaller() throws {
            let dot = "graph G { a [pos=\"0,0!\"]; b [pos=\"0,900!\"]; a -- b }"
            let picture = try Graphviz.render(dot, as: .png, engine: .neato)
            #expect(picture.warnings.count == 1)
            #expect(picture.warnings.first?.hasPrefix("the picture would be ") == true)
            #expect(picture.bytes[20..<22].elementsEqual([0, 0]), "the height, from its first byte")
            #expect(picture.bytes[22] <= 32_001 / 256)
        }

        @Test func tellsWhyThereIsNoBitmap() throws {
            let dot = "graph G { a [pos=\"0,0!\"]; b [pos=\"0,90000!\"] }"
            let failure = try #require(throws: GraphvizFailure.self) {
                try Graphviz.render(dot, as: .png, engine: .neato)
            }
            #expect(failure.description.contains("cannot draw the graph: the picture would be 83 by 8640059 pixels"))
        }

        /// Other suites run meanwhile, and theirs may write; what Graphviz writes, it writes every time.
        @Test func keepsStandardErrorClean() throws {
            #expect(try (0..<5).contains { _ in try Self.writtenToStandardError().isEmpty })
        }

        private static func writtenToStandardError() throws -> String {
            let file = FileManager.default.temporaryDirectory.appending(path: "stderr-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: file) }
            let stderr = dup(2)
            let log = open(file.path, O_WRONLY | O_CREAT, 0o600)
            dup2(log, 2)
            for format in PictureFormat.allCases {
                for dot in ["digraph {", "digraph { a [label=<<b>>,shape=x,color=y] }", "graph { size=\"9\"; a -- b }"]
                {
                    _ = try? Graphviz.render(dot, as: format)
                }
            }
            dup2(stderr, 2)
            close(stderr)
            close(log)
            return try String(contentsOf: file, encoding: .utf8)
        }
    }
}
