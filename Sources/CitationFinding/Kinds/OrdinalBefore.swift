import DutchText
import LetterReading

/// The ordinal before a `vraag` that has no number behind it: `Ten aanzien van de tweede vraag`.
enum OrdinalBefore {
    /// Words that point at a question of the letter. `De eerste vraag is of …` may as well be the first part of the
    /// question at hand, or one that the writer raises, and `de derde vraag die de commissie stelt` is none of ours.
    private static let openers: [StaticString] = [
        "bij", "in", "op", "over", "van", "tot", "naar", "voor", "betreft", "betreffende", "inzake", "aangaande",
        "onder", "uit", "wat",
    ]

    /// - Parameters:
    ///   - place: where `vraag` starts.
    ///   - floor: nothing before it is looked at.
    /// - Returns: the number and where the ordinal starts.
    static func read(_ place: Int, in bytes: Bytes, floor: Int) -> (number: Int, start: Int)? {
        guard let word = word(before: place, in: bytes, floor: floor) else { return nil }
        var cursor = Cursor(bytes, in: word)
        guard let number = SpelledNumbers.ordinal(&cursor), cursor.isAtEnd,
            let article = self.word(before: word.lowerBound, in: bytes, floor: floor)
        else { return nil }
        cursor = Cursor(bytes, in: article)
        guard cursor.skipWord("de") || cursor.skipWord("uw"), cursor.isAtEnd,
            let opener = self.word(before: article.lowerBound, in: bytes, floor: floor)
        else { return nil }
        cursor = Cursor(bytes, in: opener)
        return cursor.skipWord(of: openers) && cursor.isAtEnd ? (number, word.lowerBound) : nil
    }

    /// The word of ASCII letters before `place`, with blanks between.
    private static func word(before place: Int, in bytes: Bytes, floor: Int) -> Range<Int>? {
        var end = place
        while end > floor, bytes[end - 1].isBlank { end -= 1 }
        var start = end
        while start > floor, bytes[start - 1].isASCIILetter { start -= 1 }
        return end < place && start < end ? start..<end : nil
    }
}
