import Foundation
import Testing

@testable import GraphDrawing

extension Drawing {
    @Suite struct LoadTests {
        @Test func drawsForManyTasksAtOnce() async throws {
            let engines: [LayoutEngine] = [.dot, .neato, .sfdp, .circo]
            let dots = (0..<8).map { Self.graph(named: "g\($0)", nodes: 20 + $0) }
            let alone = try zip(dots, engines + engines).map { try Graphviz.render($0, as: .svg, engine: $1) }
            let together = try await withThrowingTaskGroup(of: (Int, Picture).self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            _ = try? Graphviz.render("digraph { a [label=<<b>x>] }", as: .svg)
                            _ = try Graphviz.render(dots[task], as: .svg, engine: engines[(task + 1) % 4])
                            _ = try Graphviz.render("digraph { a -> b }", as: .png)
                        }
                        return (task, try Graphviz.render(dots[task], as: .svg, engine: engines[task % 4]))
                    }
                }
                return try await group.reduce(into: [Int: Picture]()) { $0[$1.0] = $1.1 }
            }
            #expect((0..<8).allSatisfy { together[$0] == alone[$0] })
        }

        /// Of what is drawn again and again, of every engine, and of what fails.
        @Test(.disabled(if: isSanitized), arguments: zip(PictureFormat.allCases, [200, 200, 40, 80]))
        func keepsNoMemory(_ format: PictureFormat, pictures: Int) throws {
            let dot = Self.graph(named: "g", nodes: 6)
            let rounds = { (count: Int) in
                for round in 0..<count {
                    _ = try Graphviz.render(dot, as: format, engine: LayoutEngine.allCases[round % 8])
                    _ = try? Graphviz.render("digraph { a [label=<<b>x>] } digraph { b } ]", as: format)
                    _ = try? Graphviz.render("digraph { a [label=\"x", as: format)
                }
            }
            try rounds(40)
            // What is lost is lost every time; what the allocator keeps for later use, it keeps once.
            let grown = try (0..<3).map { _ in
                let before = try residentMemory()
                try rounds(pictures)
                return try residentMemory() - before
            }
            #expect(grown.contains { $0 < 1_000_000 }, "grown by \(grown) bytes")
        }

        /// The address sanitizer holds on to all memory that is given back.
        private static let isSanitized = dlsym(dlopen(nil, RTLD_LAZY), "__asan_init") != nil

        private static func graph(named name: String, nodes: Int) -> String {
            let edges = (0..<nodes).flatMap {
                ["n\($0) -- n\(($0 * 7 + 3) % nodes)", "n\($0) -- n\(($0 * 3 + 1) % nodes)"]
            }
            let label = "label=\(DOTText.label("een & ander \"&\" <b>"))"
            return "graph \(name) { node [\(label), URL=\"https://x.nl\"]; \(edges.joined(separator: "; ")) }"
        }

        private func residentMemory() throws -> Int {
            #if os(Linux)
                let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                return try #require(Int(pages[1])) * Int(getpagesize())
            #else
                var usage = rusage()
                getrusage(RUSAGE_SELF, &usage)
                return usage.ru_maxrss
            #endif
        }
    }
}
