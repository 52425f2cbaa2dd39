import DutchText

/// How the notes of a letter are written. Marker and text need not look alike: `…ontbijtshow[4].` has its text under
/// `4 Dreigingsbeeld …` at the foot of the page. A new notation is a row here and a case in `NoteMarkers` or
/// `NoteNotation.opening`.
enum NoteNotation: CaseIterable {
    /// `[footnoteRef:2]` and `[2: …]`
    case inline
    /// `[^1]` and `[^1]: …`
    case caret
    /// `[1]`, `[1 ]`, `[4, 5 ]` and `[1] …`
    case bracket
    /// `¹` and `¹ …`
    case superscript
    /// `1)` and `1) …`
    case parenthesis
    /// `1. …` or `1) …` in the list that closes the letter, called in another notation: `1)`, `[1]`, `¹`, `raakt.1`
    case numbered
    /// `raakt.2`, or `2` at the start of a line, and `2 …` or `2AIVD …` at the foot of the page
    case plain

    /// The notations whose markers can call a note that opens like this one, the likeliest first.
    var markers: [NoteNotation] {
        switch self {
        case .plain: [.bracket, .superscript, .plain]
        case .superscript: [.superscript, .plain]
        case .bracket: [.bracket, .plain]
        case .numbered: [.parenthesis, .bracket, .superscript, .plain]
        default: [self]
        }
    }

    /// Reads the number that opens a note's text at the cursor and leaves it at the text.
    func opening(_ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            switch self {
            case .inline: return nil
            case .caret:
                guard cursor.skip("[^"), let number = cursor.number(most: 3), cursor.skip("]:") else { return nil }
                return hasText(cursor) ? number : nil
            case .bracket:
                guard cursor.skip(Byte.openBracket), let number = cursor.number(most: 3) else { return nil }
                cursor.skipBlanks()
                guard cursor.skip(Byte.closeBracket), !NoteNumbers.goOn(cursor) else { return nil }
                return hasText(cursor) ? number : nil
            case .superscript:
                guard let number = Superscript.number(&cursor) else { return nil }
                return hasText(cursor) ? number : nil
            case .parenthesis:
                guard let number = cursor.number(most: 2), cursor.skip(Byte.closeParen), !NoteNumbers.goOn(cursor)
                else { return nil }
                return hasText(cursor) ? number : nil
            case .numbered:
                guard let number = cursor.number(most: 2), cursor.skip(Byte.dot) || cursor.skip(Byte.closeParen),
                    !NoteNumbers.goOn(cursor), cursor.skipBlanks()
                else { return nil }
                return hasText(cursor) ? number : nil
            case .plain: return plain(&cursor)
            }
        }
    }

    /// A number of its own for each, below 16.
    var order: Int {
        switch self {
        case .inline: 0
        case .caret: 1
        case .bracket: 2
        case .superscript: 3
        case .parenthesis: 4
        case .plain: 5
        case .numbered: 6
        }
    }

    /// Whether a note of this notation may open with such a byte.
    func mayOpen(with byte: UInt8) -> Bool {
        switch self {
        case .inline: false
        case .caret, .bracket: byte == Byte.openBracket
        case .superscript: byte == 0xC2 || byte == 0xE2
        case .parenthesis, .numbered, .plain: byte.isDigit
        }
    }

    private func hasText(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        cursor.skipBlanks()
        return !cursor.isAtEnd
    }

    /// `2 zie pagina 31 …`, `13Handreiking …`: a number and a text. A day of the month, an amount or a numbered item
    /// is none.
    private func plain(_ cursor: inout Cursor) -> Int? {
        if let number = beforeDocument(&cursor) ?? beforeYear(&cursor) { return number }
        guard let number = cursor.number(most: 3), number > 0, let next = cursor.current else { return nil }
        if next.isBlank {
            cursor.skipBlanks()
            guard let first = cursor.current, !NoteNumbers.countsSomething(cursor) else { return nil }
            if first.isDigit { return number }
            return first.isASCIILetter || first >= 0xC2 || Self.opensText(first) ? number : nil
        }
        // Glued: only a word or a quotation opens a text; `3.5`, `10%`, `2e`, `15de` are something else.
        if next.isLower { return cursor.skipWord("ste") || cursor.peek(2)?.isASCIILetter != true ? nil : number }
        return next.isUpper || next == 0xC2 || next == 0xE2 || Self.opensText(next) ? number : nil
    }

    /// `32024D27196`: note 3, whose text is the number of a document.
    private func beforeDocument(_ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            var digits = 0
            while cursor.peek(digits)?.isDigit == true { digits += 1 }
            guard (5...7).contains(digits), let letter = cursor.peek(digits),
                letter == UInt8(ascii: "D") || letter == UInt8(ascii: "Z"),
                cursor.peek(digits + 1)?.isDigit == true
            else { return nil }
            var head = Cursor(cursor.bytes, in: cursor.position..<cursor.position + digits - 4)
            cursor.position += digits - 4
            return head.number()
        }
    }

    /// `12023 Annual report`: note 1, whose text opens with a year.
    private func beforeYear(_ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let digits = cursor.number(most: 7), (5...6).contains(cursor.position - start), cursor.skipBlanks(),
                (1990...2099).contains(digits % 10_000), cursor.bytes.isLetter(at: cursor.position),
                !NoteNumbers.countsSomething(cursor)
            else { return nil }
            cursor.position = start + String(digits / 10_000).utf8.count
            return digits / 10_000
        }
    }

    private static func opensText(_ sign: UInt8) -> Bool {
        switch sign {
        case Byte.openParen, Byte.quote, Byte.apostrophe, Byte.openBracket, Byte.less, Byte.underscore, Byte.star: true
        default: false
        }
    }
}

/// A note whose text was found: its number, how it is written, and its lines.
struct NoteText {
    let number: Int
    let notation: NoteNotation
    let mark: String
    /// The lines of the letter it takes, or, for a note within the running text, none.
    var lines: [Int]
    var range: Range<Int>
    /// The lines on which its marker may stand: those since the last block of notes.
    var scope: Range<Int>
    /// The first line of its page; its marker most likely stands after it.
    var page = 0
}

extension NoteNotation {
    /// A note's number as the letter shows it.
    func mark(_ number: Int) -> String {
        switch self {
        case .inline, .plain: "\(number)"
        case .caret: "[^\(number)]"
        case .bracket: "[\(number)]"
        case .superscript: String(String(number).map { Superscript.raised[$0] ?? $0 })
        case .parenthesis, .numbered: "\(number))"
        }
    }
}

extension NoteText {
    /// The notes that the file itself knows, on the lines they take.
    static func known(_ notes: [Document.Note], _ lines: [Line]) -> [NoteText] {
        notes.compactMap { note in
            let first = lines.partitioningIndex { $0.range.lowerBound >= note.range.lowerBound }
            let end = lines.partitioningIndex { $0.range.lowerBound >= note.range.upperBound }
            guard first < end else { return nil }
            return NoteText(
                number: note.number, notation: .caret, mark: NoteNotation.caret.mark(note.number),
                lines: Array(first..<end), range: lines[first].range.lowerBound..<lines[end - 1].range.upperBound,
                scope: 0..<first)
        }
    }
}
