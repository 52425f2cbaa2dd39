import Foundation
import Support

/// The figures of one set of labels: a line a kind, what was missed, what was too much, and how often quote and footnote
/// are those of the label.
struct FigureTable {
    private let set: LabelSet
    private let table: GoldTable
    private let run: CitationRun

    init(set: LabelSet, table: GoldTable, run: CitationRun) { (self.set, self.table, self.run) = (set, table, run) }

    func print() {
        let scoring = Scoring(table, kinds: set.kinds, found: run.lines.map(\.row))
        var rows = [
            ["kind", "labels", "found", "precision", "recall", "F1", "without unit: precision", "recall", "F1"]
        ]
        for kind in scoring.kinds.map(Optional.some) + [nil] {
            let (exact, loose) = (scoring.figures(kind, withUnit: true), scoring.figures(kind, withUnit: false))
            rows.append(
                [kind ?? "all", "\(exact.labels)", "\(exact.found)"]
                    + [exact.precision, exact.recall, exact.f1, loose.precision, loose.recall, loose.f1].map(percent))
        }
        Swift.print("\(set.name) (\(set.path), \(table.letters.count) letters)\n")
        TextColumns(rows, numbersFrom: 1).print()
        for (name, rest) in [("missed", scoring.missed), ("extra", scoring.extra)] where !rest.isEmpty {
            Swift.print()
            TextColumns(rest.map { [name, $0.letter, $0.unit, $0.kind, $0.id] }).print()
        }
        printAgreement()
    }

    /// Of the labels that were found in their unit. Labels do not agree among each other on either column, so there is no
    /// target: what a quote holds is said in the article on sources.
    private func printAgreement() {
        let cited = Dictionary(grouping: run.lines) { line in
            GoldTable.Row(letter: Scoring.stem(line.letter), unit: line.unit, kind: line.kind, id: line.id)
        }
        var (all, quotes, footnotes, numbers) = (0, 0, 0, 0)
        for label in table.labels {
            let (row, letter) = (label.row, Scoring.stem(label.row.letter))
            guard let lines = cited[.init(letter: letter, unit: row.unit, kind: row.kind, id: row.id)] else { continue }
            all += 1
            if lines.contains(where: { words($0.quote) == words(label.quote) }) { quotes += 1 }
            if lines.contains(where: { ($0.footnote ?? "") == label.footnote }) { footnotes += 1 }
            if lines.contains(where: { number($0.footnote ?? "") == number(label.footnote) }) { numbers += 1 }
        }
        func share(_ count: Int) -> String { "\(count) of \(all) (\(percent(Double(count) / Double(max(1, all)))))" }
        Swift.print(
            "\nThe label's quote: \(share(quotes)). Its footnote as printed: \(share(footnotes)); by number alone: "
                + "\(share(numbers)).\n")
    }

    private func percent(_ share: Double) -> String { String(format: "%.1f%%", share * 100) }

    private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    /// `[3]`, `³`, `3)` and `[^3]` are one number.
    private func number(_ footnote: String) -> String {
        footnote.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
    }
}
