import GraphAnalysis

/// How tall two columns of a graph are. Groups that no citation joins are laid out beside each other, so that the largest
/// of them decides.
public enum ColumnHeight {
    /// The number of nodes in the tallest column: letters, or sources.
    /// - Complexity: linear in the number of edges.
    public static func tallest(_ graph: CitationGraph) -> Int {
        let incidence = Incidence(graph)
        var seen = [Bool](repeating: false, count: graph.letters.count)
        var tallest = 0
        for start in graph.letters.indices where !seen[start] && !incidence.sourcesOfLetter[start].isEmpty {
            seen[start] = true
            var front = [start]
            var letters = 0
            var sources: Set<UInt32> = []
            while let letter = front.popLast() {
                letters += 1
                for source in incidence.sourcesOfLetter[letter] where sources.insert(source).inserted {
                    for other in incidence.lettersOfSource[Int(source)] where !seen[Int(other)] {
                        seen[Int(other)] = true
                        front.append(Int(other))
                    }
                }
            }
            tallest = max(tallest, letters, sources.count)
        }
        return tallest
    }
}

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

/// Days (ISO 8601) as the columns of a picture.
enum DatePeriods {
    /// Whether all days lie in two years.
    static func isByMonth(_ days: [String?]) -> Bool { Set(days.compactMap { $0?.prefix(4) }).count <= 2 }

    /// `2025`, or `2025-07`; empty for no day.
    static func period(_ day: String?, _ isByMonth: Bool) -> String { String((day ?? "").prefix(isByMonth ? 7 : 4)) }
}
