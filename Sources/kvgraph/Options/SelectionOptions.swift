import ArgumentParser
import CitationFinding
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

    /// What is asked for, as it was written.
    var query: GraphQuery {
        var query = GraphQuery()
        (query.letters, query.kinds, query.units, query.level) = (letters.query, kind, units, sources)
        return query
    }

    func validate() throws {
        do throws(GraphQuery.Failure) {
            _ = try query.selection()
        } catch {
            throw ValidationError.said(error.words)
        }
    }

    func validateSharing() throws {
        for kind in query.named ?? [] {
            guard let reason = SourceKind.named(kind)?.isWithinLetterBecause else { continue }
            throw ValidationError.said("“\(kind)” cannot show what letters share: \(Phrase.english(reason)).")
        }
    }

    /// - Parameters:
    ///   - kinds: what is looked at when no kind is named; nil for every source but the quiet ones.
    ///   - isSharing: whether letters are joined by what they cite.
    func selection(default kinds: Set<String>? = nil, isSharing: Bool = false) -> GraphSelection {
        // What cannot be asked was refused before.
        (try? query.selection(default: kinds, isSharing: isSharing)) ?? GraphSelection()
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
}
