import DutchText
import LetterReading

/// Whose question a number is, by what stands before it in its sentence. `Zie Aanhangsel …, nr. 964, antwoord op vraag
/// 3` is that letter's; `Zie Aanhangsel …, nr. 964, en het antwoord op vraag 3` is ours.
struct PrecedingOwner {
    enum Verdict {
        case ours
        /// Only names and numbers stand between the other letter and the reference.
        case another
        /// Another letter was named, and nothing says that the sentence came back to this one.
        case unclear
    }

    private var verdict = Verdict.ours
    /// A Kamerstuk or a dated letter holds the question only when it stands right before it.
    private var isWeak = false
    /// `en` and at most an article and a preposition were the last words.
    private var isJoined = false
    /// The last words were `vraag` or `antwoord` and its numbers.
    private var isQuestion = false

    /// Reads from `floor`, the start of the sentence, to the reference at `place`.
    /// - Complexity: linear in the length of the sentence, of which no more than a fixed stretch is read.
    static func read(_ place: Int, _ bytes: Bytes, floor: Int) -> Verdict {
        var owner = PrecedingOwner()
        var cursor = Cursor(bytes, in: floor..<place)
        while let byte = cursor.current {
            if bytes.isLetter(at: cursor.position) || byte.isDigit {
                owner.word(&cursor)
            } else {
                // `op vraag 5.Het kabinet`, as converters leave it, ends a sentence too.
                let endsSentence = byte == Byte.dot && bytes.isCapital(at: cursor.position + 1)
                cursor.position += 1
                if endsSentence || byte == Byte.semicolon && opensWithSee(cursor) { owner = PrecedingOwner() }
            }
        }
        return owner.isJoined ? .ours : owner.verdict
    }

    /// `nr. 964; zie het antwoord op vraag 3`
    private static func opensWithSee(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        return cursor.skipBlanks() && cursor.skipWord("zie")
    }

    private mutating func word(_ cursor: inout Cursor) {
        if let found = source(&cursor) {
            (verdict, isWeak, isJoined, isQuestion) = (.another, found == .weak, false, false)
            return
        }
        // Before another letter is named, nothing else matters.
        if verdict == .ours, cursor.current?.isDigit == false { return skipRest(&cursor) }
        if cursor.current?.isDigit == true {
            while cursor.current?.isDigit == true { cursor.position += 1 }
            isJoined = false
            return
        }
        if comesBack(&cursor) {
            (verdict, isJoined, isQuestion) = (.ours, false, false)
        } else if cursor.skipWord(of: ["en", "alsmede", "evenals"]) {
            // `vraag 2 en antwoord 3` belong together, whose they may be.
            isJoined = !isQuestion
        } else if cursor.skipWord(of: Self.glue) {
            // Nothing changes.
        } else {
            let isCapital = cursor.bytes.isCapital(at: cursor.position)
            isQuestion = cursor.skipWord(of: ["vraag", "vragen", "antwoord", "antwoorden"])
            let belongs =
                isQuestion || isCapital || cursor.skipWord(of: Self.details) || DutchDate.month(&cursor) != nil
            if !belongs { verdict = verdict == .ours || isWeak ? .ours : .unclear }
            isJoined = false
        }
        skipRest(&cursor)
    }

    /// How the names of sources start: Aanhangsel, brief, eerdere, enquête, Kamerstuk, vragen.
    private static let initials = Array("abekv".utf8)

    private enum Strength { case weak, strong }

    private func source(_ cursor: inout Cursor) -> Strength? {
        guard let first = cursor.current?.lowered, first.isDigit || Self.initials.contains(first),
            cursor.bytes.isWordStart(cursor.position)
        else { return nil }
        var next = cursor
        let isCapital = cursor.bytes.isCapital(at: cursor.position)
        let isLetter = isCapital || cursor.current?.isDigit == true || cursor.peek(2) == Byte.hyphen
        if isLetter && OtherSource.letter(&next) || OtherSource.questions(&next) {
            cursor = next
            return .strong
        }
        if next.skip("Kamerstukken") || next.skip("Kamerstuk") || next.skip("kst-") {
            cursor = next
            return .weak
        }
        // Who is asked there is not the minister.
        if next.skipWord(of: ["enquête", "enquete", "vragenlijst", "examen"]) {
            cursor = next
            return .strong
        }
        // `brief van 3 mei`; a letter without its day may be one that the question speaks of.
        if next.skip("Kamerbrief") || next.skipWord("brief") {
            next.skipBlanks()
            guard next.skipWord("van") || next.skip("d.d."), next.skipBlanks(), DutchDate.read(&next) != nil else {
                return nil
            }
            cursor = next
            return .weak
        }
        return nil
    }

    /// Words that turn from the source back to the letter itself: `zie ook het antwoord op vraag 3`.
    private func comesBack(_ cursor: inout Cursor) -> Bool {
        if cursor.skipWord(of: ["zoals", "verwijs", "verwijst", "verwijzen", "hierboven", "bovenstaande"]) {
            return true
        }
        var next = cursor
        guard next.skipWord("zie"), next.skipBlanks(),
            next.skipWord(of: ["ook", "tevens", "verder", "hiervoor", "daarvoor", "hierboven", "hieronder", "mijn"])
        else { return false }
        cursor = next
        return true
    }

    private static let glue: [StaticString] = [
        "het", "de", "mijn", "ons", "onze", "in", "bij", "uit", "naar", "op", "met", "onder", "van", "ook", "zie",
    ]

    /// What still belongs to the name of the source.
    private static let details: [StaticString] = [
        "lid", "leden", "nr", "nrs", "nummer", "p", "pp", "blz", "pag", "pagina", "jl", "d", "dd", "over",
        "vergaderjaar", "ingezonden", "kenmerk", "respectievelijk", "specifiek",
    ]

    private func skipRest(_ cursor: inout Cursor) {
        while !cursor.isAtEnd, cursor.bytes.isLetter(at: cursor.position) || cursor.current?.isContinuation == true {
            cursor.position += 1
        }
    }
}

/// The ordinal before a `vraag` that has no number behind it: `Ten aanzien van de tweede vraag`.
enum PrecedingOrdinal {
    /// Words that point at a question of the letter. `De eerste vraag is of …` may as well be the first part of the
    /// question at hand, or one that the writer raises, and `de derde vraag die de commissie stelt` is none of ours.
    private static let openers: [StaticString] = [
        "bij", "in", "op", "over", "van", "tot", "naar", "voor", "betreft", "betreffende", "inzake", "aangaande",
        "onder", "uit", "wat", "zie",
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
