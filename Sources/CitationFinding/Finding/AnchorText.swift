import DutchText

/// An anchor beside the text: signs in any case, blanks for any run of them, and words that a hyphen breaks.
enum AnchorText {
    /// Eight signs of the text, the first the lowest; 0 behind its end.
    static func eightSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> UInt64 {
        if place + 8 <= end, let base = bytes.baseAddress {
            return UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        return (place..<max(place, end)).reduce(0) { $0 | UInt64(bytes[$1]) << UInt64(8 * ($1 - place)) }
    }

    /// Whether an anchor stands at `start`. Blanks in it stand for any run of blanks or a dash, and a word may be
    /// broken by a hyphen, at a line's end or (`Kamer-stuk`) where one was, as `Cursor.skip` reads it too.
    /// - Parameter alike: how many of its first signs are known to stand there.
    static func stands(
        _ wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
        alike: Int, mayBreak: Bool, anywhere: Bool
    ) -> Bool {
        var place = start &+ alike
        var first = alike
        // Most words stand as they are written.
        while first < wanted.count, place < end, wanted[first] != Byte.space, bytes[place].lowered == wanted[first] {
            first &+= 1
            place &+= 1
        }
        for index in first..<wanted.count {
            let sign = wanted[index]
            if mayBreak, sign.isASCIILetter, index == 2 || index > 2 && wanted[index - 1].isASCIILetter,
                place + 1 < end,
                bytes[place] == Byte.hyphen, bytes[place + 1].isBlank || anywhere && bytes[place + 1].lowered == sign
            {
                place += 1
                while place < end, bytes[place].isBlank { place += 1 }
            }
            if sign == Grammar.wordEnd { return place >= end || !bytes[place].isASCIILetter }
            guard place < end else { return false }
            if sign == Byte.space {
                // A name's words may be joined by a hyphen.
                let gap = place
                while place < end, bytes[place].isBlank || bytes[place] == Byte.hyphen { place += 1 }
                if place + 2 < end, bytes[place] == 0xE2, bytes[place + 1] == 0x80 {
                    place += 3
                    while place < end, bytes[place].isBlank { place += 1 }
                }
                guard place > gap else { return false }
            } else {
                guard bytes[place].lowered == sign || (sign == Grammar.anyDigit && bytes[place].isDigit) else {
                    return false
                }
                place += 1
            }
        }
        return true
    }
}
