import ArgumentParser
import CitationFinding
import DossierRegister
import Foundation
import GraphAnalysis
import LetterCollection
import Wording

/// `kvgraph explain`: how a piece of text is read.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "explain",
        abstract: "Show step by step how a piece of text is read, and where reading stopped.",
        discussion: "Example: kvgraph explain \"Kamerstukken II, 2023/24, 30 821, nr. 230, p. 9\"")

    @Argument(help: .said("The text, or - for stdin.", valueName: "text"))
    var text: [String]

    @Option(help: .said("A file with your own report series.", valueName: "file"))
    var catalogue: String?
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let input =
            text == ["-"]
            ? String(decoding: try LetterFile.standardInput(), as: UTF8.self) : text.joined(separator: " ")
        let finder = CitationFinder(catalogue: try UserFiles.catalogue(catalogue))
        let output = Output()
        let attempts = finder.explain(input).attempts
        let words = Self.words(ofID: input, finder, attempts)
        guard words.isEmpty else { return words.forEach(output.show(line:)) }
        if attempts.isEmpty {
            output.show(line: "nothing: no word here can open a citation")
            let near = finder.catalogue.nearest(to: input).map { "\($0.title) (\($0.slug))" }
            if !near.isEmpty {
                output.show(line: "  series of reports that are called nearly so: \(near.joined(separator: ", "))")
            }
        }
        for attempt in attempts {
            let found: Phrase = attempt.ids.isEmpty ? "nothing" : .data(attempt.ids.joined(separator: ", "))
            output.show(line: "“\(attempt.text)” → \(found)")
            let grammar = Phrase.english(attempt.grammar)
            for step in attempt.steps {
                output.show(line: "  \(grammar): \(Phrase.english(step.what)): “\(step.text)”")
            }
            if attempt.ids.isEmpty, let stopped = attempt.stopped {
                output.show(line: "  \(grammar): stopped here: expected \(Phrase.english(stopped))")
            }
            for doubt in attempt.doubts.map(Phrase.english) + attempt.ids.compactMap(Self.impossible) {
                output.show(line: "  doubt: \(doubt)")
            }
        }
    }

    /// What an id is that lists and exports write; nothing for what reading makes the same id of, and for all else.
    private static func words(
        ofID input: String, _ finder: CitationFinder, _ attempts: [Explanation.Attempt]
    ) -> [Phrase] {
        let text = input.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.contains(where: \.isWhitespace) else { return [] }
        if CitationGraph.letterName(ofID: text) != nil {
            return ["“\(text)” is a letter, as exports name it: kvgraph show \(text) shows it"]
        }
        guard !attempts.contains(where: { $0.ids == [text] }), finder.isCanonical(text) else { return [] }
        let source = Source(SourceID(text))
        return [
            "“\(text)” → \(text)",
            "  \(Phrase.english(source.id.kind.name)): its id; lists call it “\(source.label)”",
        ]
    }

    /// Why there can be no such document, as far as the register that comes with kvgraph knows.
    private static func impossible(_ id: String) -> Phrase? {
        guard case .impossible(let reason) = Register.builtIn.existence(of: id) else { return nil }
        return "there is no \(id) in the register: \(Phrase.english(reason))"
    }
}
