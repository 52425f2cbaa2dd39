import GraphAnalysis

/// A column of nodes, besides id and label: every format writes these, each in its own way.
public struct NodeAttribute: Sendable {
    public let name: String
    public let type: AttributeType
    /// What a node has under this name; `.none` for nothing.
    public let value: @Sendable (ExchangeGraph, ExchangeGraph.Node) -> Table.Cell
}

/// A column of edges, besides their ends and their weight.
public struct EdgeAttribute: Sendable {
    public let name: String
    public let type: AttributeType
    public let value: @Sendable (ExchangeGraph.Edge) -> Table.Cell
}

public enum AttributeType: Sendable { case text, integer }

extension NodeAttribute {
    /// In the order of columns.
    public static let all: [NodeAttribute] = [
        NodeAttribute(name: "type", type: .text) { _, node in
            switch node {
            case .letter: .text("letter")
            case .answer: .text("answer")
            case .source: .text("source")
            }
        },
        ofSource("kind") { .text($0.graph.sources[$1].kind) },
        NodeAttribute(name: "title", type: .text) { graph, node in
            if case .source(let source) = node { return Table.Cell(graph.graph.sources[source].title) }
            return Table.Cell(graph.letter(node).flatMap { graph.graph.letters[$0].subject })
        },
        ofLetter("date") { Table.Cell($0.graph.letters[$1].date) },
        ofLetter("year", .integer) { graph, letter in
            graph.graph.letters[letter].date.flatMap { Int($0.prefix(4)) }.map(Table.Cell.number) ?? .none
        },
        ofLetter("ministry") { Table.Cell($0.facts($1)?.ministry) },
        ofLetter("ministers") { list($0.facts($1)?.ministers) },
        ofLetter("askers") { list($0.facts($1)?.askers) },
        ofLetter("parties") { list($0.facts($1).map { Array(Set($0.parties)).sorted() }) },
        ofSource("letters", .integer) { .number($0.tally.letters[$1]) },
        NodeAttribute(name: "answers", type: .integer) { graph, node in
            switch node {
            case .letter(let letter): .number(graph.totals.answers[letter])
            case .answer: .none
            case .source(let source): .number(graph.tally.answers[source])
            }
        },
        NodeAttribute(name: "citations", type: .integer) { graph, node in
            switch node {
            case .letter(let letter): .number(graph.totals.citations[letter])
            case .answer(let unit): .number(graph.totals.ofUnits.citations[unit])
            case .source(let source): .number(graph.tally.citations[source])
            }
        },
        NodeAttribute(name: "sources", type: .integer) { graph, node in
            switch node {
            case .letter(let letter): .number(graph.totals.sources[letter])
            case .answer(let unit): .number(graph.totals.ofUnits.sources[unit])
            case .source: .none
            }
        },
        ofSource("first_cited") { Table.Cell($0.span.first[$1]) },
        ofSource("last_cited") { Table.Cell($0.span.last[$1]) },
        ofSource("part_of") { Table.Cell($0.graph.sources[$1].parent) },
        NodeAttribute(name: "letter", type: .text) { graph, node in
            if case .source(let source) = node { return Table.Cell(graph.graph.sources[source].letter) }
            return Table.Cell(graph.letter(node).map { graph.graph.letters[$0].name })
        },
        ofSource("doubt") { Table.Cell($0.graph.sources[$1].doubt) },
        NodeAttribute(name: "url", type: .text) { graph, node in
            Table.Cell(graph.link(node))
        },
    ]

    /// Of a letter, and of each answer in it.
    private static func ofLetter(
        _ name: String, _ type: AttributeType = .text, _ value: @escaping @Sendable (ExchangeGraph, Int) -> Table.Cell
    ) -> NodeAttribute {
        NodeAttribute(name: name, type: type) { graph, node in
            graph.letter(node).map { value(graph, $0) } ?? .none
        }
    }

    private static func ofSource(
        _ name: String, _ type: AttributeType = .text, _ value: @escaping @Sendable (ExchangeGraph, Int) -> Table.Cell
    ) -> NodeAttribute {
        NodeAttribute(name: name, type: type) { graph, node in
            if case .source(let source) = node { value(graph, source) } else { .none }
        }
    }

    private static func list(_ names: [String]?) -> Table.Cell { names.map { $0.isEmpty ? .none : .list($0) } ?? .none }
}

extension EdgeAttribute {
    /// Those that edges of such a graph have, in the order of columns.
    public static func of(_ graph: ExchangeGraph) -> [EdgeAttribute] {
        if graph.isDirected {
            return [
                EdgeAttribute(name: "citations", type: .integer) { .number($0.citations) },
                EdgeAttribute(name: "units", type: .text) { .list($0.units) },
            ]
        }
        return [
            EdgeAttribute(name: "shared", type: .integer) { .number($0.shared.count) },
            EdgeAttribute(name: "through", type: .text) { .list($0.shared) },
        ]
    }
}

extension ExchangeGraph {
    /// The days between which a node is seen: of a letter its own, of a source those on which it is cited.
    func days(_ node: Node) -> (first: String, last: String)? {
        if case .source(let source) = node {
            guard let first = span.first[source], let last = span.last[source] else { return nil }
            return (first, last)
        }
        return letter(node).flatMap { graph.letters[$0].date }.map { ($0, $0) }
    }
}

extension Table.Cell {
    /// As text, lists with `; ` between; nil for nothing.
    var plain: String? {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .real(let real): ExchangeNumber.text(real)
        case .list(let items): items.joined(separator: "; ")
        case .none: nil
        }
    }
}

/// Numbers as every format reads them: `2`, `0.25`.
enum ExchangeNumber {
    static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
