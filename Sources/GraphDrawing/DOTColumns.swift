import GraphAnalysis

/// Time from left to right: each letter in the column of its year, or of its month where all are of two years.
extension DOTWriter {
    mutating func columns() {
        let columns = Dictionary(grouping: drawnLetters) { DatePeriods.period(graph.letters[$0].date, isByMonth) }
        let names = names
        let labels = columns.keys.sorted()
        for (index, period) in labels.enumerated() {
            let label = period.isEmpty ? "no date" : period
            builder.add(
                "t\(index) [label=\(DOTText.label(label)), shape=plaintext, style=\"\", fontsize=14, class=date]")
            let letters = (columns[period] ?? []).map { names.letter($0) }
            builder.add("{ rank=same; t\(index); \(letters.joined(separator: "; ")) }")
        }
        for index in labels.indices.dropFirst() {
            // Two steps: the sources that a letter cites stand between its column and the next.
            builder.add("t\(index - 1) -> t\(index) [style=invis, minlen=2, weight=100]")
        }
    }

    private var isByMonth: Bool { DatePeriods.isByMonth(drawnLetters.map { graph.letters[$0].date }) }
}

/// Days (ISO 8601) as the columns of a picture.
enum DatePeriods {
    /// Whether all days lie in two years.
    static func isByMonth(_ days: [String?]) -> Bool { Set(days.compactMap { $0?.prefix(4) }).count <= 2 }

    /// `2025`, or `2025-07`; empty for no day.
    static func period(_ day: String?, _ isByMonth: Bool) -> String { String((day ?? "").prefix(isByMonth ? 7 : 4)) }
}
