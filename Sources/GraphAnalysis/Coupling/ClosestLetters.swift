/// For each letter the few others it is most strongly coupled with; of the incidence turned over, for each source those
/// it is cited with. Kept in the blocks they were counted in, so that a hundred thousand lists take no second copy.
package struct ClosestLetters: Sendable {
    package struct Neighbour: Sendable, Equatable {
        package let letter: UInt32
        /// How many sources they share.
        package let shared: UInt32
        package let strength: Double
    }

    private struct Block: Sendable {
        var ends: [UInt32] = []
        var neighbours: [Neighbour] = []
    }

    private static let size = 128
    private let blocks: [Block]
    package let count: Int

    /// - Parameters:
    ///   - limit: at most so many for each letter; the strongest first, then those that share most, then by number.
    ///   - workers: how many cores to use; the lists are the same whatever their number.
    /// - Complexity: the sum over sources of the square of the number of letters that cite them.
    package init(
        _ incidence: Incidence, by measure: Coupling.Measure, limit: Int, workers: Int = Workers.cores
    ) {
        count = incidence.sourcesOfLetter.count
        let weights = Coupling.weights(incidence, measure)
        let parts = Workers.run(workers, rows: count, block: Self.size) { blocks in
            var counts = SharedCounts(incidence, by: measure, weights: weights)
            var best = TopPairs(limit: limit)
            var made: [(number: Int, block: Block)] = []
            while let rows = blocks.take() {
                var block = Block()
                for letter in rows {
                    counts.add(letter, onlyLater: false, to: &best)
                    best.drain { block.neighbours.append(Neighbour($0, of: letter)) }
                    block.ends.append(UInt32(block.neighbours.count))
                }
                made.append((rows.lowerBound / Self.size, block))
            }
            return made
        }
        blocks = parts.joined().sorted { $0.number < $1.number }.map(\.block)
    }

    /// The neighbours of a letter, the closest first.
    package subscript(letter: Int) -> ArraySlice<Neighbour> {
        let (block, row) = (blocks[letter / Self.size], letter % Self.size)
        return block.neighbours[(row == 0 ? 0 : Int(block.ends[row - 1]))..<Int(block.ends[row])]
    }
}

extension ClosestLetters.Neighbour {
    fileprivate init(_ entry: TopPairs.Entry, of letter: Int) {
        self.init(
            letter: UInt32(entry.first == letter ? entry.second : entry.first), shared: UInt32(entry.shared),
            strength: entry.strength)
    }
}
