/// Which documents are letters to the Kamer, and which of them are of a day: what `de brief van 12 mei 2023` may be.
extension RegisteredDocument {
    /// `Brief regering`, `Brief` and the like. A note for the decision on a letter, a motion or a convocation is none.
    package var isLetter: Bool {
        (kind == "Brief" || kind.hasPrefix("Brief ")) && !title.lowercased().hasPrefix("beslisnota")
    }

    /// Whose letter it is by its kind, where it is not the government’s: `Algemene Rekenkamer`, `lid / fractie`.
    package var writer: String? {
        let writer = kind.dropFirst("Brief ".count)
        return writer.isEmpty || writer == "regering" ? nil : String(writer)
    }

    /// The id that stands for it: the official one, where it has one.
    package var id: String { official ?? number }
}

/// In the text of a register each day has a row with the letters of it: `b:2024-05-03`.
extension RegisteredDocument {
    static func key(day: String) -> String { "b:" + day }

    /// The rows of the days, without their ends.
    static func days(of documents: some Sequence<Self>) -> [(key: String, line: String)] {
        Dictionary(grouping: documents.lazy.filter(\.isLetter), by: \.date).map { day, letters in
            let key = key(day: day)
            return (key, "\(key)\t0\t\(letters.map(\.number).sorted().joined(separator: ","))\t")
        }
    }
}

extension Register {
    /// The letters of a day, in the order of their numbers.
    /// - Complexity: logarithmic in the rows of the register, for each of them.
    package func letters(of day: String) -> [RegisteredDocument] {
        let numbers = Set(rows(RegisteredDocument.key(day: day)).flatMap { $0.published.split(separator: ",") })
        // A newer table may have another day for it.
        return numbers.sorted().compactMap { document(String($0)) }.filter { $0.date == day && $0.isLetter }
    }
}

extension RegisterDraft {
    /// Changes whenever a register is written otherwise than before.
    private static let form = "2"

    static var formLine: String { "#form\t\(form)" }

    /// A register as it is written now: one that an older version wrote is written anew.
    public static func current(_ text: String) -> String {
        let table = RegisterTable(Array(text.utf8))
        if table.fact("form") == form { return text }
        return RegisterDraft(text: text).text(
            from: table.fact("as-of") ?? "of unknown date", complete: table.fact("complete"))
    }
}
