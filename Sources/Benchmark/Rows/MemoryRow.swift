/// What a build holds, as the corpus grows.
extension BenchRow {
    static let memory = BenchRow(name: "memory") { bench in
        let figures = try bench.builds.figures(bench)
        let ratio = figures.build.ratio("rss_mib", to: figures.middleBuild)
        let (small, large) = (figures.middleBuild.median("rss_mib"), figures.build.median("rss_mib"))
        return [
            Line(
                work: "build, \(Bench.called(bench.sizes.most)): memory",
                against: "build of \(Bench.called(bench.sizes.middle))",
                figure: "\(ratio.text(2))× (\(large.text(0)) MiB, \(small.text(0)) MiB)", reach: "≤ 1.3×",
                isReached: ratio <= 1.3, rounds: figures.build.count)
        ]
    }
}
