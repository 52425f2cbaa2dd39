import CitationFinding
import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// The part of a store's graph that is drawn, how, and what the user should know was left out.
public struct PicturePlan: Sendable {
    public private(set) var graph: CitationGraph
    public private(set) var projection: Projection?
    public private(set) var options: PictureOptions
    public private(set) var engine: LayoutEngine
    /// What was left out, for who asked.
    public private(set) var notes: [Phrase]

    /// - Throws: `NodeLookup.Failure` for a name that nothing has, or an error of the store.
    public init(_ request: PictureRequest, _ graphs: GraphCache) throws {
        let store = graphs.store
        var caption = PictureCaption(request)
        let centre = try request.around.map { try Self.name($0, NodeLookup(store), request.selection) }
        let wanted = try Self.filtered(graphs, request.selection.units, request, centre, &caption)
        let projection = request.side.map { Self.projection(wanted, onto: $0, request, centre) }
        graph = projection == nil ? Self.fitted(wanted, request, centre) : wanted
        self.projection = projection
        engine = request.engine(for: graph)
        var options = PictureOptions(title: request.language.text(caption.title(graph, projection, of: wanted)))
        options.language = request.language
        options.level = request.level
        options.scheme = request.scheme
        options.isByDate = request.isByDate
        options.centre = centre
        options.hasBoxes = engine.hasBoxes
        options.credit = request.language.text(PictureCaption.credit(try store.extent()))
        options.letterCounts = try graphs.letters(request.selection.units, graph)
        options.dossiers = try Self.dossiers(graph, store)
        self.options = options
        notes = caption.notes(wanted, graph, projection)
    }

    /// All that a request leaves of a part of the store, for who has room for it.
    /// - Throws: `NodeLookup.Failure` for a name that nothing has, or an error of the store.
    public static func chosen(_ request: PictureRequest, _ graphs: GraphCache) throws -> CitationGraph {
        var caption = PictureCaption(request)
        let centre = try request.around.map { try name($0, NodeLookup(graphs.store), request.selection) }
        return try filtered(graphs, request.selection.units, request, centre, &caption)
    }

    public var drawn: DrawnGraph {
        guard let projection else { return DOTWriter.drawing(graph, options) }
        return ProjectionWriter.drawing(graph, projection, options)
    }

    /// The same picture for a page that shows answers and questions by turns, whatever `--in` says is seen first: with
    /// all citations of what is drawn. Its colours are the page's own, and its notes are for who reads the page.
    /// - Returns: also all that the options leave, of which the picture is a part.
    func forExplorer(_ request: PictureRequest, _ graphs: GraphCache) throws -> (
        plan: PicturePlan, whole: CitationGraph
    ) {
        var explored = self
        explored.options.scheme = .light
        var caption = PictureCaption(request)
        let store = graphs.store
        let centre = try request.around.map { try Self.name($0, NodeLookup(store), request.selection) }
        let wanted = try Self.filtered(graphs, .all, request, centre, &caption)
        explored.notes = caption.pageNotes(wanted, graph, projection)
        if let projection {
            (explored.projection, explored.graph) = projection.withGraph(graph, limit: 2 * request.room)
            return (explored, wanted)
        }
        explored.graph = PictureFitting.widened(graph, in: wanted, limit: request.room, level: request.level)
        explored.notes = caption.pageNotes(wanted, explored.graph, nil)
        explored.engine = request.engine(for: explored.graph)
        explored.options.hasBoxes = explored.engine.hasBoxes
        // What is written on a node is what the table beside it says at first.
        explored.options.letterCounts = try graphs.letters(request.selection.units, explored.graph)
        explored.options.counted = request.selection.units
        explored.options.title = request.language.text(caption.title(explored.graph, nil, isOfAll: true))
        explored.options.dossiers = try Self.dossiers(explored.graph, store)
        return (explored, wanted)
    }

    /// The picture as a file, and what Graphviz remarks on it.
    /// - Throws: `GraphvizFailure`.
    public func picture(_ format: PictureFormat) throws(GraphvizFailure) -> Picture {
        try PictureFile.picture(drawn, as: format, engine: engine, description: description)
    }

    /// For those who do not see the picture.
    public var description: String { options.language.text(PictureCaption.description(graph, projection)) }

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
        _ graphs: GraphCache, _ units: GraphSelection.Units, _ request: PictureRequest, _ centre: String?,
        _ caption: inout PictureCaption
    ) throws -> CitationGraph {
        var graph: CitationGraph
        if let around = request.around, let centre {
            guard let near = try graphs.graph(units, around: centre, depth: request.depth) else {
                throw NodeLookup.Failure.notSelected(around)
            }
            graph = near
            let label =
                graph.sources.first { $0.id == centre }?.label ?? graph.letters.first { $0.name == centre }?.label
            // A series or dossier that nothing cites as such is known by its parts.
            let stored = try label ?? graphs.store.label(ofSource: centre)
            caption.add("around \(stored ?? centre)")
        } else {
            graph = try graphs.graph(units)
        }
        if !request.letters.isEmpty {
            graph = graph.letters(named: Set(try request.letters.map { try NodeLookup(graphs.store).letter($0).name }))
        }
        if let minimum = request.minLetters {
            let counts = try graphs.letters(units, graph)
            graph = graph.withoutSources {
                let id = graph.sources[$0].id
                return id != centre && (counts[id] ?? 0) < minimum
            }
            if request.side == .letters, minimum > 1 { caption.add("cited by \(minimum) letters or more") }
        }
        return graph
    }

    /// As much as can be read; of a web, where each letter cites much of what the others cite, less says more.
    private static func fitted(_ wanted: CitationGraph, _ request: PictureRequest, _ centre: String?) -> CitationGraph {
        func fitted(_ limit: Int) -> CitationGraph {
            PictureFitting.fitted(
                wanted, limit: limit, level: request.level, around: centre,
                isByDate: request.isByDate && request.limit == nil)
        }
        let graph = fitted(request.room)
        let incidence = Incidence(graph)
        let citations = graph.letters.indices.reduce(0) { $0 + incidence.sourcesOfLetter[$1].count }
        let isWeb = citations > 2 * PictureFitting.nodes(graph, .letters) || request.engine(for: graph) == .sfdp
        return isWeb && request.limit == nil && request.engine == nil ? fitted(PictureRequest.smallRoom) : graph
    }

    private static func projection(
        _ graph: CitationGraph, onto side: Projection.Side, _ request: PictureRequest, _ centre: String?
    ) -> Projection {
        let index =
            side == .letters
            ? graph.letters.firstIndex { $0.name == centre } : graph.sources.firstIndex { $0.id == centre }
        return Projection(graph, onto: side, by: request.measure, limit: request.room, around: index)
    }

    /// Reads all parts of letters, for a page that shows them by turns: what is drawn of answers is made of that.
    static func readAllParts(_ request: PictureRequest, _ graphs: GraphCache) throws {
        guard let around = request.around else {
            _ = try graphs.graph(.all)
            return
        }
        let centre = try name(around, NodeLookup(graphs.store), request.selection)
        _ = try graphs.graph(.all, around: centre, depth: request.depth)
    }

    /// The name of a node: a letter's, or the canonical id of a source, at the level that is drawn.
    private static func name(_ text: String, _ lookup: NodeLookup, _ selection: GraphSelection) throws -> String {
        switch try lookup.node(text) {
        case .letter(let letter): return letter.name
        case .source(let source):
            let counts = selection.level == .dossiers && SourceKind.named(source.kind)?.countsFor != nil
            return counts ? source.parent ?? source.id : source.id
        }
    }
}
