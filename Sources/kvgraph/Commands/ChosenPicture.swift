import CitationFinding
import GraphAnalysis
import GraphDrawing
import GraphStorage

/// The part of a store's graph that is drawn, how, and what the user should know was left out.
struct ChosenPicture {
    private(set) var graph: CitationGraph
    private(set) var projection: Projection?
    private(set) var options: PictureOptions
    private(set) var engine: LayoutEngine
    private(set) var notes: [String]

    init(_ choice: PictureChoice, _ selection: SelectionOptions, _ graphs: StoreGraphs) throws {
        let store = graphs.store
        var words = PictureWords(choice, selection)
        let centre = try choice.around.map { try Self.name($0, Lookup(store), selection.selection()) }
        let wanted = try Self.filtered(graphs, selection.units, choice, centre, &words)
        let projection = choice.project.map { Self.projection(wanted, onto: $0, choice, centre) }
        graph =
            projection == nil
            ? PictureSize.fitted(
                wanted, limit: choice.room, level: choice.level, around: centre,
                isByDate: choice.byDate && choice.limit == nil) : wanted
        self.projection = projection
        engine = choice.engine(graph)
        var options = PictureOptions(title: words.title(graph, projection))
        options.level = choice.level
        options.scheme = choice.theme
        options.isByDate = choice.byDate
        options.centre = centre
        options.hasBoxes = engine.hasBoxes
        options.letterCounts = try graphs.letters(selection.units, graph)
        options.dossiers = try Self.dossiers(graph, store)
        self.options = options
        notes = words.notes(wanted, graph, projection)
    }

    var drawn: DrawnGraph {
        guard let projection else { return DOTWriter.drawing(graph, options) }
        return ProjectionWriter.drawing(graph, projection, options)
    }

    /// The same picture for a page that shows answers and questions by turns, whatever `--in` says is seen first: with
    /// all citations of what is drawn. Its colours are the page's own, and its notes are for who reads the page.
    /// - Returns: also all that the options leave, of which the picture is a part.
    func forExplorer(_ choice: PictureChoice, _ selection: SelectionOptions, _ graphs: StoreGraphs) throws
        -> (picture: ChosenPicture, whole: CitationGraph)
    {
        var explored = self
        explored.options.scheme = .light
        var words = PictureWords(choice, selection)
        let store = graphs.store
        let centre = try choice.around.map { try Self.name($0, Lookup(store), selection.selection()) }
        let wanted = try Self.filtered(graphs, .all, choice, centre, &words)
        explored.notes = words.pageNotes(wanted, graph, projection)
        if let projection {
            (explored.projection, explored.graph) = projection.withGraph(graph, limit: 2 * choice.room)
            return (explored, wanted)
        }
        explored.graph = PictureSize.widened(graph, in: wanted, limit: choice.room, level: choice.level)
        explored.notes = words.pageNotes(wanted, explored.graph, nil)
        explored.engine = choice.engine(explored.graph)
        explored.options.hasBoxes = explored.engine.hasBoxes
        explored.options.letterCounts = try graphs.letters(.all, explored.graph)
        explored.options.title = words.title(explored.graph, nil).replacing(" in \(words.place) of", with: " in")
        explored.options.dossiers = try Self.dossiers(explored.graph, store)
        return (explored, wanted)
    }

    /// What Graphviz remarks goes to stderr.
    func picture(_ format: PictureFormat) throws -> [UInt8] {
        do {
            let picture = try PictureFile.picture(drawn, as: format, engine: engine, description: description)
            for warning in picture.warnings { Messages.say("Graphviz: \(warning)") }
            return picture.bytes
        } catch {
            throw CommandFailure(status: CommandFailure.ownFault, message: "\(error)")
        }
    }

    /// For those who do not see the picture.
    var description: String { PictureWords.description(graph, projection) }

    private static func dossiers(_ graph: CitationGraph, _ store: GraphStore) throws -> [String: String] {
        let parents = Set(graph.sources.compactMap(\.parent).filter { SourceKind.of($0).isCountedFor })
        let register = try store.register()
        return Dictionary(
            uniqueKeysWithValues: parents.map {
                ($0, CitationGraph.titled(Source(SourceID($0), catalogue: .empty).label, register.title(of: $0)))
            })
    }

    /// What the options leave of a part of the store, before it is cut to the size of a picture.
    private static func filtered(
        _ graphs: StoreGraphs, _ units: GraphSelection.Units, _ choice: PictureChoice, _ centre: String?,
        _ words: inout PictureWords
    ) throws -> CitationGraph {
        var graph: CitationGraph
        if let around = choice.around, let centre {
            guard let near = try graphs.graph(units, around: centre, depth: choice.depth) else {
                throw CommandFailure.unanswerable(
                    "\(around) is in the store, but not among the citations selected: see --in, --kind and --sources")
            }
            graph = near
            let label =
                graph.sources.first { $0.id == centre }?.label ?? graph.letters.first { $0.name == centre }?.label
            words.add("around \(label ?? centre)")
        } else {
            graph = try graphs.graph(units)
        }
        if !choice.letter.isEmpty {
            graph = graph.letters(named: Set(try choice.letter.map { try Lookup(graphs.store).letter($0).name }))
        }
        if let minimum = choice.minLetters {
            let counts = try graphs.letters(units, graph)
            graph = graph.withoutSources {
                let id = graph.sources[$0].id
                return id != centre && (counts[id] ?? 0) < minimum
            }
            words.add("cited by \(minimum) letters or more")
        }
        return graph
    }

    private static func projection(
        _ graph: CitationGraph, onto side: Projection.Side, _ choice: PictureChoice, _ centre: String?
    ) -> Projection {
        let index =
            side == .letters
            ? graph.letters.firstIndex { $0.name == centre } : graph.sources.firstIndex { $0.id == centre }
        return Projection(graph, onto: side, by: choice.measure, limit: choice.room, around: index)
    }

    /// The name of a node: a letter's, or the canonical id of a source, at the level that is drawn.
    private static func name(_ text: String, _ lookup: Lookup, _ selection: GraphSelection) throws -> String {
        switch try lookup.node(text) {
        case .letter(let letter): return letter.name
        case .source(let source):
            let counts = selection.level == .dossiers && SourceKind.named(source.kind)?.countsFor != nil
            return counts ? source.parent ?? source.id : source.id
        }
    }
}
