import DutchText

/// A text in which the terms of a query are looked for, and its sentence that holds most of them.
struct TextMatch {
    /// How many of the terms the sentence holds.
    let count: Int
    /// On one line, as a reader would quote it.
    let sentence: String
    /// Where the first of them begins in the text.
    let offset: Int
    /// Where it begins in the sentence.
    let offsetInSentence: Int

    /// - Parameter isWhole: whether the text is no sentences, but a name or a title.
    /// - Returns: nil where the text holds none of the terms.
    /// - Complexity: linear in the text.
    init?(_ text: String, _ terms: TermIndex, isWhole: Bool = false) {
        let best: (count: Int, range: Range<Int>, offset: Int)? = text.reading { bytes in
            let words = FoldedWords.words(bytes)
            var best: (count: Int, range: Range<Int>, offset: Int)?
            var sentence = (range: 0..<0, offset: 0, held: Set<Int>())
            func close() {
                guard sentence.held.count > best?.count ?? 0 else { return }
                best = (sentence.held.count, sentence.range, sentence.offset)
            }
            for place in words.indices {
                for term in terms.standing(at: place, words) {
                    let range = words[place].range
                    if range.lowerBound >= sentence.range.upperBound {
                        close()
                        let whole = 0..<bytes.count
                        sentence = (
                            isWhole ? whole : Sentence.range(around: range, in: bytes, run: whole), range.lowerBound, []
                        )
                    }
                    sentence.held.insert(term)
                }
            }
            close()
            return best
        }
        guard let best else { return nil }
        (count, offset) = (best.count, best.offset)
        sentence = text.reading { Sentence.plain($0[best.range]) }
        // Blanks are fewer in it.
        offsetInSentence = text.reading { bytes in
            let before = Sentence.plain(bytes[best.range.lowerBound..<best.offset]).utf8.count
            return before > 0 && bytes[best.offset - 1].isBlank ? before + 1 : before
        }
    }
}

/// The terms of a query by the word they begin with, so that each word of a text is looked up once.
struct TermIndex {
    private typealias Form = (term: Int, words: [[UInt8]], isPrefix: Bool)

    let count: Int
    private var byWord: [[UInt8]: [Form]] = [:]
    /// Of one word that may go on.
    private var open: [Form] = []

    init(_ query: SearchQuery) {
        count = query.terms.count
        for (place, term) in query.terms.enumerated() {
            for form in term.forms {
                let words = form.map { Array($0.utf8) }
                guard let first = words.first else { continue }
                if words.count == 1, term.isPrefix {
                    open.append((place, words, true))
                } else {
                    byWord[first, default: []].append((place, words, term.isPrefix))
                }
            }
        }
    }

    /// The terms that stand in a text from one of its words on.
    /// - Complexity: linear in the terms that begin with this word, or may go on.
    func standing(at place: Int, _ words: [FoldedWord]) -> [Int] {
        let first = words[place].folded
        var terms: [Int] = []
        for form in open where first.starts(with: form.words[0]) { terms.append(form.term) }
        for form in byWord[first] ?? [] where Self.goesOn(form, at: place, words) { terms.append(form.term) }
        return terms
    }

    private static func goesOn(_ form: Form, at place: Int, _ words: [FoldedWord]) -> Bool {
        guard place + form.words.count <= words.count else { return false }
        return form.words.enumerated().dropFirst().allSatisfy { step, wanted in
            let word = words[place + step].folded
            return form.isPrefix && step == form.words.count - 1 ? word.starts(with: wanted) : word == wanted
        }
    }
}
