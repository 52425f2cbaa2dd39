import DutchText
import LetterReading

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
