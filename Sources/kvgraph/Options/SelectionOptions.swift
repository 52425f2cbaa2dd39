import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage
import Wording

/// What `top`, `shared`, `coupled` and `render` look at.
struct SelectionOptions: ParsableArguments {
    @OptionGroup var letters: LetterFilter

    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Kinds of source, separated by commas; or all.",
            discussion:
                "Kinds: \(SourceKind.names). Default: \(SourceKind.listed(\.isListedFirst)) for top, else all but \(SourceKind.listed(\.isQuiet)), and front pages of sites.",
            valueName: "kind,…"))
    var kind: [String] = []

    @Option(
        name: .customLong("in"),
        help: .said("Which citations count: those in answers, in questions, or all.", valueName: "units"))
    var units = GraphSelection.Units.answers

    @Option(
        help: .said(
            "documents (default); or dossiers, where each Kamerstuk counts for its dossier (with chapter).",
            valueName: "level"))
    var sources: GraphSelection.Level?

    func validate() throws {
        for kind in named ?? [] where SourceKind.named(kind)?.isSource != true {
            throw ValidationError.said(
                "“\(kind)” is not a kind of source. Kinds: \(SourceKind.names); or all, by itself.")
        }
        if named?.isEmpty == true {
            throw ValidationError.said("--kind needs a kind. Kinds: \(SourceKind.names); or all.")
        }
    }

    func validateSharing() throws {
        for kind in named ?? [] {
            guard let reason = SourceKind.named(kind)?.isWithinLetterBecause else { continue }
            throw ValidationError.said("“\(kind)” cannot show what letters share: \(Phrase.english(reason)).")
        }
    }

    /// - Parameters:
    ///   - kinds: what is looked at when no kind is named; nil for every source but the quiet ones.
    ///   - isSharing: whether letters are joined by what they cite.
    func selection(default kinds: Set<String>? = nil, isSharing: Bool = false) -> GraphSelection {
        var selection = letters.selection
        let all = SourceKind.names(where: \.isSource)
        selection.kinds = kinds ?? all.subtracting(GraphSelection.quietKinds)
        // They are listed and drawn only where their kind is asked for.
        selection.leavesOutFrontPages = kinds == nil && kind.isEmpty
        if let named { selection.kinds = Set(named) }
        if isAll { selection.kinds = isSharing ? all.subtracting(GraphSelection.kindsOfOneLetter) : nil }
        selection.units = units
        selection.level = sources ?? .documents
        return selection
    }

    /// What to do about an empty list: read letters, or look outside answers.
    /// - Parameter total: how many rows another selection gives.
    func hint(_ store: GraphStore, _ selection: GraphSelection, total: (GraphSelection) throws -> Int) throws -> Phrase?
    {
        if let hint = try Self.hintOfEmptyStore(store) { return hint }
        guard selection.units != .all else { return nil }
        var everywhere = selection
        everywhere.units = .all
        let count = try total(everywhere)
        return count == 0 ? nil : "\(counted(count, "row")) with --in all"
    }

    /// Nil where there are letters.
    static func hintOfEmptyStore(_ store: GraphStore) throws -> Phrase? {
        try store.hasLetters(GraphSelection()) ? nil : "the store holds no letters, kvgraph build reads them"
    }

    /// What is chosen, in words for a title.
    var words: [Phrase] { letters.words + (kind.isEmpty ? [] : ["kind \(kind.joined(separator: ","))"]) }

    private var isAll: Bool { ListedNames.of(kind)?.map { $0.lowercased() } == ["all"] }

    /// The kinds that the user names, or nil for all, or none named.
    private var named: [String]? { isAll ? nil : ListedNames.of(kind)?.map { $0.lowercased() } }
}
