import ArgumentParser
import Explorer
import GraphAnalysis
import GraphExchange
import GraphStorage
import Wording

/// `kvgraph annotate`: a letter with its citations linked.
struct Annotate: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "annotate",
        abstract: "Write a letter with its citations linked to what they cite.",
        discussion:
            "The text is that of kvgraph show --text. Laws and other quiet kinds are linked too, and what stands in questions."
    )

    @Argument(help: .said("A letter: its name, file, Aanhangsel number, kenmerk or label.", valueName: "letter"))
    var name: String
    @Flag(exclusivity: .exclusive) var asked: AnnotationFlag?
    @Option(
        name: [.customShort("o"), .long], help: .said("The file to write, or - for stdout.", valueName: "file"))
    var output: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        guard let output else { return }
        try GivenNames.check([output])
        guard let asked, output != "-", let other = AnnotationFormat.named(by: output), other.name != asked.format.name
        else { return }
        throw ValidationError.said(
            "--\(asked.format.name) does not match the name \(output): use --\(other.name), or another name.")
    }

    func run() throws {
        if let fault = output.flatMap({ RenderedFile(name: $0).fault }) { throw CommandFailure.unanswerable(fault) }
        let store = try store.open()
        let letter = try NodeLookup(store).letter(name)
        let bytes = try LetterText(letter: letter).bytes()
        let placed = try store.placedCitations(ofLetter: letter.name)
        // Places are those of the file as it was built.
        guard
            placed.allSatisfy({
                $0.range.upperBound <= bytes.count && bytes[$0.range].elementsEqual($0.citation.quote.utf8)
            })
        else { throw CommandFailure.unanswerable("\(letter.file) has changed since it was built: build again") }
        let links = SourceLinks(broken: try store.brokenAddresses())
        let marks = placed.map { placed in
            let citation = placed.citation
            return AnnotatedText.Mark(
                range: placed.range, source: citation.source,
                label: CitationGraph.titled(CitationGraph.marked(citation.label, citation.doubt), citation.title),
                unit: citation.unit, link: links.link(of: citation.source, placed.url))
        }
        let text = AnnotatedText(bytes, title: letter.label, name: letter.name, marks: marks)
        let format = asked?.format ?? output.flatMap(AnnotationFormat.named) ?? AnnotationFormat.all[0]
        try ExchangeFile.write(output) { try format.write(text, $0) }
    }
}

/// A format of annotated letters, as a flag: `--markdown`.
struct AnnotationFlag: EnumerableFlag {
    static let allCases = AnnotationFormat.all.map { AnnotationFlag(format: $0) }

    let format: AnnotationFormat

    static func == (left: Self, right: Self) -> Bool { left.format.name == right.format.name }
    func hash(into hasher: inout Hasher) { hasher.combine(format.name) }

    static func name(for value: Self) -> NameSpecification { .customLong(value.format.name) }
    static func help(for value: Self) -> ArgumentHelp? { .said(value.format.summary) }
}
