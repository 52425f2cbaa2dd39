import ArgumentParser
import GraphAnalysis
import GraphStorage
import LetterReading
import Wording

/// `kvgraph check`: every doubt, worst first.
struct Check: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "check",
        abstract: "List likely errors, worst first.",
        discussion:
            "Impossible numbers, near misses, odd years, notes without a marker, questions without an answer. Nothing is corrected: use build --corrections FILE."
    )

    @Flag(help: .said("Exit with status 1 when there is a warning."))
    var strict = false
    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only these kinds of doubt.",
            discussion: "Kinds: \(Diagnostic.Code.byWeight.map(\.rawValue).joined(separator: ", ")).",
            valueName: "code,…"))
    var kind: [String] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only doubts of this weight: \(Diagnostic.Severity.allCases.map(\.name).joined(separator: ", ")).",
            valueName: "weight,…"))
    var severity: [String] = []
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        for code in ListedNames.of(kind) ?? [] where Diagnostic.Code(rawValue: code) == nil {
            let codes = Diagnostic.Code.byWeight.map(\.rawValue).joined(separator: ", ")
            throw ValidationError.said("“\(code)” is not a kind of doubt. Kinds: \(codes).")
        }
        for name in ListedNames.of(severity) ?? []
        where !Diagnostic.Severity.allCases.contains(where: { $0.name == name }) {
            throw ValidationError.said("“\(name)” is not a weight: write error, warning or note.")
        }
        if ListedNames.of(kind)?.isEmpty == true || ListedNames.of(severity)?.isEmpty == true {
            throw ValidationError.said("--kind and --severity need a name.")
        }
    }

    func run() throws {
        let store = try store.open()
        let (codes, weights) = (ListedNames.of(kind), ListedNames.of(severity))
        let doubts = try store.diagnostics().filter { doubt in
            codes?.contains(doubt.code) != false && weights?.contains(doubt.severity) != false
        }.sorted { Self.rank($0) < Self.rank($1) }
        let table = Table(
            columns: [
                .init("severity"), .init(nil, title: "severity", .spared), .init("code", title: "code", .spared),
                .init("letter", title: "letter"), .init("line", title: "line", .whole),
                .init("message"), .init(nil, title: "message", .wrapped), .init("suggestion"),
                .init("suggestions"),
            ],
            rows: doubts.map { doubt in
                [
                    .text(doubt.severity), .text(Phrase.english(doubt.severity).spoken), .text(doubt.code),
                    .text(doubt.letter), .number(doubt.line),
                    .text(doubt.message), .text(Phrase.english(doubt.message).spoken),
                    Table.Cell(doubt.suggestions.first), .list(doubt.suggestions),
                ]
            })
        let hint = doubts.isEmpty ? try SelectionOptions.hintOfEmptyStore(store) : nil
        most.write(table, as: format.format, orSay: hint)
        if strict, doubts.contains(where: { $0.severity != Diagnostic.Severity.note.name }) {
            throw ExitCode(CommandFailure.incomplete)
        }
    }

    private static func rank(_ doubt: StoredDiagnostic) -> (Int, Int, String, Int) {
        let severity = Diagnostic.Severity.allCases.firstIndex { $0.name == doubt.severity } ?? 0
        let code = Diagnostic.Code.byWeight.firstIndex { $0.rawValue == doubt.code } ?? 0
        return (severity, code, doubt.letter, doubt.line)
    }
}
