import DutchText
import LetterReading

/// The signs of a law's name, whatever they are printed with: blanks, hyphens and line ends between two words are one
/// blank (`inlichtingen-⏎ en`), `’` is `'`.
enum LawSigns {
    /// The sign at `place`, and where the next one begins.
    static func sign(_ bytes: Bytes, at place: Int, before end: Int) -> (sign: UInt8, next: Int) {
        let byte = bytes[place]
        if byte < 0x80, !byte.isBlank, byte != Byte.hyphen { return (byte, place + 1) }
        if byte == 0xE2, place + 2 < end, bytes[place + 1] == 0x80, bytes[place + 2] == 0x99 {
            return (Byte.apostrophe, place + 3)
        }
        let cursor = Cursor(bytes, in: place..<end)
        var next = place
        while next < end {
            if bytes[next].isBlank {
                next += 1
            } else if let dash = cursor.dashLength(at: next) {
                next += dash
            } else if bytes[next] == 0xC2, next + 1 < end, bytes[next + 1] == 0xA0 {
                next += 2
            } else {
                break
            }
        }
        return next > place ? (Byte.space, next) : (byte, place + 1)
    }

    static func all(_ bytes: [UInt8]) -> [UInt8] { bytes.reading { all($0) } }

    private static func all(_ bytes: Bytes) -> [UInt8] {
        var signs: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let (sign, next) = sign(bytes, at: place, before: bytes.count)
            signs.append(sign)
            place = next
        }
        return signs
    }
}
