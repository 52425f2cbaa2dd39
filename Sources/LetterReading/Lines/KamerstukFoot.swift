import DutchText

/// The foot of a page of a Kamerstuk, which prints its own number: `Tweede Kamer, vergaderjaar 2023–2024, 36 410 VII, nr.
/// 9 4`, the page's number behind it or alone on the next line. Once, it may be a citation; the same words again with a
/// higher number behind them are feet.
enum KamerstukFoot {
    private struct Foot {
        let range: Range<Int>
        let page: Range<Int>
        let number: Int
    }

    /// The pieces of feet, in order: the words, with the page's number when it stands on their line.
    static func all(in bytes: Bytes) -> [Range<Int>] {
        var feet: [[UInt8]: [Foot]] = [:]
        var place = 0
        while let found = bytes.firstIndex(of: "Kamer, vergaderjaar", in: place..<bytes.count) {
            place = found + 5
            guard let foot = read(bytes, at: found - 7) else { continue }
            feet[bytes[foot.range].filter { !$0.isBlank }, default: []].append(foot)
            place = foot.page.upperBound
        }
        return feet.values.filter(countsUp).joined().flatMap { foot in
            bytes[foot.range.upperBound..<foot.page.lowerBound].contains(Byte.newline)
                ? [foot.range, foot.page] : [foot.range.lowerBound..<foot.page.upperBound]
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func countsUp(_ feet: [Foot]) -> Bool {
        feet.count > 1 && zip(feet, feet.dropFirst()).allSatisfy { $0.number < $1.number }
    }

    private static func read(_ bytes: Bytes, at start: Int) -> Foot? {
        guard start >= 0 else { return nil }
        var cursor = Cursor(bytes, in: start..<min(bytes.count, start + 100))
        guard cursor.skip("Tweede Kamer, vergaderjaar ") || cursor.skip("Eerste Kamer, vergaderjaar "),
            cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil, cursor.skip(", "),
            ownNumber(&cursor)
        else { return nil }
        let end = cursor.position
        guard cursor.skipBlanks() else { return nil }
        let page = cursor.position
        guard let number = cursor.number(most: 3) else { return nil }
        let isOnNextLine = bytes[end..<page].contains(Byte.newline)
        let next = bytes[cursor.position...].first { $0 == Byte.newline || !$0.isBlank }
        guard !isOnNextLine || next == nil || next == Byte.newline else { return nil }
        return Foot(range: start..<end, page: page..<cursor.position, number: number)
    }

    /// `36 410 VII, nr. 9`, `36 410, B`: a dossier with its chapter, and a number or the Eerste Kamer's letter.
    static func ownNumber(_ cursor: inout Cursor) -> Bool {
        guard cursor.current?.isDigit == true else { return false }
        while let byte = cursor.current, byte.isDigit || byte.isUpper || byte == Byte.space || byte == Byte.hyphen {
            cursor.position += 1
        }
        guard cursor.skip(", ") else { return false }
        if cursor.skip("nr. ") { return cursor.number(most: 4) != nil }
        let start = cursor.position
        while cursor.current?.isUpper == true { cursor.position += 1 }
        return (1...2).contains(cursor.position - start)
    }
}
