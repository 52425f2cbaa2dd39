/// What a letter costs, as the corpus grows.
extension BenchRow {
    static let flat = BenchRow(name: "flat") { bench in
        let figures = try bench.builds.figures(bench)
        let (least, most) = (bench.sizes.least, bench.sizes.most)
        func line(_ work: String, _ large: [Tool.Figures], _ small: [Tool.Figures]) -> Line {
            let ratio = large.ratio("cpu_s", to: small) * Double(least) / Double(most)
            let cost = [(large, most), (small, least)].map { ($0.0.median("cpu_s") / Double($0.1) * 1e6).text(0) }
            return Line(
                work: "\(work), \(Bench.called(most)): CPU a letter", against: "\(work) of \(Bench.called(least))",
                figure: "\(ratio.text(2))× (\(cost[0]) µs, \(cost[1]) µs)", reach: "≤ 1.3×", isReached: ratio <= 1.3,
                rounds: large.count)
        }
        return [
            line("cite", figures.cite, figures.leastCite), line("build", figures.build, figures.leastBuild),
        ]
    }
}
