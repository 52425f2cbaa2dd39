import CitationFinding
import GraphAnalysis
import Wording

/// The words on a node: short enough to read in a picture, the whole of it in the tooltip.
enum NodeLabel {
    /// How many characters a line of a label holds.
    private static let width = 30
    static let lines = 3
    /// Longer ones are shortened.
    static let longestWord = width + 6
    private static let longestAddress = 46

    /// A letter in full: what it is called, its subject, its name.
    static func about(_ letter: CitationGraph.Letter) -> String {
        [letter.label, letter.subject, letter.name].compactMap(\.self).joined(separator: "\n")
    }

    /// A source's label, and by how many letters it is cited.
    static func source(_ text: String, letters: Int) -> Phrase {
        letters > 1 ? "\(text)\ncited by \(counted(letters, "letter"))" : .data(text)
    }

    /// `30 821, nr. 230 — Nationale Veiligheid (kamerstuk)`, and what was likely meant where that is doubted.
    static func about(_ source: CitationGraph.Source) -> Phrase {
        let about: Phrase = "\(CitationGraph.titled(source.label, source.title)) (\(Phrase.english(source.kind)))"
        return source.doubt.map { "\(about)\ndoubted: perhaps \($0)" } ?? about
    }

    /// Lines broken between words, the last one shortened where there would be more.
    static func wrapped(_ text: String) -> String {
        let result = broken(text)
        let kept = result.prefix(lines)
        guard result.count > lines, let last = kept.last else { return kept.joined(separator: "\n") }
        return (kept.dropLast() + [last.hasSuffix("…") ? last : last + "…"]).joined(separator: "\n")
    }

    /// All lines of a text.
    static func broken(_ text: String) -> [String] {
        var result: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, line.count + word.count + 1 > width {
                    result.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            result.append(line)
        }
        return result.map { shortened($0, to: longestWord) }
    }

    /// `nporadio1.nl/nieuws/…/minister-de-jonge-geen-tekenen…` → `nporadio1.nl/…/minister-de-jonge-geen-…`
    static func address(_ label: String) -> String {
        let parts = label.split(separator: "/")
        guard label.count > longestAddress, let host = parts.first, let last = parts.last, parts.count > 1 else {
            return shortened(label.hasSuffix("/") ? String(label.dropLast()) : label, to: longestAddress)
        }
        let start = parts.count > 2 ? "\(host)/…/" : "\(host)/"
        return start + shortened(String(last), to: max(8, longestAddress - start.count))
    }

    static func shortened(_ text: String, to length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }
}

/// What the nodes of a picture are called, in DOT and as ids in SVG: `l3` is letter 3 of the graph, `u7` unit 7, `s0`
/// source 0, and `l3-s0` the edge between them. Never a letter's own words.
public struct NodeNames: Sendable {
    /// For each source that is itself a letter of the graph, that letter: it is drawn once.
    let letterOfSource: [Int?]

    public init(_ graph: CitationGraph, _ level: PictureOptions.Level) {
        let letters = Dictionary(
            graph.letters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        letterOfSource = graph.sources.map { level == .letters ? $0.letter.flatMap { letters[$0] } : nil }
    }

    public func letter(_ index: Int) -> String { "l\(index)" }
    public func unit(_ index: Int) -> String { "u\(index)" }
    public func source(_ index: Int) -> String { letterOfSource[index].map(letter) ?? "s\(index)" }
}
