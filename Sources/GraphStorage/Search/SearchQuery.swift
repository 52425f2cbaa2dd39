import DutchText

/// What somebody looks for: all of some words, each as a whole word, as the beginning of one (`stikstof*`), or several in
/// quotation marks as they follow each other. The last word is the beginning of one by itself: who types is not done yet.
///
///     jaarverslag aivd       → jaarverslag, and what begins with aivd
///     "wet open overheid"    → the three words, one after the other
///     35 165, 35165          → the number, however it is written
public struct SearchQuery: Sendable {
    /// One of the things that have to be there.
    struct Term: Hashable, Sendable {
        /// Folded words that follow each other; of any of these forms.
        let forms: [[String]]
        /// Whether its last word may go on.
        let isPrefix: Bool
    }

    let terms: [Term]

    /// - Parameter text: anything; nothing in it is a fault.
    /// - Returns: nil where there is not a letter or digit in it.
    /// - Complexity: linear.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { Self.quotationMarks.contains($0) }
        var terms: [Term] = []
        for (place, part) in parts.enumerated() {
            // A mark that nothing closes opens nothing.
            if place % 2 == 1, place < parts.count - 1 {
                let phrase = FoldedWords.folded(String(part))
                if !phrase.isEmpty { terms.append(Term(forms: [phrase], isPrefix: false)) }
            } else {
                let isLast = parts[(place + 1)...].allSatisfy { FoldedWords.folded(String($0)).isEmpty }
                terms += Self.terms(String(part), isLast: isLast)
            }
        }
        var seen: Set<Term> = []
        self.terms = terms.filter { seen.insert($0).inserted }
        if terms.isEmpty { return nil }
    }

    private init(_ terms: [Term]) { self.terms = terms }

    /// Each of the words or phrases, and a query for it alone.
    public var words: [(word: String, query: SearchQuery)] { terms.map { ($0.plain, SearchQuery([$0])) } }

    private static let quotationMarks: Set<Character> = ["\"", "“", "”", "„"]

    /// The words of a text without quotation marks.
    private static func terms(_ text: String, isLast: Bool) -> [Term] {
        var words: [(tokens: [String], isPrefix: Bool)] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let tokens = FoldedWords.folded(String(word))
            if tokens.isEmpty { continue }
            // `35 165` is one number.
            if let front = words.last, !front.isPrefix, let head = front.tokens.last, let tail = tokens.first,
                isHead(head), isTail(tail)
            {
                words[words.count - 1] = (
                    front.tokens.dropLast() + [head + tail] + tokens.dropFirst(), word.last == "*"
                )
            } else {
                words.append((tokens, word.last == "*"))
            }
        }
        return words.enumerated().map { place, word in
            let split = word.tokens.flatMap(parts)
            let forms = split == word.tokens ? [split] : [word.tokens, split]
            return Term(forms: forms, isPrefix: word.isPrefix || isLast && place == words.count - 1)
        }
    }

    private static func isHead(_ word: String) -> Bool { (2...3).contains(word.utf8.count) && isNumber(word) }
    private static func isTail(_ word: String) -> Bool { word.utf8.count == 3 && isNumber(word) }
    private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy(\.isDigit) }

    /// `35165` as letters mostly write it: 35 and 165.
    private static func parts(_ word: String) -> [String] {
        guard (5...6).contains(word.utf8.count), isNumber(word) else { return [word] }
        return [String(word.dropLast(3)), String(word.suffix(3))]
    }
}

/// The query in FTS5's own words. Nothing of what users type is in it but letters and digits within quotation marks.
extension SearchQuery {
    /// All terms.
    var match: String { terms.map(\.match).joined(separator: " AND ") }

    /// Whether all terms stand close to each other, or nil where that says no more than that they are there.
    var closeMatch: String? {
        guard (2...Self.mostClose).contains(terms.count) else { return nil }
        var choices: [[String]] = [[]]
        for term in terms {
            choices = choices.flatMap { choice in term.phrases.map { choice + [$0] } }
            if choices.count > Self.mostChoices { return nil }
        }
        return choices.map { "NEAR(\($0.joined(separator: " ")), \(Self.distance))" }.joined(separator: " OR ")
    }

    private static let mostClose = 6
    private static let mostChoices = 8
    /// Words between the first and the last: a sentence's half.
    private static let distance = 10
}

extension SearchQuery.Term {
    /// Any of its forms.
    var match: String { phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))" }

    fileprivate var phrases: [String] {
        forms.map { "\"\($0.joined(separator: " "))\"" + (isPrefix ? " *" : "") }
    }

    /// As the user may have written it.
    var plain: String { (forms.last ?? []).joined(separator: " ") }
}
