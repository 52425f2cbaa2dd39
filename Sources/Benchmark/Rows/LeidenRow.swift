/// Clusters of letters and sources by Leiden.
extension BenchRow {
    static let leiden = BenchRow(name: "leiden") { bench in
        let csv = try bench.citations()
        let figures = try Tool.figures(
            [
                Tool(command: bench.own, arguments: ["leiden", csv]),
                Tool(
                    command: try bench.python(),
                    arguments: ["\(bench.peers)/bench_one.py", "leiden_igraph_citation", csv]),
            ], rounds: bench.rounds)
        let ratio = figures[0].ratio("compute_cpu_s", to: figures[1])
        let (own, other) = (figures[0].median("modularity"), figures[1].median("modularity"))
        return [
            Line(
                work: "Leiden, \(bench.size): time", against: "python-igraph",
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "compute_cpu_s")))",
                reach: "≤ 2×", isReached: ratio <= 2, rounds: figures[0].count),
            Line(
                work: "Leiden, \(bench.size): modularity", against: "python-igraph",
                figure: "\(own.text(4)), \(other.text(4))", reach: "same ± 0.01", isReached: abs(own - other) <= 0.01,
                rounds: figures[0].count),
        ]
    }
}
