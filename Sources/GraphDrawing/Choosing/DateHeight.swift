import GraphAnalysis

/// How tall a picture by date is: every citation of a source that stands further right passes all columns between, and
/// takes a line of each.
public enum DateHeight {
    /// In lines, a letter or source taking two, a citation that passes by one.
    /// - Complexity: linear in the edges and columns.
    public static func tallest(_ graph: CitationGraph) -> Int {
        let days = graph.letters.map(\.date)
        let isByMonth = DatePeriods.isByMonth(days)
        let periods = days.map { DatePeriods.period($0, isByMonth) }
        let columns = Dictionary(
            uniqueKeysWithValues: Set(periods).sorted().enumerated().map { ($1, $0) })
        let column = periods.map { columns[$0] ?? 0 }
        let incidence = Incidence(graph)
        // Lines that begin and end at each column, letters and the sources behind them apart.
        var (letters, passing) = (
            [Int](repeating: 0, count: columns.count), [Int](repeating: 0, count: columns.count + 1)
        )
        var sources = letters
        for letter in graph.letters.indices where !incidence.sourcesOfLetter[letter].isEmpty {
            letters[column[letter]] += 1
        }
        for source in graph.sources.indices {
            let citing = incidence.lettersOfSource[source]
            guard let last = citing.map({ column[Int($0)] }).max() else { continue }
            sources[last] += 1
            for letter in citing where column[Int(letter)] < last {
                passing[column[Int(letter)] + 1] += 1
                passing[last + 1] -= 1
            }
        }
        var (tallest, lines) = (0, 0)
        for place in letters.indices {
            lines += passing[place]
            tallest = max(tallest, lines + 2 * max(letters[place], sources[place]))
        }
        return tallest
    }
}
