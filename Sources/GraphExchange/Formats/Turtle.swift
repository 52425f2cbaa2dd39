import GraphAnalysis

/// The graph as RDF: official pages as IRIs, Dublin Core for what is said of a node, `cito:cites` for a citation.
enum Turtle {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        try output.write(
            """
            @prefix cito: <http://purl.org/spar/cito/> .
            @prefix dc: <http://purl.org/dc/elements/1.1/> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            """)
        let names = IRIs(graph)
        for node in graph.nodes { try output.write("\n" + statements(node, graph, names)) }
        if !graph.nodes.isEmpty { try output.write("\n") }
        try graph.eachEdge { edge in
            let (from, to) = (names.of(edge.from, graph), names.of(edge.to, graph))
            guard graph.isDirected else { return try output.write("<\(from)> dcterms:relation <\(to)> .\n") }
            try output.write("<\(from)> cito:cites <\(to)> .\n")
        }
    }

    private static func statements(_ node: ExchangeGraph.Node, _ graph: ExchangeGraph, _ names: IRIs) -> String {
        var statements = ["dcterms:identifier \(literal(graph.id(node)))"]
        func add(_ predicate: String, _ attribute: String, _ suffix: String = "") {
            let cell = NodeAttribute.all.first { $0.name == attribute }?.value(graph, node) ?? .none
            if case .list(let items) = cell {
                statements += items.map { "\(predicate) \(literal($0))" }
            } else if let text = cell.plain {
                statements.append("\(predicate) \(literal(text))\(suffix)")
            }
        }
        statements.append("dcterms:alternative \(literal(graph.label(node)))")
        add("dcterms:title", "title")
        add("dc:type", "type")
        add("dc:type", "kind")
        add("dcterms:date", "date", "^^xsd:date")
        add("dc:publisher", "ministry")
        add("dc:creator", "ministers")
        add("dc:contributor", "askers")
        if let page = graph.link(node) {
            statements.append("foaf:page <\(ExchangeText.iri(page))>")
        }
        if case .answer(let unit) = node {
            statements.append("dcterms:isPartOf <\(names.of(.letter(graph.graph.units[unit].letter), graph))>")
        } else {
            add("dc:relation", "part_of")
        }
        return "<\(names.of(node, graph))> " + statements.joined(separator: " ;\n  ") + " .\n"
    }

    private static func literal(_ text: String) -> String { ExchangeText.of(text, in: .literal) }
}

/// What nodes are called in RDF: by their official page, where it is the page of that node alone (of a series of reports it is not);
/// else by a URN of their id. A letter and the source that it is share their page, and are one thing.
private struct IRIs {
    /// Letters and sources whose page another one has already.
    private let repeated: (letters: Set<Int>, sources: Set<Int>)

    init(_ graph: ExchangeGraph) {
        repeated = (
            Self.repeated(graph.graph.letters.indices.map { graph.link(.letter($0)) }),
            Self.repeated(graph.graph.sources.indices.map { Self.ownPage($0, graph) })
        )
    }

    private static func repeated(_ pages: [String?]) -> Set<Int> {
        var seen: Set<String> = []
        return Set(pages.indices.filter { place in pages[place].map { !seen.insert($0).inserted } ?? false })
    }

    func of(_ node: ExchangeGraph.Node, _ graph: ExchangeGraph) -> String {
        switch node {
        case .source(let source):
            let page = repeated.sources.contains(source) ? nil : Self.ownPage(source, graph)
            return page.map(ExchangeText.iri) ?? Self.urn("source", graph.id(node))
        case .letter(let letter):
            let page = repeated.letters.contains(letter) ? nil : graph.link(node)
            return page.map(ExchangeText.iri) ?? Self.urn("letter", graph.id(node))
        case .answer(let unit):
            let letter = of(.letter(graph.graph.units[unit].letter), graph)
            return letter + "#" + ExchangeText.urn(graph.graph.units[unit].name)
        }
    }

    /// A page whose address names the source: `https://wetten.overheid.nl/BWBR0045754` of `bwb:BWBR0045754`.
    private static func ownPage(_ source: Int, _ graph: ExchangeGraph) -> String? {
        guard let page = graph.link(.source(source)) else { return nil }
        let id = graph.graph.sources[source].id
        let number = id.drop { $0 != "-" && $0 != ":" }.dropFirst()
        return page.contains(id) || number.count > 3 && page.contains(number) ? page : nil
    }

    private static func urn(_ what: String, _ id: String) -> String { "urn:kvgraph:\(what):" + ExchangeText.urn(id) }
}
