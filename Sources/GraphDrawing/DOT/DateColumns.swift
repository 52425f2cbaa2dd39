import Wording

/// Time from left to right: each node in the column of its year, or of its month where all are of two years.
extension DOTBuilder {
    /// - Parameters:
    ///   - nodes: with their day; those without one stand in the first column.
    ///   - followed: nodes that something stands right behind: it takes a step between that column and the next.
    mutating func columns(of nodes: [(name: String, day: String?)], followed: Set<String> = []) {
        let isByMonth = DatePeriods.isByMonth(nodes.map(\.day))
        let columns = Dictionary(grouping: nodes) { DatePeriods.period($0.day, isByMonth) }
        let periods = columns.keys.sorted()
        for (index, period) in periods.enumerated() {
            let label = period.isEmpty ? options.language.text("no date") : period
            add("t\(index) [label=\(DOTText.label(label)), shape=plaintext, style=\"\", fontsize=14, class=date]")
            let names = (columns[period] ?? []).map(\.name)
            add("{ rank=same; t\(index); \(names.joined(separator: "; ")) }")
        }
        for index in periods.indices.dropFirst() {
            let isFollowed = columns[periods[index - 1]]?.contains { followed.contains($0.name) } == true
            add("t\(index - 1) -> t\(index) [style=invis, minlen=\(isFollowed ? 2 : 1), weight=100]")
        }
    }
}
