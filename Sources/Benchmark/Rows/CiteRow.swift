import Foundation

/// What citing costs on one core beside what others do with the same files: processor time for a megabyte of text.
extension BenchRow {
    /// By `make bench-stages`.
    fileprivate static let reason =
        "finding citations takes half: a walk over every sign, and grammars of 17 kinds with names of laws and reports; the "
        + "letter's structure takes a third, spread over eight stages; a sixth of all is counting owners and memory"

    static let cite = BenchRow(name: "cite") { bench in
        let corpus = try bench.corpus(bench.cited)
        let work = "cite, \(Bench.called(bench.cited)), one core"
        // grep and wc are measured at their best, and wc also as it runs where text is UTF-8.
        let list = "\(Bench.folder)/files.list"
        try Data(Bench.files(corpus).map { $0 + "\0" }.joined().utf8).write(to: URL(fileURLWithPath: list))
        let found = "\(Bench.folder)/found.txt"
        let env = try bench.program("env")
        let tools = [
            Tool.watched(bench.kvgraph, ["cite", corpus], output: "\(Bench.folder)/cited.jsonl"),
            .watched(env, ["LC_ALL=C", "grep", "-rc", "Kamerstuk", corpus], output: found),
            .watched(env, ["LC_ALL=C", "wc", "-w", "--files0-from=\(list)"], output: found),
            .watched(env, ["LC_ALL=C.UTF-8", "wc", "-w", "--files0-from=\(list)"], output: found),
        ]
        let figures = try Tool.figures(try bench.onOneCore(tools), rounds: max(3, bench.rounds), within: 60)
        let megabytes = try Bench.megabytes(corpus)
        let own = figures[0].median("cpu_s") / megabytes
        func line(_ other: [Tool.Figures], _ name: String, _ reach: String, _ most: Double) -> Line {
            let ratio = figures[0].ratio("cpu_s", to: other)
            return Line(
                work: "\(work): CPU", against: name,
                figure: "\(ratio.text(1))× its time (\((1 / own).text(0)), "
                    + "\((megabytes / other.median("cpu_s")).text(0)) MB/s)",
                reach: reach, isReached: ratio <= most, rounds: other.count, reason: reason)
        }
        return [
            line(figures[1], "`grep -rc Kamerstuk`", "≤ 8×", 8),
            line(figures[2], "`wc -w`, locale C", "< 1×", 1),
            line(figures[3], "`wc -w`, UTF-8", "< 1×", 1),
            bench.finder(work, own, "wetsuite", wetsuite, letters: 250, reach: 15),
            bench.finder(work, own, "nllegalcit", nllegalcit, letters: 6, reach: 30_000),
        ]
    }

    private static let wetsuite = ["wetsuite==1.0.1"]
    private static let nllegalcit = ["nllegalcit==0.0.4"]
}

extension Bench {
    /// The same programs, kept on the first core, where the system can do that.
    func onOneCore(_ tools: [Tool]) throws -> [Tool] {
        guard let pin = try? program("taskset") else { return tools }
        return tools.map {
            .watched(
                pin, ["-c", "0", $0.command] + $0.arguments, input: $0.input, output: $0.output, before: $0.before)
        }
    }

    /// A finder from PyPI on a few letters, scaled to a megabyte; its start is taken off by a run on one of them.
    fileprivate func finder(
        _ work: String, _ own: Double, _ name: String, _ packages: [String], letters: Int, reach: Double
    ) -> BenchRow.Line {
        let wanted = "≥ \(reach.text(0))×"
        do {
            let python = try python(name, packages)
            let (one, all) = (try sample(1), try sample(letters))
            let script = "\(peers)/run_\(name).py"
            let figures = try Tool.figures(
                onOneCore([.watched(python, [script, one]), .watched(python, [script, all])]),
                rounds: 3, within: 60)
            let megabytes = try Self.megabytes(all) - Self.megabytes(one)
            let cost = (figures[1].median("cpu_s") - figures[0].median("cpu_s")) / megabytes
            return BenchRow.Line(
                work: "\(work): CPU", against: name,
                figure: "\((cost / own).text(0))× faster (\((1 / own).text(0)), \((1 / cost).text(4)) MB/s)",
                reach: wanted, isReached: cost / own >= reach, rounds: figures[0].count,
                reason: BenchRow.reason)
        } catch {
            return BenchRow.Line(
                work: "\(work): CPU", against: name, figure: "not measured: \(error)", reach: wanted, isReached: false)
        }
    }
}
