/// A repeatable stream of numbers: SplitMix64 (Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }
    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
    mutating func happens(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &self) < part }

    /// A place in a list, the first ones by far the likeliest: log-uniform, as citing is.
    mutating func skewed(_ count: Int) -> Int {
        guard count > 1 else { return 0 }
        var place = 1.0
        let share = Double.random(in: 0..<1, using: &self)
        // count to the power of a share lies evenly between 1 and count, in orders of size.
        var (low, high) = (1.0, Double(count))
        var rest = share
        while high - low > 0.5 {
            let middle = (low * high).squareRoot()
            if rest < 0.5 { high = middle } else { low = middle }
            rest = rest < 0.5 ? rest * 2 : rest * 2 - 1
            place = low
        }
        return min(count - 1, Int(place) - 1)
    }
}
