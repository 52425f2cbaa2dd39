import Foundation

/// A row of what `make bench` shows: our work beside somebody else's, and whether that is what we set out to reach. One
/// file in `Rows/` each; what stands in `all` is run, in this order.
struct BenchRow: Sendable {
    static let all: [BenchRow] = [
        .cite, .instructions, .cores, .build, .rebuild, .memory, .flat, .merge, .coupling, .pageRank, .leiden, .ask,
        .table,
        .serve, .render, .start,
    ]

    /// The word that chooses it alone: `kvgraph-bench table coupling`.
    let name: String
    /// Runs everything the row compares, turn about, and says what came out: a line for each thing that is compared.
    let measure: @Sendable (Bench) throws -> [Line]

    struct Line: Sendable {
        let work: String
        let against: String
        /// `7.9× faster (1.02 s, 8.1 s)`
        let figure: String
        /// `≥ 6×`
        let reach: String
        let isReached: Bool
        /// How often each was run.
        var rounds = 0
        /// Why it is not reached, where it is not, as profiling shows.
        var reason: String?
    }
}

extension BenchRow {
    /// Runs rows and prints the table; a row whose peers are missing says so and is not reached.
    static func printTable(_ rows: [BenchRow], _ bench: Bench) {
        print("| work | against | measured | runs | reach | |")
        print("|---|---|---|--:|---|---|")
        for row in rows {
            do {
                for line in try row.measure(bench) { print(line.text) }
            } catch {
                print("| \(row.name) | | not measured: \(error) | | | reached: no |")
            }
            fflush(nil)
        }
    }
}

extension BenchRow.Line {
    /// `| build, 86k letters | cite | 2.1× its time | 3 | ≤ 2× | reached: no: the index of sentences |`
    fileprivate var text: String {
        let reached = isReached ? "yes" : "no" + (reason.map { " (\($0))" } ?? "")
        let runs = rounds > 0 ? String(rounds) : ""
        return "| \(work) | \(against) | \(figure) | \(runs) | \(reach) | reached: \(reached) |"
    }
}
