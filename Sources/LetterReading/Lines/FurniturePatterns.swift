import DutchText

/// The lines that furniture is known by.
extension PageFurniture {
    /// How a line of furniture opens, and what the rest of it must be.
    static let rows: [(opening: StaticString, rest: @Sendable (inout Cursor) -> Bool, kind: Kind)] = [
        ("Tweede Kamer, vergaderjaar", isPageFootRest, .pageEnd),
        ("Eerste Kamer, vergaderjaar", isPageFootRest, .pageEnd),
        (
            "Tweede Kamer der Staten-Generaal",
            {
                $0.skipBlanks()
                _ = $0.number()
                return isDone($0)
            }, .line
        ),
        ("Vergaderjaar", { years(&$0) && $0.skip("Aanhangsel van de Handelingen") }, .line),
        ("Vergaderjaar", { years(&$0) && isDone($0) }, .beside),
        ("Aanhangsel van de Handelingen", isDone, .beside),
        ("Tweede Kamer, vergaderjaar", { years(&$0) && $0.skip(", Aanhangsel") && isDone($0) }, .beside),
        ("Vragen gesteld door de leden der Kamer", { _ in true }, .line),
        ("regering gegeven antwoorden", isDone, .line),
        ("ISSN", { _ in true }, .pageEnd),
        ("’s-Gravenhage", { $0.skipBlanks() && $0.number(most: 4) != nil }, .pageEnd),
        ("'s-Gravenhage", { $0.skipBlanks() && $0.number(most: 4) != nil }, .pageEnd),
        ("TMs-Gravenhage", { $0.skipBlanks() && $0.number(most: 4) != nil }, .pageEnd),
        ("ah-tk-", isWholeID, .issue), ("ah-ek-", isWholeID, .issue), ("kst-", isWholeID, .issue),
        ("kv-tk-", isIssueNumber, .issue), ("h tk ", isIssueNumber, .issue),
        ("KST", { $0.current != Byte.hyphen && isIssueNumber(&$0) }, .issue),
        ("Pagina", isPageOfPages, .pageEnd), ("blad", isPageOfPages, .pageEnd),
        ("Ministerie van ", { isShortName($0) }, .line),
        ("Onze referentie", isReference, .reference), ("Ons kenmerk", isReference, .reference),
        ("Uw referentie", isReference, .reference), ("Uw kenmerk", isReference, .reference),
        ("Kenmerk", isReference, .reference),
    ]

    /// The rows that open with a byte, in any case: bit n for row n, of which there are fewer than 64.
    static let rowsByOpening: [UInt64] = (UInt8.min...UInt8.max).map { byte in
        rows.indices.reduce(0) { $0 | (rows[$1].opening.utf8Start.pointee.lowered == byte ? 1 << UInt64($1) : 0) }
    }

    /// Nothing but closing marks and full stops is left.
    private static func isDone(_ cursor: Cursor) -> Bool {
        (cursor.position..<cursor.end).allSatisfy {
            let byte = cursor.bytes[$0]
            return byte == Byte.star || byte == Byte.underscore || byte == Byte.colon || byte.isBlank
        }
    }

    private static func isDone(_ cursor: inout Cursor) -> Bool { isDone(cursor) }

    /// Nothing, or a number of a letter: ` BZ2626806`, `: 2023-0000123456`.
    private static func isReference(_ cursor: inout Cursor) -> Bool {
        _ = cursor.skip(Byte.colon)
        cursor.skipBlanks()
        let value = cursor.bytes[cursor.position..<cursor.end].prefix { !$0.isBlank }
        guard value.count > 4, value.count < 30, value.contains(where: \.isDigit), !value.contains(Byte.dot) else {
            return isDone(cursor)
        }
        cursor.position = value.endIndex
        return isDone(cursor)
    }

    private static func years(_ cursor: inout Cursor) -> Bool {
        cursor.skipBlanks()
        guard cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil else { return false }
        cursor.skipBlanks()
        return true
    }

    /// ` 2023–2024, Aanhangsel 4`, or in a Kamerstuk its own number: ` 2023–2024, 36 410 XIII, nr. 12 3`, ` 2023–2024, 36 410, B 5`.
    private static func isPageFootRest(_ cursor: inout Cursor) -> Bool {
        guard years(&cursor), cursor.skip(Byte.comma) else { return false }
        cursor.skipBlanks()
        if cursor.skip("Aanhangsel") {
            cursor.skipBlanks()
            return cursor.number() != nil && isDone(cursor)
        }
        guard KamerstukFoot.ownNumber(&cursor), cursor.skipBlanks() else { return false }
        return cursor.number() != nil && isDone(cursor)
    }

    /// ` 20182019-704`, `36200-VI-5`, `35673-B`, `1259252`; `20182019` and `36200-VI` are half an id.
    private static func isWholeID(_ cursor: inout Cursor) -> Bool {
        let isOfAanhangsel = cursor.bytes[cursor.position - 2] == UInt8(ascii: "k")
        let rest = cursor.bytes[cursor.position..<cursor.end]
        let last = rest.drop { $0 == Byte.space }.split(separator: Byte.hyphen).last ?? rest
        if isOfAanhangsel, last.startIndex == rest.startIndex { return false }
        let isChapter = last.count > 1 && last.allSatisfy { "IVX".utf8.contains($0) }
        return !isChapter && isIssueNumber(&cursor)
    }

    private static func isIssueNumber(_ cursor: inout Cursor) -> Bool {
        while let byte = cursor.current, byte.isDigit || byte == Byte.hyphen || byte == Byte.space || byte.isUpper {
            cursor.position += 1
        }
        return isDone(cursor)
    }

    private static func isPageOfPages(_ cursor: inout Cursor) -> Bool {
        cursor.skipBlanks()
        guard cursor.number(most: 3) != nil else { return false }
        cursor.skipBlanks()
        if cursor.skipWord("van") || cursor.skip(Byte.slash) {
            cursor.skipBlanks()
            return cursor.number(most: 3) != nil && isDone(cursor)
        }
        return isDone(cursor)
    }

    /// A ministry's name alone on a line: it ends there, without a sentence's full stop or comma.
    private static func isShortName(_ cursor: Cursor) -> Bool {
        let rest = cursor.bytes[cursor.position..<cursor.end]
        return rest.count < 60
            && !rest.contains { $0 == Byte.comma || $0 == Byte.dot || $0.isDigit || $0 == Byte.openParen }
            && rest.first?.isUpper == true && !rest.contains(Byte.question)
    }
}

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
