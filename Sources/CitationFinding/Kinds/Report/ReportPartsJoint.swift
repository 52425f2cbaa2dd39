import DutchText

/// What joins the parts of a report's name before its word: blanks, a hyphen, a genitive, a sign, the year it came out.
extension ReportPartsReader {
    /// Where what stands before `place` ends: behind blanks and a hyphen, `'s`, and before a title a sign or the year it
    /// came out: `AIVD (2025). Jaarverslag 2024`.
    func joint(before place: Int) -> Int? {
        var end = place
        while end > floor, place - end < 3, bytes[end - 1].isBlank { end -= 1 }
        if end == place {
            guard end > floor, bytes[end - 1] == Byte.hyphen else { return nil }
            return end - 1
        }
        guard end > floor else { return nil }
        if bytes.isCapital(at: place) || bytes[place].isDigit || !editions.isEmpty {
            let signs: [UInt8] = [Byte.comma, Byte.dot, Byte.colon, UInt8(ascii: "|")]
            if signs.contains(bytes[end - 1]) { end -= 1 }
            while end > floor, bytes[end - 1].isBlank { end -= 1 }
            if end - 6 > floor, bytes[end - 1] == Byte.closeParen, bytes[end - 6] == Byte.openParen,
                bytes[end - 5..<end - 1].allSatisfy(\.isDigit)
            {
                end -= 6
                while end > floor, bytes[end - 1].isBlank { end -= 1 }
            }
        }
        return genitive(before: end) ?? end
    }

    /// Where the word ends that has a genitive's sign: `ENISA's`, `ENISA’`.
    private func genitive(before end: Int) -> Int? {
        let sign = end - 1 > floor && bytes[end - 1] == UInt8(ascii: "s") ? end - 1 : end
        if sign - 1 > floor, bytes[sign - 1] == Byte.apostrophe { return sign - 1 }
        return sign - 3 > floor && bytes[sign - 3] == 0xE2 && bytes[sign - 2] == 0x80 && bytes[sign - 1] == 0x99
            ? sign - 3 : nil
    }
}
