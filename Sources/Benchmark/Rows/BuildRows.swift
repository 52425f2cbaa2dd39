import Foundation

// Rows of building a store: beside reading alone, per letter and in memory as the corpus grows, and again after a change.

/// A store of the whole corpus from nothing.
extension BenchRow {
    /// By perf.
    private static let reason =
        "one thread writes: the rows take half as long as reading does on two cores, and behind them comes the index of all "
        + "words, a third of the whole, which SQLite makes on one core"

    static let build = BenchRow(name: "build") { bench in
        let figures = try bench.builds.figures(bench)
        let cite = figures.build.ratio("wall_s", to: figures.cite)
        let imported = figures.build.ratio("wall_s", to: figures.imported)
        let work = "build, \(Bench.called(bench.sizes.most)): wall"
        let isMeasured = !figures.imported.isEmpty
        return [
            Line(
                work: work, against: "cite of the same",
                figure: "\(cite.text(2))× its time (\(seconds(figures.build, figures.cite, "wall_s")))",
                reach: "≤ 1.5×", isReached: cite <= 1.5, rounds: figures.build.count, reason: reason),
            Line(
                work: work, against: "`sqlite3 .import` of the same rows",
                figure: isMeasured
                    ? "\(imported.text(2))× its time (\(seconds(figures.build, figures.imported, "wall_s")))"
                    : "not measured: sqlite3 is not installed",
                reach: "≤ 2.5×", isReached: imported <= 2.5, rounds: figures.imported.count, reason: reason),
        ]
    }
}

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

/// A build of a corpus that the store holds already, but for one letter that changed.
extension BenchRow {
    static let rebuild = BenchRow(name: "rebuild") { bench in
        let (count, find) = (bench.sizes.most, try bench.program("find"))
        let corpus = try bench.corpus(count)
        let whole = try bench.builds.figures(bench).build
        let letter = try ChangedLetter(corpus)
        let store = "\(Bench.folder)/store-\(count).sqlite"
        try letter.change()
        _ = try Tool.run(bench.kvgraph, ["build", corpus, letter.folder, "--store", store])
        let figures = try Tool.figures(
            [
                .watched(bench.kvgraph, ["build", corpus, letter.folder, "--store", store], before: letter.change),
                .watched(find, [corpus, letter.folder, "-type", "f", "-newer", letter.stamp]),
            ], rounds: max(3, bench.rounds), within: 60)
        let work = "build, \(Bench.called(count)), one letter changed: wall"
        let walk = figures[0].ratio("wall_s", to: figures[1])
        let part = figures[0].median("wall_s") / whole.median("wall_s")
        return [
            Line(
                work: work, against: "`find -newer`",
                figure: "\(walk.text(1))× its time (\(seconds(figures[0], figures[1], "wall_s")))", reach: "≤ 5×",
                isReached: walk <= 5, rounds: figures[0].count),
            Line(
                work: work, against: "the full build",
                figure: "\(part.text(3))× its time (\(seconds(figures[0], whole, "wall_s")))", reach: "≤ 0.1×",
                isReached: part <= 0.1, rounds: figures[0].count),
        ]
    }
}

/// A letter of its own beside a corpus, which others may look at: only this one is ever written.
private struct ChangedLetter {
    let folder = "\(Bench.folder)/changed"
    /// A file that is older than the change.
    let stamp = "\(Bench.folder)/changed.stamp"
    private let text: String

    init(_ corpus: String) throws {
        guard let first = try Bench.files(corpus).first else {
            throw Tool.Failure(description: "\(corpus) holds no letters")
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        text = try String(contentsOfFile: first, encoding: .utf8)
    }

    /// Longer each time, and with the number of no other letter: it is the third paragraph, alone on its line.
    func change() throws {
        let file = folder + "/ah-tk-20992100-1.txt"
        try Data().write(to: URL(fileURLWithPath: stamp))
        let old = try? String(contentsOfFile: file, encoding: .utf8)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let number = lines.firstIndex(where: { Int($0) != nil }) { lines[number] = "99999" }
        try Data(((old ?? lines.joined(separator: "\n")) + "Zie ook Kamerstuk 30821, nr. 230.\n").utf8)
            .write(to: URL(fileURLWithPath: file))
    }
}
