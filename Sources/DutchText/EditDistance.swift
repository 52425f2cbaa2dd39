/// How far one text is from another, for words that somebody may have mistyped.
package enum EditDistance {
    /// How many signs have to be put, taken out or changed (Levenshtein). Of the left text the first 200 count.
    /// - Complexity: the product of both lengths.
    package static func between<Sign: Equatable>(_ left: [Sign], _ right: [Sign]) -> Int {
        // A text of any length may be asked for; no name is so long.
        let left = left.prefix(200)
        var row = Array(0...right.count)
        for (place, sign) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in right.indices {
                let changed = diagonal + (right[column] == sign ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
