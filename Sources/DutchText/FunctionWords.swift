/// The small words that several readers ask for, one list for each class. A word that only one of them counts among these
/// stands with that reader.
package enum FunctionWords {
    /// `de minister`, `een brief`.
    package static let articles: [StaticString] = ["de", "het", "een"]
    /// What belongs to who writes the letter or to who reads it: `mijn brief`, `uw vragen`.
    package static let possessives: [StaticString] = ["mijn", "onze", "ons", "uw"]
    /// What stands in small letters within a person's name: `Bontes van der Plas`, `Sidney el Yassini`.
    package static let particles: [StaticString] = ["van", "de", "der", "den", "het", "ten", "ter", "el"]
    /// What joins the parts of an organisation's name: `Inspectie van het Onderwijs`, `Bank for the Environment of Europe`.
    package static let joining: [StaticString] = ["van", "de", "het", "der", "voor", "en", "the", "of", "and"]
    /// What stands before the thing that a letter is about: `over de dijken`, `inzake de dijken`.
    package static let topics: [StaticString] = ["over", "inzake", "betreffende", "aangaande"]
}

extension Collection<UInt8> {
    /// Whether these signs are one of the words, capitals told from small letters: `de` is an article, `DE` is none.
    @inlinable package func isOne(of words: [StaticString]) -> Bool {
        let length = count
        return words.contains { word in
            word.utf8CodeUnitCount == length && word.withUTF8Buffer { elementsEqual($0) }
        }
    }
}

/// What opens a quotation, and what may close it: typesetters mix them, as in `‘A'` and `“A"`.
package enum QuotationMarks {
    package static let pairs: [(open: StaticString, close: [StaticString])] = [
        ("«", ["»"]), ("“", ["”", "\""]), ("„", ["”", "“", "\""]), ("‘", ["’", "'"]), ("\"", ["\"", "”"]),
        ("'", ["'", "’"]), (",,", ["''", "”", "“", "\""]),
    ]

    /// The same for those that are one sign.
    package static let closers = [Character: Set<Character>](
        uniqueKeysWithValues: pairs.filter { "\($0.open)".count == 1 }.map { open, close in
            (Character("\(open)"), Set(close.map { Character("\($0)") }))
        })
}
