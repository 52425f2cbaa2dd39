import DutchText
import LetterReading

/// A source named again at once in brackets is one citation: `Kamerstuk 25 424, nr. 650 (25 424, nr. 650)`, or a
/// Markdown link whose address is the document that its text names.
struct Repeats {
    private var last: Mention?

    /// The mentions that say something new.
    mutating func without(_ mentions: [Mention], _ bytes: Bytes) -> [Mention] {
        mentions.filter { mention in
            defer { last = mention }
            guard let last, last.id == mention.id, last.range.upperBound < mention.range.lowerBound else { return true }
            let between = bytes[last.range.upperBound..<mention.range.lowerBound]
            let opens = between.contains(Byte.openParen) || between.contains(Byte.openBracket)
            return !(opens && between.allSatisfy { $0.isBlank || Self.brackets.contains($0) })
        }
    }

    private static let brackets = [Byte.openParen, Byte.closeParen, Byte.openBracket, Byte.closeBracket]
}
