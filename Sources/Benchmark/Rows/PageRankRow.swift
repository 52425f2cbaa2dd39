/// PageRank of letters and sources.
extension BenchRow {
    static let pageRank = BenchRow(name: "pagerank") { bench in
        let csv = try bench.citations()
        let figures = try Tool.figures(
            [
                Tool(command: bench.own, arguments: ["pagerank", csv]),
                Tool(command: try bench.python(), arguments: ["\(bench.peers)/bench_one.py", "pagerank_igraph", csv]),
            ], rounds: bench.rounds)
        let ratio = figures[0].ratio("compute_cpu_s", to: figures[1])
        return [
            Line(
                work: "PageRank, \(bench.size)", against: "python-igraph",
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "compute_cpu_s")))",
                reach: "≤ 2×", isReached: ratio <= 2, rounds: figures[0].count)
        ]
    }
}
