extension Bytes {
    /// Whether the bytes are valid UTF-8 (Unicode, table 3-7). What is ASCII, nearly all of a letter, is passed over eight
    /// bytes at a time. Complexity: linear.
    package var isUTF8: Bool {
        var place = 0
        while let lead = first(in: place..<count, Word.beyondASCII) {
            guard let length = characterLength(at: lead) else { return false }
            place = lead + length
        }
        return true
    }

    /// How many bytes the character takes that opens with a lead byte at `place`; nil when it is none.
    private func characterLength(at place: Int) -> Int? {
        let lead = self[place]
        let length: Int
        // What the second byte may be: no form longer than needed, no surrogate, nothing above U+10FFFF.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return nil
        }
        guard place + length <= count, second.contains(self[place + 1]) else { return nil }
        for index in place + 2..<Swift.max(place + 2, place + length) where !self[index].isContinuation { return nil }
        return length
    }
}
