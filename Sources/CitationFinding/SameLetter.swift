import LetterReading

/// A letter cited again by the same date in the same words is the paper that it was the first time: `de Kamerbrief van 14
/// juli 2023` with a note in answer 8, and without one in answer 9.
enum SameLetter {
    static func resolve(_ citations: inout [Citation]) {
        var papers: [String: Set<SourceID>] = [:]
        for citation in citations {
            guard let paper = citation.resolvesTo else { continue }
            papers[words(citation.quote), default: []].insert(paper)
        }
        guard !papers.isEmpty else { return }
        for index in citations.indices
        where citations[index].resolvesTo == nil && !citations[index].source.kind.mayResolveTo.isEmpty {
            // Two papers of one day in the same words: nobody knows which.
            guard let known = papers[words(citations[index].quote)], known.count == 1 else { continue }
            citations[index].resolvesTo = known.first
        }
    }

    /// What was written, on one line; `d.d.` and the like stay as they are.
    private static func words(_ quote: String) -> String {
        quote.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
