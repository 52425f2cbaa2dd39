import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage
import Wording

/// Where the store is.
struct StoreOption: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: .said(
            "The store.", discussion: "Default: $KVGRAPH_STORE, else output/kvgraph.sqlite.", valueName: "file"))
    var file: String?

    func validate() throws {
        if file?.isEmpty == true { throw ValidationError.said("--store needs a file name.") }
    }

    var path: String {
        file ?? ProcessInfo.processInfo.environment["KVGRAPH_STORE"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "output/kvgraph.sqlite"
    }

    /// Opens the store to ask it something.
    func open() throws -> GraphStore { try GraphStore(reading: path) }
}

/// Names of files as they are given: an empty one is a slip of a script, and would mean the current folder.
enum GivenNames {
    static func check(_ names: [String]) throws {
        if names.contains("") { throw ValidationError.said("The name of a file is empty.") }
    }
}

/// A command that asks or writes a store.
protocol StoreCommand {
    var store: StoreOption { get }
}

extension OutputFormat: ExpressibleByArgument {}

struct FormatOption: ParsableArguments {
    @Option(
        help: .said(
            "table for people; json (one array), jsonl (one object per line) or csv for programs.", valueName: "format")
    )
    var format = OutputFormat.table
}

struct RowLimit: ParsableArguments {
    @Option(
        help: .said(
            "At most this many rows.",
            discussion: "Default: in a table, 20 for top and coupled; else 100 on a terminal, and all in a pipe.",
            valueName: "n"))
    var limit: Int?

    /// How many rows of a table a terminal shows where nothing is asked.
    static let onTerminal = 100

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
    }

    /// How many rows are shown, or nil for all.
    /// - Parameter usual: how many stand in a table where nothing is asked.
    func rows(_ format: OutputFormat, usual: Int? = nil) -> Int? {
        if let limit { return limit }
        guard format == .table else { return nil }
        return usual ?? (Output.isTerminal ? Self.onTerminal : nil)
    }

    /// Writes a table that is there as a whole, and says what is left of it.
    /// - Parameter hint: of an empty one, what to do about it.
    func write(_ table: Table, as format: OutputFormat, orSay hint: Phrase? = nil) {
        let most = rows(format)
        TableWriter.print(table, as: format, limit: most, orSay: hint)
        sayWhatIsLeft(of: table.rows.count, shown: min(table.rows.count, most ?? .max))
    }

    /// Nobody should take a part of a list for the whole.
    func sayWhatIsLeft(of total: Int, shown: Int) {
        guard limit == nil, total > shown else { return }
        Messages.say("\(counted(total - shown, "more row")) left out: --limit \(total) shows all")
    }
}

extension GraphSelection.Units: ExpressibleByArgument {}
extension GraphSelection.Level: ExpressibleByArgument {}
extension MostCited.Measure: ExpressibleByArgument {}
extension Coupling.Measure: ExpressibleByArgument {}

extension SourceKind {
    /// The names of those that have a trait, in their order: `zaak, law and dated`.
    static func listed(_ hasTrait: (SourceKind) -> Bool) -> Phrase {
        let names = all.filter(hasTrait).map(\.name)
        guard names.count > 1, let last = names.last else { return .data(names.joined()) }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}
