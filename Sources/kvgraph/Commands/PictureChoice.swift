import ArgumentParser
import GraphAnalysis
import GraphDrawing
import GraphStorage

/// What of the graph is drawn.
struct PictureChoice: ParsableArguments {
    @Option(help: ArgumentHelp("Only what is near this source or letter.", valueName: "id|letter"))
    var around: String?

    @Option(help: ArgumentHelp("How many citations away: 1 who cites it, 2 what else they cite.", valueName: "n"))
    var depth = 2

    @Option(help: ArgumentHelp("Only sources that at least this many letters cite.", valueName: "n"))
    var minLetters: Int?

    @Option(help: ArgumentHelp("Only this letter; may be given several times.", valueName: "letter"))
    var letter: [String] = []

    @Option(help: ArgumentHelp("letters, or answers: a node for each answer.", valueName: "level"))
    var level = PictureOptions.Level.letters

    @Option(
        help: ArgumentHelp(
            "Graphviz's way of laying out: \(LayoutEngine.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "engine"))
    var engine: LayoutEngine?

    @Option(help: ArgumentHelp("At most this many letters and sources, the most shared first.", valueName: "n"))
    var limit = 150

    /// The graph, how to draw it, and what the user should know was left out.
    struct Chosen {
        var graph: CitationGraph
        var options: PictureOptions
        var notes: [String]
    }

    func engine(edges: Int) -> LayoutEngine { engine ?? (edges > 1500 ? .sfdp : .dot) }

    func graph(_ store: GraphStore, _ options: SelectionOptions) throws -> Chosen {
        let selection = options.selection()
        var graph = try options.graph(store)
        var parts = options.letters.words + (options.kind.map { ["kind \($0)"] } ?? [])
        if let around {
            let name = try name(around, Lookup(store), selection)
            guard let near = graph.around(name, depth: depth) else {
                throw CommandFailure.unanswerable(
                    "\(around) is in the store, but not among the citations selected: see --in, --kind and --sources")
            }
            graph = near
            parts.append(
                "around \(graph.sources.first { $0.id == name }?.label ?? graph.letters.first { $0.name == name }?.label ?? name)"
            )
        }
        if !letter.isEmpty {
            graph = graph.letters(named: Set(try letter.map { try Lookup(store).letter($0).name }))
        }
        if let minLetters {
            graph = graph.shared(by: minLetters)
            parts.append("cited by \(minLetters) letters or more")
        }
        let whole = graph
        graph = graph.atMost(nodes: limit)
        return Chosen(graph: graph, options: pictureOptions(graph, parts, options), notes: notes(whole, graph))
    }

    /// The name of a node: a letter's, or the canonical id of a source, at the level that is drawn.
    private func name(_ text: String, _ lookup: Lookup, _ selection: GraphSelection) throws -> String {
        switch try lookup.node(text) {
        case .letter(let letter): return letter.name
        case .source(let source):
            return selection.level == .dossiers && source.kind == "kamerstuk" ? source.parent ?? source.id : source.id
        }
    }

    private func pictureOptions(_ graph: CitationGraph, _ parts: [String], _ options: SelectionOptions)
        -> PictureOptions
    {
        let citing = Set(graph.edges.map { graph.units[$0.unit].letter }).count
        let what = options.sources == .dossiers ? "Dossiers and other sources" : "Sources"
        let place =
            ["answers": "the answers", "questions": "the questions", "all": "all parts"][options.units.rawValue] ?? ""
        let rest = parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))"
        var picture = PictureOptions(
            title: "\(what) cited in \(place) of \(citing == 1 ? "one letter" : "\(citing) letters")\(rest)")
        picture.level = level
        return picture
    }

    private func notes(_ whole: CitationGraph, _ drawn: CitationGraph) -> [String] {
        var notes: [String] = []
        let left = whole.sources.count - drawn.sources.count
        if left > 0 {
            notes.append(
                "drew the \(drawn.sources.count) most shared of \(whole.sources.count) sources: --limit, --min-letters and --around choose others"
            )
        }
        if drawn.edges.isEmpty { notes.append("nothing is cited here: the picture is empty") }
        return notes
    }
}
