import DutchText
import LetterReading

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
