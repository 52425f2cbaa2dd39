import DutchText
import LetterReading

/// Follows an address through the text, also where it is broken over lines, and stops where the sentence goes on.
struct AddressReader {
    private var cursor: Cursor
    private let start: Int
    /// In flattened text a blank may be a line's end.
    private let blanksMayBreak: Bool
    private var address: [UInt8] = []
    /// Brackets that the address opened and did not close.
    private var openBrackets: (round: Int, square: Int) = (0, 0)
    private var slashes = 0
    /// An address longer than this is not followed to another line.
    private static let longest = 2000
    /// Behind the last byte that belongs to the address.
    private(set) var end: Int
    /// A scanner's blanks tore it (`rekenkamer.nl/20 13/fin/…`): what was read is not the address that was meant.
    private(set) var isTorn = false

    init(_ cursor: Cursor, blanksMayBreak: Bool) {
        self.cursor = cursor
        self.blanksMayBreak = blanksMayBreak
        start = cursor.position
        end = cursor.position
    }

    /// The address as one piece, with the signs that belong to the sentence cut off.
    mutating func read() -> [UInt8] {
        var ends: [Int] = []
        while let byte = cursor.current {
            if byte.isBlank {
                guard let next = continuation() else {
                    isTorn = goesOnInPieces
                    break
                }
                cursor.position = next
                continue
            }
            if let length = cursor.dashLength(at: cursor.position), length > 1 {
                // A typesetter's dash within an address stands for a hyphen.
                address.append(Byte.hyphen)
                cursor.position += length
                ends.append(cursor.position)
                continue
            }
            guard Self.isPart(cursor.bytes, at: cursor.position), !closesSentence(byte), !opensAnother() else {
                // `…auto%E2°/o80%99s`: a scanner's sign, where no sentence goes on.
                isTorn = blanksMayBreak && byte == 0xC2 && cursor.peek(1) != 0xBB && cursor.peek(1) != 0xA0
                break
            }
            address.append(byte)
            count(byte)
            cursor.position += 1
            ends.append(cursor.position)
        }
        trim(&ends)
        end = ends.last ?? start
        return address
    }

    /// A closing bracket that the address did not open.
    private func closesSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case Byte.closeParen: openBrackets.round == 0
        case Byte.closeBracket: openBrackets.square == 0
        case Byte.dot: opensSentence
        case Byte.openBracket: opensNumber
        default: false
        }
    }

    /// `…/artikel-10[2]`: a note's number; `?filter[0]=a` is of the address.
    private var opensNumber: Bool {
        var next = cursor
        next.position += 1
        guard next.number(most: 3) != nil, next.skip(Byte.closeBracket) else { return false }
        return next.current != Byte.equals && next.current != Byte.slash && next.current != Byte.openBracket
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case Byte.openParen: openBrackets.round += 1
        case Byte.closeParen: openBrackets.round -= 1
        case Byte.openBracket: openBrackets.square += 1
        case Byte.closeBracket: openBrackets.square -= 1
        case Byte.slash: slashes += 1
        default: break
        }
    }

    /// The full stop in `…/actueel.De officier`: a sentence glued to the address. Nothing but a word with a capital
    /// follows, and behind it the sentence goes on.
    private var opensSentence: Bool {
        guard slashes != 2 else { return false }
        var next = cursor
        next.position += 1
        guard next.current?.isUpper == true, let second = next.peek(1), second.isLower else { return false }
        while next.bytes.isLetter(at: next.position), !next.isAtEnd { next.position += 1 }
        guard next.current == Byte.space || next.current == Byte.newline, next.skipBlanks() else { return false }
        return next.current?.isLower == true
    }

    /// `…/foohttps://…`: a second address glued to the first; within a path (`/web/2020/https://`) it is part of it.
    private func opensAnother() -> Bool {
        guard address.count > 10, cursor.current == UInt8(ascii: "h") else { return false }
        var probe = cursor
        guard probe.skip("https://") || probe.skip("http://") else { return false }
        return ![Byte.slash, Byte.equals, Byte.colon].contains(address[address.count - 1])
    }

    private mutating func trim(_ ends: inout [Int]) {
        while let last = address.last, ".,;:!?'*(".utf8.contains(last) {
            address.removeLast()
            ends.removeLast()
        }
    }

    /// Where the address goes on behind the blanks at the cursor; nil when it ended.
    private func continuation() -> Int? {
        var next = cursor
        var breaks = 0
        while let byte = next.current, byte.isBlank {
            if byte == Byte.newline { breaks += 1 }
            next.position += 1
        }
        guard !next.isAtEnd, address.count < Self.longest, let last = address.last,
            breaks > 0 || blanksMayBreak || last == Byte.hyphen
        else { return nil }
        let (token, isAlone) = Self.token(from: next)
        // `…-in-dalfsen- keerde-overleden)`: the end of a line that became a blank when somebody pasted the address.
        if breaks == 0, !blanksMayBreak {
            guard isAlone, token.contains(Byte.hyphen) || token.contains(Byte.slash), token.first?.isUpper == false
            else { return nil }
        }
        guard !token.isEmpty, let first = token.first,
            first.isASCIILetter || first.isDigit || "/-_?=&%#".utf8.contains(first)
        else {
            return nil
        }
        return AddressBreak(
            address: address, last: last, token: token, isInBrackets: isInBrackets, isParagraph: breaks > 1,
            tokenIsAlone: isAlone
        ).goesOn
            ? next.position : nil
    }

    /// In flattened text: a blank within the path, and behind it more of a path.
    private var goesOnInPieces: Bool {
        var next = cursor
        guard blanksMayBreak, next.skipBlanks() else { return false }
        let token = Self.token(from: next).bytes
        let slashes = token.count { $0 == Byte.slash }
        return slashes > 1 && address.contains(Byte.slash) && !token.starts(with: "http".utf8)
    }

    private var isInBrackets: Bool {
        guard start > 0 else { return false }
        return [Byte.openParen, Byte.less, Byte.openBracket].contains(cursor.bytes[start - 1])
    }
}

/// The signs an address is made of, and the token it may go on with.
extension AddressReader {
    /// Whether a byte can stand in an address. Quotation marks, brackets of other kinds and blanks cannot.
    static func isPart(_ bytes: Bytes, at place: Int) -> Bool {
        let byte = bytes[place]
        if byte < 0x80 { return allowed[Int(byte)] }
        if byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
        return bytes.isLetter(at: place) || byte.isContinuation
    }

    private static let allowed: [Bool] = (0..<128).map { code in
        let byte = UInt8(code)
        return byte.isASCIILetter || byte.isDigit || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }

    /// The bytes up to the next blank, and whether they end their line or a bracket closes behind them.
    static func token(from place: Cursor) -> (bytes: [UInt8], isAlone: Bool) {
        var cursor = place
        var token: [UInt8] = []
        while let byte = cursor.current, !byte.isBlank {
            if let length = cursor.dashLength(at: cursor.position) {
                token.append(Byte.hyphen)
                cursor.position += length
                continue
            }
            guard isPart(cursor.bytes, at: cursor.position) || byte == Byte.greater else { break }
            token.append(byte)
            cursor.position += 1
        }
        let isClosed = token.last == Byte.closeParen || token.last == Byte.greater
        let isLineEnd = cursor.isAtEnd || cursor.current == Byte.newline || cursor.current == Byte.closeBracket
        return (token, isClosed || isLineEnd)
    }
}
