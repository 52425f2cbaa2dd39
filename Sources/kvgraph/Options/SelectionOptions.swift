import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage

/// What `top`, `shared`, `coupled` and `render` look at.
struct SelectionOptions: ParsableArguments {
    @OptionGroup var letters: LetterFilter

    @Option(
        help: ArgumentHelp(
            "Kinds of source, with commas between; all for everything.",
            discussion: "Kinds: \(SourceKind.names). Default: kamerstuk for top, else all but law, zaak and dated.",
            valueName: "kind,…"))
    var kind: String?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Where the citations stand: answers, questions or all.", valueName: "units"))
    var units = GraphSelection.Units.answers

    @Option(
        help: ArgumentHelp(
            "documents, or dossiers: each Kamerstuk counts for its dossier, with its chapter.", valueName: "level"))
    var sources = GraphSelection.Level.documents

    func validate() throws {
        for kind in Self.kinds(kind) ?? [] where SourceKind.named(kind)?.isSource != true && kind != "law" {
            throw ValidationError("“\(kind)” is no kind of source. Kinds: \(SourceKind.names), or all.")
        }
    }

    /// - Parameter kinds: what is looked at when no kind is named; nil for every source but the quiet ones.
    func selection(default kinds: Set<String>? = nil) -> GraphSelection {
        var selection = letters.selection
        selection.kinds =
            kinds ?? Set(SourceKind.all.filter(\.isSource).map(\.name)).subtracting(GraphSelection.quietKinds)
        if let named = Self.kinds(kind) { selection.kinds = Set(named) }
        if kind == "all" { selection.kinds = nil }
        selection.units = units
        selection.level = sources
        return selection
    }

    private static func kinds(_ text: String?) -> [String]? {
        guard let text, text != "all" else { return nil }
        return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
