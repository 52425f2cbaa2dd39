/// What one letter shares with each other letter, counted by walking from it to its sources and from those to the letters
/// that cite them. One counter for every letter and a list of those touched: wide sources cost a step per citing letter,
/// and nothing has to be sorted, hashed or made anew for the next letter. One for each worker.
struct SharedCounts {
    private let incidence: Incidence
    /// ln(N / n) of each source, or none where sources count alike.
    private let weights: [Double]
    private var counts: [UInt32]
    private var sums: [Double]
    private var touched: [UInt32]
    private var touchedCount = 0
    /// How many sources each letter has, as the bar of the measure takes it.
    private let widths: [Float]
    private let measure: Coupling.Measure

    init(_ incidence: Incidence, by measure: Coupling.Measure, weights: [Double]) {
        let letters = incidence.sourcesOfLetter.count
        self.incidence = incidence
        self.weights = weights
        counts = [UInt32](repeating: 0, count: letters)
        sums = [Double](repeating: 0, count: weights.isEmpty ? 0 : letters)
        // One more: the next place is written before it is known whether it stays.
        touched = [UInt32](repeating: 0, count: letters + 1)
        self.measure = measure
        widths = (0..<letters).map { Bar.width(measure, incidence.sourcesOfLetter.degree($0)) }
    }

    /// Adds the letters that share a source with `letter` to the list of the best.
    /// - Parameter onlyLater: only letters after it, so that a walk from each letter meets each pair once.
    mutating func add(_ letter: Int, onlyLater: Bool, to best: inout TopPairs) {
        walk(letter, from: onlyLater ? UInt32(letter) + 1 : 0)
        // A letter meets itself at each of its sources.
        best.total += touchedCount - (onlyLater || touchedCount == 0 ? 0 : 1)
        if weights.isEmpty {
            select(letter, &best)
        } else {
            selectWeighted(letter, &best)
        }
    }

    private mutating func walk(_ letter: Int, from first: UInt32) {
        let letters = incidence.lettersOfSource
        touchedCount = 0
        for source in incidence.sourcesOfLetter[letter] {
            var places = letters.places(Int(source))
            if first > 0 { places = letters.firstPlace(in: places, from: first)..<places.upperBound }
            touchedCount = Self.count(letters.targets, places, &counts, &touched, touchedCount)
            if !weights.isEmpty { weigh(letters.targets, places, weights[Int(source)]) }
        }
    }

    /// One more for each letter at these places.
    /// - Returns: how many letters are on the list of those touched, of which there were `already` so many.
    private static func count(
        _ letters: [UInt32], _ places: Range<Int>, _ counts: inout [UInt32], _ touched: inout [UInt32], _ already: Int
    ) -> Int {
        let letters = letters.span
        var counts = counts.mutableSpan
        var touched = touched.mutableSpan
        var next = already
        for place in places {
            let other = letters[place]
            let count = counts[Int(other)]
            // Without a branch: whether a letter is new to the list is a coin's toss to the processor.
            touched[next] = other
            next += count == 0 ? 1 : 0
            counts[Int(other)] = count + 1
        }
        return next
    }

    private mutating func weigh(_ letters: [UInt32], _ places: Range<Int>, _ weight: Double) {
        let letters = letters.span
        var sums = sums.mutableSpan
        for place in places { sums[Int(letters[place])] += weight }
    }

    private mutating func select(_ letter: Int, _ best: inout TopPairs) {
        let (list, widths, measure, rows, end) = (touched, widths, measure, incidence.sourcesOfLetter, touchedCount)
        let own = rows.degree(letter)
        let (touched, width) = (list.span, widths.span)
        var counts = counts.mutableSpan
        var bar = Bar(measure, own, best.worst)
        for place in 0..<end {
            let other = Int(touched[place])
            let shared = counts[other]
            counts[other] = 0
            guard Float(shared) >= bar.least + bar.slope * width[other], other != letter else { continue }
            let strength = measure.strength(Int(shared), own, rows.degree(other))
            if best.add(.init(letter, other, shared: Int(shared), strength)) { bar = Bar(measure, own, best.worst) }
        }
    }

    private mutating func selectWeighted(_ letter: Int, _ best: inout TopPairs) {
        for place in 0..<touchedCount {
            let other = Int(touched[place])
            let (shared, sum) = (Int(counts[other]), sums[other])
            counts[other] = 0
            sums[other] = 0
            if other != letter { _ = best.add(.init(letter, other, shared: shared, sum)) }
        }
    }
}

/// What a pair must reach to enter a full list, told without a root or a division for each of the hundreds of millions of
/// pairs: c ≥ `least` + `slope` · `width(b)`. A hair low, so that a pair at the edge is measured exactly.
private struct Bar {
    let least: Float
    let slope: Float

    /// - Parameters:
    ///   - own: a, how many sources the first letter has.
    ///   - worst: the weakest pair of the list, or nil while it has room.
    init(_ measure: Coupling.Measure, _ own: Int, _ worst: TopPairs.Entry?) {
        let (a, strength) = (Double(own), worst?.strength ?? 0)
        let (least, slope): (Double, Double) =
            switch measure {
            case .count, .weighted: (strength, 0)
            case .jaccard: (strength * a / (1 + strength), strength / (1 + strength))
            case .salton: (0, strength * a.squareRoot())
            case .association: (0, strength * a)
            }
        self.least = Float(least * 0.99999)
        self.slope = Float(slope * 0.99999)
    }

    static func width(_ measure: Coupling.Measure, _ sources: Int) -> Float {
        measure == .salton ? Float(sources).squareRoot() : Float(sources)
    }
}

extension CompressedRows {
    /// The first of these places, which lie in one row, whose target is not below `target`.
    /// - Complexity: logarithmic.
    fileprivate func firstPlace(in places: Range<Int>, from target: UInt32) -> Int {
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if targets[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
