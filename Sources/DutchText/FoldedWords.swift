import Foundation

/// A word as searches compare it: `Coöperatie` is `cooperatie`. What is a word, and what it is without case and diacritics, is
/// as SQLite's tokenizer `unicode61` has it, by which stores are searched.
package struct FoldedWord: Sendable {
    /// Small letters and digits without diacritics, in UTF-8.
    package let folded: [UInt8]
    /// Where it stands in the text.
    package let range: Range<Int>
}

package enum FoldedWords {
    /// The words of a text, in order.
    /// - Complexity: linear.
    package static func words(_ text: Bytes) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var word: [UInt8] = []
        var (start, place) = (0, 0)
        func end(_ place: Int) {
            if !word.isEmpty { words.append(FoldedWord(folded: word, range: start..<place)) }
            word.removeAll(keepingCapacity: true)
        }
        while place < text.count {
            let byte = text[place]
            guard byte < 0x80 else {
                let (scalar, length) = scalar(text, at: place)
                switch part(scalar) {
                case .mark where !word.isEmpty: break
                case .letter(let folded):
                    if word.isEmpty { start = place }
                    word += folded
                default: end(place)
                }
                place += length
                continue
            }
            if byte.isASCIILetter || byte.isDigit {
                if word.isEmpty { start = place }
                word.append(byte.isUpper ? byte + 0x20 : byte)
            } else {
                end(place)
            }
            place += 1
        }
        end(place)
        return words
    }

    /// The words of a text, without their places.
    package static func folded(_ text: String) -> [String] {
        text.reading { words($0).map { String(decoding: $0.folded, as: UTF8.self) } }
    }

    private enum Part {
        case letter([UInt8])
        /// Over or under the letter before.
        case mark
        case other
    }

    private static func part(_ scalar: Unicode.Scalar) -> Part {
        switch scalar.properties.generalCategory {
        case .nonspacingMark: return .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            let plain = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
                .filter { $0.properties.generalCategory != .nonspacingMark }
            return .letter(Array(String(String.UnicodeScalarView(plain)).utf8))
        default: return .other
        }
    }

    /// The sign that begins at a place, and how many bytes it takes; of what is no UTF-8, one byte.
    private static func scalar(_ text: Bytes, at place: Int) -> (Unicode.Scalar, Int) {
        let lead = text[place]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard length > 1, place + length <= text.count else { return (" ", 1) }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for next in 1..<length { value = value << 6 | UInt32(text[place + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", length)
    }
}
