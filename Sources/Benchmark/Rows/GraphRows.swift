// Rows of the analysis of a graph: coupling, PageRank, clusters.

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
