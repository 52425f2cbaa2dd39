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
                figure: "\(ratio.text(2))× its time (\(seconds(figures[0], figures[1], "wall_s")))", reach: "≤ 1×",
                isReached: ratio <= 1, rounds: figures[0].count,
                reason: "the kernel and the loader take 92 %: 49 libraries, 27 of them libcurl's, which "
                    + "FoundationNetworking brings along through FlyingFox")
        ]
    }
}
