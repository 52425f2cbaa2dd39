import DutchText

/// The signs that a passage does not copy as they are.
extension PassageBuilder {
    /// Marks each byte of which `odd` has to be asked: blanks but for a single space, what is beyond ASCII, and in
    /// Markdown its marks.
    func mayBeOdd(_ word: UInt64) -> UInt64 {
        let spaces = Word.equal(word, Byte.space)
        // Of the last byte the next one is not known.
        let doubled = spaces & (spaces >> 8 | 1 << 63)
        let plain = doubled | Word.below(word, Byte.space) | Word.beyondASCII(word)
        return isMarkdown ? plain | Word.equal(word, Byte.underscore) | Word.equal(word, Byte.star) : plain
    }

    /// A sign that is not copied as it is: how long it is and what stands for it, if anything.
    func odd(at index: Int, in range: Range<Int>) -> (length: Int, replacement: UInt8?)? {
        let byte = bytes[index]
        if byte.isASCIILetter { return nil }
        switch byte {
        case Byte.newline: return (1, Byte.newline)
        case Byte.tab, Byte.carriageReturn, Byte.formFeed: return (1, Byte.space)
        case Byte.space where index + 1 < range.upperBound && bytes[index + 1] == Byte.space: return (1, nil)
        case Byte.underscore, Byte.star: return isMarkdown && isEmphasis(at: index, in: range) ? (1, nil) : nil
        case 0xC2 where index + 1 < range.upperBound:
            if bytes[index + 1] == 0xA0 { return (2, Byte.space) }
            return bytes[index + 1] == 0xAD ? (2, nil) : nil
        case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
            let third = bytes[index + 2]
            if third <= 0x8A || third == 0xAF { return (3, Byte.space) }
            return third <= 0x8F ? (3, nil) : nil
        case 0xEF where index + 2 < range.upperBound && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
            return (3, nil)
        default: return nil
        }
    }

    /// Whether the sign stands at the edge of a word: `_Duitse landmacht_`, not `topics_49198`.
    private func isEmphasis(at index: Int, in range: Range<Int>) -> Bool {
        func isInner(_ place: Int) -> Bool {
            guard range.contains(place) else { return false }
            return bytes[place].isASCIILetter || bytes[place].isDigit || bytes[place] == Byte.slash
                || bytes[place] == Byte.percent || bytes[place] == Byte.equals || bytes[place] == Byte.hyphen
        }
        return !isInner(index - 1) || !isInner(index + 1)
    }
}
