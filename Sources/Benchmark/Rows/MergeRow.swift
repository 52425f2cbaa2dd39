import Foundation

/// Halves of a corpus, each built apart as Spark builds them, brought together in one store.
extension BenchRow {
    static let merge = BenchRow(name: "merge") { bench in
        let count = bench.sizes.most
        let whole = try bench.builds.figures(bench).build
        let parts = try halves(of: bench.corpus(count)).enumerated().map { part, folders in
            let store = "\(Bench.folder)/part-\(part + 1)-of-\(count).sqlite"
            _ = try Run.once(bench.kvgraph, ["build"] + folders + ["--store", store])
            return store
        }
        let merged = "\(Bench.folder)/merged.sqlite"
        let figures = try Tool.figures(
            [
                .watched(bench.kvgraph, ["merge"] + parts + ["--store", merged]) {
                    try? FileManager.default.removeItem(atPath: merged)
                }
            ], rounds: min(3, bench.rounds), within: 60)[0]
        let ratio = figures.median("wall_s") / whole.median("wall_s")
        return [
            Line(
                work: "merge of two halves of \(Bench.called(count)): wall", against: "the full build",
                figure: "\(ratio.text(2))× its time (\(seconds(figures, whole, "wall_s")))", reach: "≤ 0.5×",
                isReached: ratio <= 0.5, rounds: figures.count,
                reason: "the index of words is made anew, the longest part of a build that one core does")
        ]
    }

    private static func halves(of corpus: String) throws -> [[String]] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: corpus).sorted().map { "\(corpus)/\($0)" }
        let middle = (folders.count + 1) / 2
        return [Array(folders[..<middle]), Array(folders[middle...])].filter { !$0.isEmpty }
    }
}
