import DutchText
import Foundation

/// What somebody looks for, and whether a text holds it: each word somewhere, whatever the case and the accents; blanks
/// and signs do not count, and `35 165` is one number. The search box of the explorer goes by the same rule.
struct SearchWords {
    private let whole: [UInt8]
    private let words: [[UInt8]]

    /// Nil when there is not a letter or digit in it.
    init?(_ text: String) {
        whole = Self.squeezed(text)
        guard !whole.isEmpty else { return nil }
        let joined = text.replacing(/(\d)[ .](?=\d)/) { $0.1 }
        words = joined.split { $0.isWhitespace || $0 == "," }.map { Self.squeezed(String($0)) }.filter { !$0.isEmpty }
    }

    enum Match: Int { case whole, words }

    /// How a text holds the words: one after the other, or apart; nil when it does not.
    /// - Complexity: linear in the text for each word.
    func match(_ text: String) -> Match? {
        let text = Self.squeezed(text)
        if Self.holds(text, whole) { return .whole }
        return words.allSatisfy { Self.holds(text, $0) } ? .words : nil
    }

    /// Letters without case and accents, and digits: `Café, nr. 2` → `cafenr2`.
    static func squeezed(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
            case 0x41...0x5A: result.append(UInt8(scalar.value) + 0x20)
            case 0..<0x80: continue
            default: result += Self.plain(scalar)
            }
        }
        return result
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return [] }
        let base = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return Array(base.utf8)
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= text.count else { return false }
        return text.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                (0...(text.count - word.count)).contains { start in
                    text[start] == first && word.indices.allSatisfy { text[start + $0] == word[$0] }
                }
            }
        }
    }
}
