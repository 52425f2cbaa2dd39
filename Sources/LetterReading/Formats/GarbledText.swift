/// Whether a text layer is none: a PDF whose fonts do not say which letters they draw gives signs of nobody's alphabet
/// (U+E000 and on), or other letters than it shows (`9UDDJ` for `Vraag`).
enum GarbledText {
    /// In fewer words than this the commonest ones may be missing.
    private static let fewest = 40

    /// The commonest words of Dutch and English. In any text of either each third word is one of them.
    private static let common: Set<String> = [
        "de", "het", "een", "van", "en", "in", "is", "op", "te", "dat", "die", "voor", "met", "zijn", "aan", "niet",
        "om",
        "ook", "door", "bij", "er", "of", "naar", "uit", "over", "vraag", "antwoord", "the", "and", "to",
        "that", "for", "on", "with", "as", "was", "are", "by", "be", "this", "not",
    ]

    static func isGarbled(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        var (signs, odd) = (0, 0)
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            signs += 1
            if isOdd(scalar) { odd += 1 }
        }
        if odd * 2 > signs { return true }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= fewest else { return false }
        let known = words.count { common.contains($0.lowercased().filter(\.isLetter)) }
        return known * 100 < words.count
    }

    /// Signs for private use, and the one for a sign that was lost.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .privateUse || scalar == "\u{FFFD}"
    }
}
