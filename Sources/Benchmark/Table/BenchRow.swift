/// A row of what `make bench` shows: our work beside somebody else's, and whether that is what we set out to reach. One
/// file in `Rows/` each; what stands in `all` is run, in this order.
struct BenchRow: Sendable {
    static let all: [BenchRow] = [.coupling, .pageRank, .leiden]

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
    }
}

extension BenchRow {
    /// Runs rows and prints the table; a row whose peers are missing says so and is not reached.
    static func printTable(_ rows: [BenchRow], _ bench: Bench) {
        print("| work | against | measured | reach | |")
        print("|---|---|---|---|---|")
        for row in rows {
            do {
                for line in try row.measure(bench) {
                    let reached = line.isReached ? "yes" : "no"
                    print("| \(line.work) | \(line.against) | \(line.figure) | \(line.reach) | reached: \(reached) |")
                }
            } catch {
                print("| \(row.name) | | not measured: \(error) | | reached: no |")
            }
        }
    }
}
