import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What of a store is drawn, and how: the options of `kvgraph render` and `kvgraph serve` as values.
public struct PictureRequest: Sendable {
    /// The part of the graph that is looked at.
    public var selection: GraphSelection
    /// The selection as it was asked for: the title says so.
    public var query = GraphQuery()
    /// Only what is near this source or letter, as a user calls it.
    public var around: String?
    /// How many citations away: 1 who cites it, 2 what else they cite.
    public var depth = 2
    /// Only sources that at least this many letters cite.
    public var minLetters: Int?
    /// Only these letters, as a user calls them; none for all.
    public var letters: [String] = []
    public var level = PictureOptions.Level.letters
    /// Letters joined by the sources they share, or sources by the letters that cite both.
    public var side: Projection.Side?
    /// How strong such a tie is.
    public var measure = Coupling.Measure.count
    /// Place letters in columns by date, the oldest on the left.
    public var isByDate = false
    /// Nil for the one that suits what is drawn.
    public var engine: LayoutEngine?
    /// At most this many nodes, the most shared first; nil for as many as can be read.
    public var limit: Int?
    public var scheme = PictureOptions.Scheme.light
    /// What stands above what the picture says of itself; nil for nothing.
    public var title: String?
    /// In which language pictures and pages speak.
    public var language = Language.english

    public init(_ selection: GraphSelection = GraphSelection(kinds: nil)) { self.selection = selection }

    /// Of more the words are below 9 pixels where the picture is as wide as a page (1,400). Lines between everything and
    /// everything take more room than columns.
    var room: Int { limit ?? (side == nil ? 90 : 50) }

    /// Where even that is too much to look through: a web of what many letters cite.
    static let smallRoom = 40

    /// `dot` for columns; springs for a web of ties, and where columns would be too tall.
    func engine(for graph: CitationGraph) -> LayoutEngine {
        if let engine { return engine }
        if isByDate { return .dot }
        if side != nil { return .sfdp }
        return level == .letters && ColumnHeight.tallest(graph) > Self.highestColumn || graph.edges.count > 1500
            ? .sfdp : .dot
    }

    /// More nodes one above the other cannot be read on a sheet of A3.
    private static let highestColumn = 60
}

extension PictureRequest {
    /// A store of more letters is drawn by what they share.
    private static let fewLetters = 20
    /// Of more shared sources the dossiers are drawn.
    private static let muchShared = 150

    /// The same request, of a large store for what is shared alone where nothing else is asked for: a source that one letter
    /// cites joins nothing, and a hundred of them are confetti. Where there is no room for all that is shared, its dossiers.
    /// - Parameter hasLevel: whether documents or dossiers were asked for.
    /// - Returns: also what to say about it.
    public func ofShared(_ store: GraphStore, hasLevel: Bool) throws -> (request: PictureRequest, notes: [Phrase]) {
        guard around == nil, letters.isEmpty, minLetters == nil, side != .letters,
            try store.extent().letters > Self.fewLetters
        else { return (self, []) }
        if side == .sources { return try ofSharedTies(store, hasLevel) }
        let shared = try store.eachShared(selection, minimum: 2, limit: 0) { _, _ in }
        guard shared > 0 else { return (self, []) }
        var request = self
        request.minLetters = 2
        let all = try store.eachMostCited(selection, by: .letters, limit: 0) { _ in }
        var notes: [Phrase] = ["drew what several letters cite: --min-letters 1 draws all \(counted(all, "source"))"]
        if shared > Self.muchShared, !hasLevel, selection.level == .documents {
            request.selection.level = .dossiers
            notes.append("drew dossiers for \(counted(shared, "shared source")): --sources documents draws these")
        }
        return (request, notes)
    }

    /// Ties between sources that single letters cite are the lists of those letters, each a web of its own. So they are drawn
    /// between what several letters cite; where few documents are cited together, between dossiers.
    private func ofSharedTies(
        _ store: GraphStore, _ hasLevel: Bool
    ) throws -> (request: PictureRequest, notes: [Phrase]) {
        let levels: [GraphSelection.Level] = hasLevel ? [selection.level] : [.documents, .dossiers]
        for level in levels {
            var request = self
            (request.minLetters, request.selection.level) = (2, level)
            let plan = try PicturePlan(request, GraphCache(store, request.selection))
            guard let ties = plan.projection?.ties.count, ties >= Self.fewTies else { continue }
            let notes: [Phrase] = ["drew sources that several letters cite: --min-letters 1 draws others too"]
            return (
                request,
                level == selection.level
                    ? notes : notes + ["drew dossiers: few documents are cited together by several letters"]
            )
        }
        return (self, [])
    }

    /// Fewer are no picture.
    private static let fewTies = 3
}
