/// Which twenty letters each letter is closest to by the sources they share, from a hundred thousand letters.
extension BenchRow {
    static let coupling = BenchRow(name: "coupling") { bench in
        let csv = try bench.citations()
        let figures = try Tool.figures(
            [
                Tool(command: bench.own, arguments: ["coupling", csv]),
                Tool(
                    command: try bench.python(),
                    arguments: ["\(bench.peers)/bench_one.py", "coupling_scipy_blocked", csv]),
                Tool(command: try bench.reference(), arguments: [csv]),
            ], rounds: bench.rounds)
        let (own, scipy, reference) = (figures[0], figures[1], figures[2])
        let work = "coupling, \(bench.size), top 20 Salton"
        let faster = scipy.ratio("compute_s", to: own)
        let smaller = own.ratio("rss_mib", to: scipy)
        let effort = own.ratio("compute_cpu_s", to: reference)
        let sum = own.median("sum_top")
        // What the reference gives for this many letters, as ../shared/bench says.
        let wanted = 851317.705698
        return [
            Line(
                work: "\(work): wall", against: "scipy in blocks",
                figure: "\(faster.text(1))× faster (\(seconds(own, scipy, "compute_s")))", reach: "≥ 6×",
                isReached: faster >= 6, rounds: own.count),
            Line(
                work: "\(work): memory", against: "scipy in blocks",
                figure:
                    "\(smaller.text(2))× (\(own.median("rss_mib").text(0)) MiB, \(scipy.median("rss_mib").text(0)) MiB)",
                reach: "≤ 0.25×", isReached: smaller <= 0.25, rounds: own.count),
            Line(
                work: "\(work): CPU", against: "C++, one thread",
                figure: "\(effort.text(2))× (\(seconds(own, reference, "compute_cpu_s")))", reach: "≤ 1.2×",
                isReached: effort <= 1.2, rounds: own.count),
            Line(
                work: "\(work): sum of strengths", against: "C++, one thread", figure: sum.text(6),
                reach: wanted.text(6), isReached: abs(sum - wanted) < 1e-5, rounds: own.count),
        ]
    }

    /// `1.02 s, 8.13 s`, or milliseconds where it is short.
    static func seconds(_ own: [Tool.Figures], _ other: [Tool.Figures], _ key: String) -> String {
        [own, other].map { figures in
            let seconds = figures.median(key)
            return seconds < 0.1 ? "\((seconds * 1000).text(1)) ms" : "\(seconds.text(2)) s"
        }.joined(separator: ", ")
    }
}
