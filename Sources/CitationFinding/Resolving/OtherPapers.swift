import DutchText

/// A letter of somebody else, or to somebody else: no paper of the Kamer, whatever number stands near it.
enum LetterOfOthers {
    private static let ownWriters: [StaticString] = [
        "minister", "ministers", "staatssecretaris", "staatssecretarissen", "kabinet", "regering", "bewindspersonen",
        "mijn", "mij", "ons", "onze",
    ]

    /// `een brief van 3 april 2023`, `de brief van 3 april 2023 van de burgemeester`; not `… van de minister`, `… aan uw Kamer`.
    static func isNamed(at range: Range<Int>, in text: Bytes, _ run: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start > run.lowerBound, text[start - 1].isBlank { start -= 1 }
        var first = start
        while first > run.lowerBound, text[first - 1].isASCIILetter { first -= 1 }
        var word = Cursor(text, in: first..<start)
        if word.skipWord(of: ["een", "hun", "haar", "zijn", "diens"]), word.isAtEnd { return true }
        var behind = Cursor(text, in: range.upperBound..<run.upperBound)
        guard behind.skipBlanks() else { return false }
        let isFrom = behind.skipWord("van")
        guard isFrom || behind.skipWord("aan"), behind.skipBlanks() else { return false }
        if behind.skipWord(of: FunctionWords.articles) { behind.skipBlanks() }
        return !behind.skipWord(of: isFrom ? ownWriters : ["uw", "kamer", "tweede", "eerste", "voorzitter"])
    }

    /// `Vergelijk Kamerstuk …`, `Zie ook Kamerstuk …`: a note that names another paper.
    static func isOnlyCompared(_ opening: Slice<Bytes>) -> Bool {
        let words = String(decoding: opening, as: UTF8.self).lowercased().split { !$0.isLetter }
        return words.contains { ["vergelijk", "vgl", "cf", "ook", "bijvoorbeeld", "bijv", "onder"].contains($0) }
    }
}

/// What may carry a number of its own beside a letter that is cited by its date: another paper, or a thing of another day.
enum OtherPaper {
    private static let endings = [
        "brief", "brieven", "motie", "moties", "amendement", "amendementen", "rapport", "rapporten", "rapportage",
        "rapportages", "verslag", "verslagen", "debat", "debatten", "overleg", "agenda", "nota", "advies", "evaluatie",
        "vragen", "onderzoek", "onderzoeken", "plan", "akkoord", "strategie", "voorstel", "stuk", "stukken", "bijlage",
        "besluit", "fiche", "reactie", "memorie", "toelichting", "wet", "monitor", "aanpak", "programma",
    ]

    /// Whether the text names one.
    /// - Parameter holdsTitles: whether `Kamerbrief Verslag van de top` is the name of the letter itself.
    static func isNamed(in text: Slice<Bytes>, holdsTitles: Bool = false) -> Bool {
        var isTitle = false
        for piece in text.split(whereSeparator: \.isBlank) {
            let letters = piece.filter { $0.isASCIILetter || $0 >= 0x80 }
            let word = String(decoding: letters, as: UTF8.self).lowercased()
            let opensTitle = holdsTitles && (word == "brief" || word == "kamerbrief")
            if !isTitle, !opensTitle, endings.contains(where: word.hasSuffix) { return true }
            isTitle = opensTitle
        }
        return false
    }

    /// Whether the text gives a day.
    static func holdsDay(_ text: Slice<Bytes>) -> Bool {
        var cursor = Cursor(text.base, in: text.startIndex..<text.endIndex)
        while !cursor.isAtEnd {
            var day = cursor
            if cursor.current?.isDigit == true, DutchDate.read(&day) != nil { return true }
            cursor.position += 1
        }
        return false
    }
}
