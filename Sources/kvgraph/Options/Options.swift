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

    func validate() throws {
        if file?.isEmpty == true { throw ValidationError("--store needs the name of a file.") }
    }

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

extension SourceKind {
    /// The names of all kinds of source, for messages and help.
    static var names: String { all.filter(\.isSource).map(\.name).joined(separator: ", ") }
}
