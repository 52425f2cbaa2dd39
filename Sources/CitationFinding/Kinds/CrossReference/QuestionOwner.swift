import DutchText
import LetterReading

/// Whose question a number is, by the words behind it: `vraag 3 van mijn eerdere vragen`, `vraag 2 (Aanhangsel …)`,
/// `vraag 89 van de Vaste Commissie`, `vragen 1 t/m 4 van het WODC-rapport` are not this letter's; `vraag 3 van deze
/// set`, `vraag 3 van mening` are.
enum QuestionOwner {
    /// References joined to the one before the owner share it; longer rows are not looked through.
    private static let longestRow = 4

    /// - Parameters:
    ///   - start: where the reference starts.
    ///   - asks: whether this stands in a question, where `uw brief` is the minister's.
    ///   - isOrdinal: `de derde vraag die …` is a question just mentioned.
    static func isAnother(after cursor: Cursor, from start: Int, asks: Bool, isOrdinal: Bool) -> Bool {
        var cursor = cursor
        // `vraag 89 (en de vragen 3 en 20) van de Vaste Commissie`; but `het risico (vraag 4) van de gemeente`.
        if cursor.current == Byte.closeParen, isAddition(start, cursor.bytes) { cursor.position += 1 }
        if isOrdinal {
            var next = cursor
            next.skipBlanks()
            if next.skipWord("die"), next.skipBlanks(), !next.skipWord("u") { return true }
        }
        for _ in 0..<longestRow {
            if isNamed(cursor, asks) { return true }
            guard joined(&cursor) else { return false }
        }
        return false
    }

    /// `(en de vragen 3, 20 en 93)`, `en het antwoord op vraag 7`: the owner of these is the owner of those before.
    private static func joined(_ cursor: inout Cursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            let isInBrackets = cursor.skip(Byte.openParen)
            if !isInBrackets { _ = cursor.skip(Byte.comma) }
            cursor.skipBlanks()
            guard cursor.skipWord(of: ["en ook", "en", "of", "alsmede"]) else { return nil }
            cursor.skipBlanks()
            if cursor.skipWord(of: ["het", "de", "mijn", "uw"]) { cursor.skipBlanks() }
            guard let phrase = QuestionPhrase.read(&cursor),
                phrase.numbers != nil || SpelledNumbers.list(&cursor, style: .questions) != nil
            else { return nil }
            return !isInBrackets || cursor.skip(Byte.closeParen) ? true : nil
        } ?? false
    }

    /// Whether the bracket around the reference opens with `en`.
    private static func isAddition(_ start: Int, _ bytes: Bytes) -> Bool {
        let longest = 12
        guard let open = bytes[max(0, start - longest)..<start].lastIndex(of: Byte.openParen) else { return false }
        var cursor = Cursor(bytes, in: open + 1..<start)
        return cursor.skipWord("en")
    }

    private static func isNamed(_ cursor: Cursor, _ asks: Bool) -> Bool {
        var cursor = cursor
        let end = cursor.position
        // What opens the next paragraph says nothing of the question before it.
        if cursor.skipBlanks(), cursor.bytes[end..<cursor.position].count(where: { $0 == Byte.newline }) > 1 {
            return false
        }
        let isInBrackets = cursor.skip(Byte.openParen) || cursor.skip(Byte.openBracket)
        let isBehindComma = !isInBrackets && cursor.skip(Byte.comma)
        cursor.skipBlanks()
        if OtherSource.read(&cursor) || isAsked(cursor) { return true }
        return !isBehindComma && isOwned(cursor, asks)
    }

    /// `vraag 3, gesteld door het lid …`, `vraag 3 d.d. 12 mei`; `zoals in vraag 3 gesteld` is ours.
    private static func isAsked(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        if cursor.skipWord("gesteld") || cursor.skipWord("ingezonden") {
            return cursor.skipBlanks() && cursor.skipWord(of: ["door", "op"])
        }
        return cursor.skip("d.d.") || cursor.skipWord("dd")
    }

    private static func isOwned(_ cursor: Cursor, _ asks: Bool) -> Bool {
        // `Zie vraag 3⏎Van de gemeenten …`: a line without its full stop.
        guard cursor.current?.isLower == true else { return false }
        var cursor = cursor
        let isOf = cursor.skipWord("van") || cursor.skipWord("uit")
        guard isOf || cursor.skipWord(of: ["in", "bij", "op", "tijdens"]) else { return false }
        cursor.skipBlanks()
        if isOurs(cursor, asks) { return false }
        var next = cursor
        if isOf { return !next.skipWord(of: idioms) }
        if OtherSource.read(&next) { return true }
        return isDocument(cursor)
    }

    /// `vraag 3 van mening`: the word belongs to the sentence, not to the question.
    private static let idioms: [StaticString] = [
        "mening", "oordeel", "plan", "belang", "toepassing", "kracht", "invloed", "te",
    ]

    /// `van deze set`, `in dit antwoord`, and in an answer `van uw brief`, if no day says which.
    private static func isOurs(_ cursor: Cursor, _ asks: Bool) -> Bool {
        var cursor = cursor
        if cursor.skipWord("de") { cursor.skipBlanks() }
        if cursor.skipWord(of: ["deze", "dit", "onderhavige", "voorliggende"]) { return true }
        guard !asks, cursor.skipWord("uw"), cursor.skipBlanks(),
            cursor.skipWord(of: ["brief", "set", "vragen", "Kamervragen", "schriftelijke vragen"])
        else { return false }
        cursor.skipBlanks()
        return !cursor.skipWord(of: ["van", "d.d", "dd", "over", "uit"])
    }

    /// `in de beantwoording`, `bij de begroting`, `op de vragen`, `in mijn recente Kamerbrief`: an article, words that
    /// end in `e`, and the noun. Without an article (`in overleg met`) it is part of the sentence.
    private static func isDocument(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        let hasArticle =
            cursor.skipWord(of: FunctionWords.articles) || cursor.skipWord(of: FunctionWords.possessives)
            || cursor.skipWord(of: ["die", "dat"])
        cursor.skipBlanks()
        for index in 0..<4 {
            let start = cursor.position
            while !cursor.isAtEnd, cursor.bytes.isLetter(at: cursor.position) || isInWord(cursor) {
                cursor.position += 1
            }
            guard cursor.position > start else { return false }
            let word = cursor.bytes[start..<cursor.position]
            if isNoun(word) { return hasArticle || index > 0 || isNoun(word, of: ["vragen"]) }
            guard word.last == UInt8(ascii: "e") || isNoun(word, of: ["schriftelijk"]) else { return false }
            cursor.skipBlanks()
        }
        return false
    }

    private static func isInWord(_ cursor: Cursor) -> Bool {
        guard let byte = cursor.current else { return false }
        return byte.isContinuation || byte == Byte.hyphen
    }

    private static func isNoun(_ word: Slice<Bytes>, of nouns: [String] = nouns) -> Bool {
        nouns.contains { noun in
            word.count >= noun.utf8.count && word.suffix(noun.utf8.count).lazy.map(\.lowered).elementsEqual(noun.utf8)
        }
    }

    /// The ends of nouns for what asks or answers elsewhere (`Kamerbrief`, `VWS-begroting`).
    private static let nouns = [
        "brief", "beantwoording", "vragen", "nota", "verslag", "begroting", "vragenlijst", "set", "overleg",
        "vragenuur", "monitor", "enquête", "enquete", "examen", "toets", "peiling",
    ]
}

