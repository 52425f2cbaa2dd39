import CitationFinding
import Wording

/// What of the graph is asked for, as people write it: in options of the command, and in addresses of the explorer.
/// `LetterQuery` says which letters.
public struct GraphQuery: Sendable, Equatable {
    /// Why nothing can be asked so.
    public enum Failure: Error, Sendable, Equatable {
        case letters(LetterQuery.Failure)
        case unknownKind(String)
        case noKind

        public var words: Phrase {
            switch self {
            case .letters(let failure): failure.words
            case .unknownKind(let kind):
                "“\(kind)” is not a kind of source. Kinds: \(SourceKind.names); or all, by itself."
            case .noKind: "--kind needs a kind. Kinds: \(SourceKind.names); or all."
            }
        }
    }

    public var letters = LetterQuery()
    /// Kinds of source, each text one or several with commas between; or `all`. None for those that people look at first.
    public var kinds: [String] = []
    public var units = GraphSelection.Units.answers
    /// Nil where neither documents nor dossiers were asked for.
    public var level: GraphSelection.Level?

    public init() {}

    /// - Parameters:
    ///   - first: the kinds that are looked at when none is asked for; nil for every source but the quiet ones.
    ///   - isSharing: whether letters are joined by what they cite.
    public func selection(default first: Set<String>? = nil, isSharing: Bool = false) throws(Failure) -> GraphSelection
    {
        var selection = GraphSelection()
        do { try letters.apply(to: &selection) } catch { throw .letters(error) }
        for kind in named ?? [] where SourceKind.named(kind)?.isSource != true { throw .unknownKind(kind) }
        if named?.isEmpty == true { throw .noKind }
        let all = SourceKind.names(where: \.isSource)
        selection.kinds = named.map { Set($0) } ?? first ?? all.subtracting(GraphSelection.quietKinds)
        if isAll { selection.kinds = isSharing ? all.subtracting(GraphSelection.kindsOfOneLetter) : nil }
        // They are listed and drawn only where their kind is asked for.
        selection.leavesOutFrontPages = first == nil && kinds.isEmpty
        selection.units = units
        selection.level = level ?? .documents
        return selection
    }

    /// The kinds that are named, in small letters, or nil for all, or none named.
    public var named: [String]? { isAll ? nil : listed }

    private var isAll: Bool { listed == ["all"] }
    private var listed: [String]? { ListedNames.of(kinds)?.map { $0.lowercased() } }

    /// What is chosen, in words for a title.
    public var words: [Phrase] { letters.words + (kinds.isEmpty ? [] : ["kind \(kinds.joined(separator: ","))"]) }
}
