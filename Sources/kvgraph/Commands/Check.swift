import ArgumentParser
import GraphAnalysis
import GraphStorage
import LetterReading

/// `kvgraph check`: every doubt, worst first.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Every diagnostic, worst first.",
        discussion:
            "Near misses, odd years, notes without marker, questions without answer. Nothing is corrected: build --corrections FILE takes your verdicts."
    )

    @Flag(help: "Exit with status 1 when there is a warning.")
    var strict = false
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        let rows = try Self.rows(store)
        let table = Table(
            columns: [
                .init("severity", title: "severity"), .init("code", title: "code"), .init("letter", title: "letter"),
                .init("line", title: "line"), .init("message", title: "message"), .init("suggestion"),
                .init("suggestions"),
            ],
            rows: rows.map { row in
                [
                    .text(row.doubt.severity), .text(row.doubt.code), .text(row.doubt.letter), .number(row.doubt.line),
                    .text(row.doubt.message), Table.Cell(row.suggestions.first), .list(row.suggestions),
                ]
            })
        try TablePrinter.print(table, as: format.format)
        if strict, rows.contains(where: { $0.doubt.severity != Diagnostic.Severity.note.name }) {
            throw ExitCode(CommandFailure.incomplete)
        }
    }

    private typealias Row = (doubt: StoredDiagnostic, suggestions: [String])

    /// Doubts found while reading, and those that only all letters together show.
    private static func rows(_ store: GraphStore) throws -> [Row] {
        let read = try store.diagnostics().map { Row($0, []) }
        return (try nearMisses(store) + read).sorted { rank($0.doubt) < rank($1.doubt) }
    }

    private static func rank(_ doubt: StoredDiagnostic) -> (Int, Int, String, Int) {
        let severity = Diagnostic.Severity.allCases.firstIndex { $0.name == doubt.severity } ?? 0
        let code = Diagnostic.Code.byWeight.firstIndex { $0.rawValue == doubt.code } ?? 0
        return (severity, code, doubt.letter, doubt.line)
    }

    private static func nearMisses(_ store: GraphStore) throws -> [Row] {
        var everything = GraphSelection(kinds: ["kamerstuk"])
        everything.units = .all
        return try NearMisses.find(try store.graph(everything)).flatMap { suspect -> [Row] in
            let meant = suspect.meant.map {
                "\($0.id) (\($0.difference), cited by \($0.letters == 1 ? "another letter" : "\($0.letters) letters"))"
            }
            return try (store.source(suspect.id)?.citations ?? []).map { citation in
                let message = "“\(citation.quote)” is \(suspect.id); it may be \(meant.joined(separator: ", or "))"
                let doubt = StoredDiagnostic(
                    code: Diagnostic.Code.nearMiss.rawValue, severity: Diagnostic.Code.nearMiss.severity.name,
                    letter: citation.letter,
                    file: citation.letter, unit: citation.unit, line: citation.line, column: 1, message: message)
                return Row(doubt, suspect.meant.map(\.id))
            }
        }
    }
}
