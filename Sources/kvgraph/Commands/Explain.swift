import ArgumentParser
import CitationFinding
import DossierRegister
import LetterCollection

/// `kvgraph explain`: how a piece of text is read.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show step by step how a piece of text is read, and where reading stopped.",
        discussion: "Example: kvgraph explain \"Kamerstukken II, 2023/24, 30 821, nr. 230, p. 9\"")

    @Argument(help: ArgumentHelp("The text, or - for stdin.", valueName: "text"))
    var text: [String]

    @Option(help: ArgumentHelp("A file with your own report series.", valueName: "file"))
    var catalogue: String?

    func run() throws {
        let input =
            text == ["-"]
            ? String(decoding: try LetterFile.standardInput(), as: UTF8.self) : text.joined(separator: " ")
        let finder = CitationFinder(catalogue: try UserFiles.catalogue(catalogue))
        let output = Output()
        let attempts = finder.explain(input).attempts
        if attempts.isEmpty { output.show("nothing: no word here can open a citation\n") }
        for attempt in attempts {
            let found = attempt.ids.isEmpty ? "nothing" : attempt.ids.joined(separator: ", ")
            output.show("“\(attempt.text)” → \(found)\n")
            for step in attempt.steps { output.show("  \(attempt.grammar): \(step.what): “\(step.text)”\n") }
            if attempt.ids.isEmpty, let stopped = attempt.stopped {
                output.show("  \(attempt.grammar): stopped here: expected \(stopped)\n")
            }
            for doubt in attempt.doubts + attempt.ids.compactMap(Self.impossible) {
                output.show("  doubt: \(doubt)\n")
            }
        }
    }

    /// Why there can be no such document, as far as the register that comes with kvgraph knows.
    private static func impossible(_ id: String) -> String? {
        guard case .impossible(let reason) = Register.builtIn.existence(of: id) else { return nil }
        return "there is no \(id) in the register: \(reason)"
    }
}
