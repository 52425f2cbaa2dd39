import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage

/// Where the store is.
struct StoreOption: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "The store.", discussion: "Default: $KVGRAPH_STORE, else output/kvgraph.sqlite.", valueName: "file"))
    var file: String?

    var path: String {
        file ?? ProcessInfo.processInfo.environment["KVGRAPH_STORE"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "output/kvgraph.sqlite"
    }

    /// Opens the store to ask it something.
    func open() throws -> GraphStore {
        do {
            return try GraphStore(reading: path)
        } catch {
            throw CommandFailure.unanswerable("\(error)")
        }
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv }

struct FormatOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "table for people; json (one array), jsonl (one object a line) or csv for programs.", valueName: "format"))
    var format = OutputFormat.table
}

extension GraphSelection.Units: ExpressibleByArgument {}
extension GraphSelection.Level: ExpressibleByArgument {}
extension MostCited.Measure: ExpressibleByArgument {}
extension Coupling.Measure: ExpressibleByArgument {}

/// Which letters are looked at.
struct LetterFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only letters answered on this day or later.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: ArgumentHelp("Only letters answered on this day or earlier.", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(help: ArgumentHelp("Only letters of this ministry: BZK.", valueName: "name"))
    var ministry: String?

    @Option(help: ArgumentHelp("Only letters to members of this party: Volt.", valueName: "name"))
    var party: String?

    @Option(help: ArgumentHelp("Only letters to this member: Dassen.", valueName: "name"))
    var asker: String?

    func validate() throws {
        for day in [since, until].compactMap(\.self) where Period(day) == nil {
            throw ValidationError(
                "“\(day)” is no day: write it as 2025-07-07, or 2025-07 or 2025 for a month or a year.")
        }
    }

    var selection: GraphSelection {
        var selection = GraphSelection()
        selection.since = since.flatMap(Period.init)?.first
        selection.until = until.flatMap(Period.init)?.last
        selection.ministry = ministry
        selection.party = party
        selection.asker = asker
        return selection
    }
}

/// What `top`, `shared`, `coupled` and `render` look at.
struct SelectionOptions: ParsableArguments {
    @OptionGroup var letters: LetterFilter

    @Option(
        help: ArgumentHelp(
            "Kinds of source, with commas between; all for everything.",
            discussion: "Kinds: \(SourceKind.names). Default: kamerstuk for top, else all but law and zaak.",
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

/// A day, a month or a year as its first and last day.
private struct Period {
    let first: String
    let last: String

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = [4, 2, 2]
        guard (1...3).contains(parts.count),
            zip(parts, lengths).allSatisfy({ $0.count == $1 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else {
            return nil
        }
        first = text + ["", "-01-01", "-01", ""][parts.count]
        last = text + ["", "-12-31", "-31", ""][parts.count]
    }
}

extension SourceKind {
    /// The names of all kinds of source, for messages and help.
    static var names: String { all.filter(\.isSource).map(\.name).joined(separator: ", ") }
}
