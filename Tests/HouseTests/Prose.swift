/// What a Markdown document says, sentence by sentence: without code, headings, pictures and lists of links.
struct Prose {
    /// A paragraph, an item of a list, or a table, of which each row is a sentence.
    struct Paragraph: Equatable {
        var sentences: [String]
        var isTable = false
    }

    private(set) var paragraphs: [Paragraph] = []

    init(_ markdown: String) {
        var (isCode, words): (Bool, [Substring]) = (false, [])
        var table: [String] = []
        func close() -> [Paragraph] {
            defer { (words, table) = ([], []) }
            if !table.isEmpty { return [Paragraph(sentences: table, isTable: true)] }
            let text = words.joined(separator: " ")
            return text.isEmpty || Self.isLink(text) ? [] : [Paragraph(sentences: Self.sentences(text))]
        }
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = Self.trimmed(line)
            if text.hasPrefix("```") { isCode.toggle() }
            let opensNothing = text.isEmpty || ["```", "#", "![", "@", "}"].contains { text.hasPrefix($0) }
            if isCode || opensNothing || line.hasPrefix("    ") {
                paragraphs += close()
            } else if text.hasPrefix("|") {
                if table.isEmpty { paragraphs += close() }
                if !text.allSatisfy("|-: ".contains) { table.append(String(text)) }
            } else {
                let item = line.prefixMatch(of: #/(?:-|\d+\.) /#)
                if item != nil || !table.isEmpty { paragraphs += close() }
                words.append(item.map { Self.trimmed(line[$0.range.upperBound...]) } ?? text)
            }
        }
        paragraphs += close()
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let rest = text.drop(while: \.isWhitespace)
        return rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)]
    }

    /// A line of DocC's lists of topics.
    private static func isLink(_ text: String) -> Bool { text.wholeMatch(of: #/<doc:\w+>|``[^` ]+``/#) != nil }

    /// A sentence ends where one that opens with a capital, a quotation mark, code or a link follows.
    private static func sentences(_ text: String) -> [String] {
        var (sentences, start): ([String], String.Index) = ([], text.startIndex)
        for end in text.matches(of: #/[.!?] (?=[A-Z`“"*\[(])/#).map(\.range.upperBound) {
            sentences.append(String(text[start..<text.index(before: end)]))
            start = end
        }
        return sentences + [String(text[start...])]
    }
}