/// What names another letter or document by itself: `Aanhangsel Handelingen`, `2024Z00456`, `Kamerstuk 35 165, nr. 97`.
enum OtherSource {
    /// Passes over the name of a document that may hold questions.
    static func read(_ cursor: inout Cursor) -> Bool {
        letter(&cursor) || cursor.skip("kst-") || cursor.skip("Kamerstuk")
    }

    /// Passes over the name of another letter with answers.
    static func letter(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        if cursor.skipWord("het") { cursor.skipBlanks() }
        if cursor.skip("Aanhangsel") || cursor.skip("Aanh.") || cursor.skip("ah-tk-") || cursor.skip("ah-ek-") {
            return true
        }
        if cursor.number(most: 4) != nil, cursor.skip("Z"), cursor.current?.isDigit == true { return true }
        cursor.position = start
        return false
    }

    /// Passes over the words for questions that others asked, or at another time: `vragen van het lid Kuik`, `eerdere
    /// Kamervragen`, `vorige set`.
    static func questions(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        if cursor.skipWord("eerdere") || cursor.skipWord("eerder gestelde") || cursor.skipWord("andere") {
            cursor.skipBlanks()
            if cursor.skipWord("schriftelijke") || cursor.skipWord("feitelijke") { cursor.skipBlanks() }
            if cursor.skipWord(of: ["vragen", "Kamervragen", "set", "brief", "antwoorden", "beantwoording"]) {
                return true
            }
        } else if cursor.skipWord("vorige") || cursor.skipWord("voorgaande") {
            // `de vorige vragen` are those above.
            cursor.skipBlanks()
            if cursor.skipWord(of: ["set", "Kamervragen", "brief"]) { return true }
        } else if cursor.skipWord("vragen") || cursor.skipWord("Kamervragen") {
            cursor.skipBlanks()
            if cursor.skipWord("gesteld") || cursor.skipWord("ingezonden") { cursor.skipBlanks() }
            if cursor.skipWord("van") || cursor.skipWord("door"), cursor.skipBlanks() {
                if cursor.skipWord("het") || cursor.skipWord("de") { cursor.skipBlanks() }
                if cursor.skipWord(of: askers) { return true }
            }
        }
        cursor.position = start
        return false
    }

    private static let askers: [StaticString] = [
        "lid", "leden", "Kamerlid", "Kamerleden", "heer", "mevrouw", "fractie", "fracties", "commissie",
        "vaste commissie", "vaste Kamercommissie", "Eerste Kamer",
    ]
}
