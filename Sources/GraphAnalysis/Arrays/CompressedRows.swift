/// Rows of numbers in two compact arrays: the sources of letter 7 are `targets[offsets[7]..<offsets[8]]`. Four bytes a
/// number, so that what a hundred thousand letters cite fits in a processor's cache.
package struct CompressedRows: Sendable, Equatable {
    /// One more than there are rows.
    package let offsets: [UInt32]
    package let targets: [UInt32]

    init(offsets: [UInt32], targets: [UInt32]) { (self.offsets, self.targets) = (offsets, targets) }

    /// The values of each key, in the order they come; below 2³² of them.
    /// - Parameter keys: as many as there are values, each below `rows`.
    /// - Complexity: linear; a counting sort.
    package init(grouping values: [UInt32], by keys: [UInt32], rows: Int) {
        var offsets = [UInt32](repeating: 0, count: rows + 1)
        for key in keys { offsets[Int(key) + 1] += 1 }
        for row in 0..<rows { offsets[row + 1] += offsets[row] }
        var next = offsets
        var targets = [UInt32](repeating: 0, count: values.count)
        for (key, value) in zip(keys, values) {
            targets[Int(next[Int(key)])] = value
            next[Int(key)] += 1
        }
        self.init(offsets: offsets, targets: targets)
    }

    package var count: Int { offsets.count - 1 }

    /// Where the targets of a row stand.
    func places(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    package subscript(row: Int) -> ArraySlice<UInt32> { targets[places(row)] }

    /// How many targets a row has.
    package func degree(_ row: Int) -> Int { Int(offsets[row + 1] - offsets[row]) }

    /// The rows of each target, in order.
    /// - Parameter rows: how many targets there may be.
    /// - Complexity: linear.
    func transposed(rows: Int) -> CompressedRows {
        var sources = [UInt32](repeating: 0, count: targets.count)
        for row in 0..<count {
            for place in places(row) { sources[place] = UInt32(row) }
        }
        return CompressedRows(grouping: sources, by: targets, rows: rows)
    }

    /// Without repeats; the targets of each row are in order.
    func distinct() -> CompressedRows {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(count + 1)
        var targets: [UInt32] = []
        targets.reserveCapacity(self.targets.count)
        for row in 0..<count {
            let start = targets.count
            for target in self[row] where targets.count == start || targets[targets.count - 1] != target {
                targets.append(target)
            }
            offsets.append(UInt32(targets.count))
        }
        return CompressedRows(offsets: offsets, targets: targets)
    }
}

/// Which letters cite which sources, both ways, in order and without repeats: the form every measure is counted on.
package struct Incidence: Sendable, Equatable {
    /// The sources of each letter.
    package let sourcesOfLetter: CompressedRows
    /// The letters of each source.
    package let lettersOfSource: CompressedRows

    private init(sourcesOfLetter: CompressedRows, lettersOfSource: CompressedRows) {
        (self.sourcesOfLetter, self.lettersOfSource) = (sourcesOfLetter, lettersOfSource)
    }

    /// - Parameters:
    ///   - citing: the letter of each citation, below `letters`.
    ///   - cited: the source of each citation, below `sources`; as many as `citing`, in any order, repeats allowed.
    /// - Complexity: linear in the number of citations.
    package init(citing: [UInt32], cited: [UInt32], letters: Int, sources: Int) {
        // Sources first and then turned over: each turn leaves its rows sorted, so nothing else has to sort.
        sourcesOfLetter = CompressedRows(grouping: citing, by: cited, rows: sources).transposed(rows: letters)
            .distinct()
        lettersOfSource = sourcesOfLetter.transposed(rows: sources)
    }

    /// Sources in the place of letters: what couples letters by their sources then couples sources by the letters that
    /// cite both (co-citation).
    package var turned: Incidence {
        Incidence(sourcesOfLetter: lettersOfSource, lettersOfSource: sourcesOfLetter)
    }
}
