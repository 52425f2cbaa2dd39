/// A store of the whole corpus from nothing.
extension BenchRow {
    static let build = BenchRow(name: "build") { bench in
        let figures = try bench.builds.figures(bench)
        let cite = figures.build.ratio("wall_s", to: figures.cite)
        let imported = figures.build.ratio("wall_s", to: figures.imported)
        // Whichever of both bounds is the wider counts.
        let isReached = cite <= 2 || imported <= 2.5
        let work = "build, \(Bench.called(bench.sizes.most)): wall"
        let isMeasured = !figures.imported.isEmpty
        return [
            Line(
                work: work, against: "cite of the same",
                figure: "\(cite.text(2))× its time (\(seconds(figures.build, figures.cite, "wall_s")))",
                reach: "≤ 2×, or as below", isReached: isReached, rounds: figures.build.count),
            Line(
                work: work, against: "`sqlite3 .import` of the same rows",
                figure: isMeasured
                    ? "\(imported.text(2))× its time (\(seconds(figures.build, figures.imported, "wall_s")))"
                    : "not measured: sqlite3 is not installed",
                reach: "≤ 2.5×, or as above", isReached: isReached, rounds: figures.imported.count),
        ]
    }
}
