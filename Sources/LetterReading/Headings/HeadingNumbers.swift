import DutchText

/// The numbers of a heading: `8 en 9`, and written out `één en twee`.
enum HeadingNumbers {
    private static let words: [StaticString] = [
        "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]

    static func read(_ cursor: inout Cursor) -> [Int]? {
        cursor.attempt { NumberList.read(&$0, style: .heading) } ?? spelled(&cursor)
    }

    private static func spelled(_ cursor: inout Cursor) -> [Int]? {
        guard let first = word(&cursor) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            guard cursor.skipWord("en") || hadComma else { return nil }
            cursor.skipBlanks()
            return word(&cursor)
        }) {
            numbers.append(next)
        }
        return numbers
    }

    /// `een` without its accents is an article, and no number here.
    private static func word(_ cursor: inout Cursor) -> Int? {
        if cursor.skipWord("één") || cursor.skipWord("Eén") { return 1 }
        return words.firstIndex { cursor.skipWord($0) }.map { $0 + 2 }
    }
}
