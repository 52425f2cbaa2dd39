/// Words that make the number before them an amount or a date.
package enum NumberWords {
    private static let counted: [StaticString] = [
        "miljoen", "miljard", "mln", "mld", "procent", "euro", "jaar", "jaren", "maanden", "weken", "dagen", "uur",
        "meter",
        "kilometer", "km",
        "ha", "hectare", "keer", "personen", "mensen", "gemeenten", "landen", "kilo", "ton",
    ]

    /// Whether what stands at the cursor (blanks passed over) is counted by the number before it: `3 maart`, `5 miljoen`,
    /// `10 %`.
    package static func countsSomething(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        cursor.skipBlanks()
        if DutchDate.month(&cursor) != nil || cursor.current == Byte.percent { return true }
        return cursor.skipWord(of: counted)
    }
}
