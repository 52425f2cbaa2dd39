import Foundation

// Rows of the command as a whole: its start, what a second core gives, a picture.

/// What the command costs before it does anything.
extension BenchRow {
    static let start = BenchRow(name: "start") { bench in
        let figures = try Tool.figures(
            [.watched(bench.kvgraph, ["--version"]), .watched(try bench.program("dot"), ["-V"])],
            rounds: bench.isQuick ? 21 : 101, within: 20)
        let ratio = figures[0].ratio("wall_s", to: figures[1])
        return [
            Line(
                work: "start, `kvgraph --version`: wall", against: "`dot -V`",
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "wall_s")))", reach: "≤ 0.8×",
                isReached: ratio <= 0.8, rounds: figures[0].count,
                reason:
                    "what is left is the loader's: 13 libraries, Graphviz's and SQLite's among them, and the program's own "
                    + "relocations; at a fixed address it would start in 0.6×, and be easier to attack")
        ]
    }
}

/// What columns cost: a table of everything that letters share, beside the same as JSON lines.
extension BenchRow {
    static let table = BenchRow(name: "table") { bench in
        let store = try Builds.store(bench, bench.sizes.most)
        let figures = try Tool.figures(
            ["table", "jsonl"].map { format in
                .watched(
                    bench.kvgraph, ["shared", "--format", format, "--store", store],
                    output: "\(Bench.folder)/shared.\(format)")
            }, rounds: bench.isQuick ? 3 : 7, within: 60)
        let (ratio, most) = (figures[0].ratio("wall_s", to: figures[1]), figures[0].median("rss_mib"))
        return [
            Line(
                work: "shared, \(Bench.called(bench.sizes.most)), table to a file: wall, memory",
                against: "the same as jsonl",
                figure:
                    "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "wall_s"))), \(most.text(0)) MiB",
                reach: "≤ 1.2×, ≤ 150 MiB", isReached: ratio <= 1.2 && most <= 150, rounds: figures[0].count)
        ]
    }
}

/// What a second core gives.
extension BenchRow {
    static let cores = BenchRow(name: "cores") { bench in
        let (pin, count) = (try bench.program("taskset"), bench.cited)
        let cited = "\(Bench.folder)/cited.jsonl"
        let tools = try ["0", "0,1"].map {
            Tool.watched(pin, ["-c", $0, bench.kvgraph, "cite", try bench.corpus(count)], output: cited)
        }
        let figures = try Tool.figures(tools, rounds: max(3, bench.rounds), within: 60)
        let faster = figures[0].ratio("wall_s", to: figures[1])
        return [
            Line(
                work: "cite, \(Bench.called(count)), two cores: wall", against: "one core",
                figure: "\(faster.text(2))× faster (\(seconds(figures[1], figures[0], "wall_s")))", reach: "≥ 1.8×",
                isReached: faster >= 1.8, rounds: figures[0].count,
                reason:
                    "reading files that the system has put aside waits for one disk, and one core writes the lines in order"
            )
        ]
    }
}

/// Pictures of a hundred and a thousand edges, from the store to the SVG, beside Graphviz on the same DOT.
extension BenchRow {
    static let render = BenchRow(name: "render") { bench in
        let dot = try bench.program("dot")
        return try [(100, 1.0), (1000, 1.05)].map { wanted, most in
            let picture = try Picture(bench, edges: wanted)
            let figures = try Tool.figures(
                [
                    .watched(bench.kvgraph, picture.arguments("--svg", to: "\(Bench.folder)/picture.svg")),
                    .watched(dot, ["-Tsvg", picture.file, "-o", "\(Bench.folder)/dot.svg"]),
                ], rounds: bench.isQuick ? 3 : 7, within: 60)
            let ratio = figures[0].ratio("wall_s", to: figures[1])
            return Line(
                work: "render --svg, \(picture.edges) edges: wall", against: "`dot -Tsvg` on the same DOT",
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "wall_s")))",
                reach: "≤ \(most.text(2))×", isReached: ratio <= most, rounds: figures[0].count,
                reason:
                    "the layout is Graphviz's own in both; beside it stand the start, the store and the words for each node"
            )
        }
    }
}

/// The whole graph of as many letters as come closest to so many edges, drawn by `dot` as it is.
private struct Picture {
    let file: String
    let edges: Int
    private let store: String

    init(_ bench: Bench, edges wanted: Int) throws {
        file = "\(Bench.folder)/picture-\(wanted).dot"
        var (low, high, closest) = (1, wanted, (letters: 1, edges: 0))
        while low <= high {
            let letters = (low + high) / 2
            let edges = try Self.drawn(bench, letters, file)
            if abs(edges - wanted) < abs(closest.edges - wanted) { closest = (letters, edges) }
            if edges < wanted { low = letters + 1 } else { high = letters - 1 }
        }
        store = Self.store(closest.letters)
        edges = try Self.drawn(bench, closest.letters, file)
    }

    func arguments(_ format: String, to file: String) -> [String] { Self.arguments(format, store, to: file) }

    /// Builds the store of so many letters and writes its graph.
    /// - Returns: how many edges it has.
    private static func drawn(_ bench: Bench, _ letters: Int, _ file: String) throws -> Int {
        _ = try Run.once(bench.kvgraph, ["build", bench.sample(letters), "--store", store(letters)])
        _ = try Run.once(bench.kvgraph, arguments("--dot", store(letters), to: file))
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count { $0.contains(" -> ") }
    }

    private static func store(_ letters: Int) -> String { "\(Bench.folder)/sample-\(letters).sqlite" }

    private static func arguments(_ format: String, _ store: String, to file: String) -> [String] {
        ["render", format, "--engine", "dot", "--limit", "1000000", "--store", store, "-o", file]
    }
}
