extension Array {
    /// The index of the first element of which `isBehind` holds, in an array where it holds of all that follow too; their
    /// count when it holds of none.
    /// - Complexity: logarithmic.
    @inlinable package func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
