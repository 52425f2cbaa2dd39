import CitationFinding
import GraphAnalysis

/// Labels of which no two are the same where what they shorten is not: `brief-over-de…-12.docx` and `brief-over-de…-13.docx`.
/// A label that would be another's too keeps its beginning and goes on where it differs.
enum DistinctLabels {
    /// A text and how it is shortened.
    struct Entry {
        var text: String
        var isAddress = false
    }

    /// Of letters, by their indices. Letters that are called the same have their subject on it too, or else their name.
    static func letters(_ indices: [Int], _ graph: CitationGraph) -> [Int: String] {
        var entries = Dictionary(
            uniqueKeysWithValues: indices.map { ($0, Entry(text: lines(graph.letters[$0].label))) })
        for same in Dictionary(grouping: indices, by: { graph.letters[$0].label }).values where same.count > 1 {
            let subjects = same.compactMap { graph.letters[$0].subject }
            let isTold = Set(subjects).count == same.count
            for index in same {
                let letter = graph.letters[index]
                entries[index]?.text += "\n" + ((isTold ? letter.subject : nil) ?? letter.name)
            }
        }
        return of(entries)
    }

    /// Of sources that stand in no box, by their indices: with their titles, doubts marked.
    static func sources(_ indices: [Int], _ graph: CitationGraph) -> [Int: String] {
        of(
            Dictionary(
                uniqueKeysWithValues: indices.map { index in
                    let source = graph.sources[index]
                    let isAddress = SourceKind.named(source.kind)?.isAddress == true
                    let text = isAddress ? source.label : CitationGraph.titled(source.marked, source.title)
                    return (index, Entry(text: text, isAddress: isAddress))
                }))
    }

    /// - Complexity: linear in the length of the texts, a few times over for those that begin alike.
    static func of(_ entries: [Int: Entry]) -> [Int: String] {
        var labels = entries.mapValues { $0.isAddress ? NodeLabel.address($0.text) : NodeLabel.wrapped($0.text) }
        // Of three alike, two may go on alike for longer than the third.
        for _ in 0..<4 {
            let alike = Dictionary(grouping: labels.keys, by: { labels[$0] }).values.filter { $0.count > 1 }
            for indices in alike {
                let texts = indices.compactMap { entries[$0] }
                guard let first = texts.first, Set(texts.map(\.text)).count > 1 else { continue }
                let common = texts.reduce(first.text.count) { min($0, $1.text.commonPrefix(with: first.text)) }
                for index in indices {
                    guard let entry = entries[index] else { continue }
                    labels[index] =
                        entry.isAddress ? address(entry.text, from: common) : wrapped(entry.text, from: common)
                }
            }
        }
        return labels
    }

    /// `BZK 7 jul 2025 · Bontenbal c.s. (CDA)` on two lines.
    private static func lines(_ label: String) -> String { String(label.map { $0 == "·" ? "\n" : $0 }) }

    /// What differs only behind some characters: the first two lines, and the word where it differs on the last one.
    private static func wrapped(_ text: String, from difference: Int) -> String {
        let place = text.index(text.startIndex, offsetBy: difference)
        let start = text[..<place].lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
        let word = text[start...].prefix { !$0.isWhitespace }
        let told = shortened(word, from: text.distance(from: start, to: place))
        let (before, after) = (String(text[..<start]), String(text[word.endIndex...]))
        let whole = NodeLabel.broken(before + (word.count > NodeLabel.longestWord ? told : String(word)) + after)
        guard whole.count > NodeLabel.lines else { return whole.joined(separator: "\n") }
        let last = (told + after).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return
            (NodeLabel.broken(before).prefix(2) + ["…" + NodeLabel.shortened(last, to: NodeLabel.longestWord)])
            .joined(separator: "\n")
    }

    /// `nporadio1.nl/nieuws/…`: the host, and the part of the path where it differs.
    private static func address(_ text: String, from difference: Int) -> String {
        let place = text.index(text.startIndex, offsetBy: difference)
        let start = text[..<place].lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex
        let host = NodeLabel.shortened(String(text.prefix { $0 != "/" }), to: 30)
        let told = shortened(text[start...], from: text.distance(from: start, to: place))
        return start == text.startIndex ? told : "\(host)/…/\(told)"
    }

    /// A word from its beginning, and on from where it differs.
    private static func shortened(_ word: Substring, from difference: Int) -> String {
        let (head, context, most) = (12, 4, 20)
        let isFar = difference - context > head
        let rest = isFar ? word.dropFirst(difference - context) : word[...]
        let room = isFar ? most : head + most
        return (isFar ? word.prefix(head) + "…" : "") + rest.prefix(room) + (rest.count > room ? "…" : "")
    }
}

extension String {
    /// How many characters two texts have in common at their beginning.
    fileprivate func commonPrefix(with other: String) -> Int {
        zip(self, other).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    }
}
