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
