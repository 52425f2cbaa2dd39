import ArgumentParser
import Explorer
import GraphStorage
import LetterCollection
import LetterFormats
import LetterReading

/// `kvgraph show`: one source or one letter in full.
struct Show: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show one source or letter in full: who cites it where, with quotes; for a letter its header, units and citations.",
        discussion: """
            Name a source by its id (kst-35165-97) or as letters write it ("35 165, nr. 97"); a letter by its name, file, \
            Aanhangsel number, kenmerk or label.
            """)

    @Argument(help: ArgumentHelp("A source or a letter.", valueName: "id|letter"))
    var name: String
    @Flag(help: "Print only the text of the letter as it was read, which start and end of citations point into.")
    var text = false
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        if text { return try LetterText(letter: try NodeLookup(store).letter(name)).print() }
        switch try NodeLookup(store).node(name) {
        case .letter(let letter): try LetterPage(letter, store).print(format.format)
        case .source(let source): try SourcePage(source, store).print(format.format)
        }
    }
}

/// The canonical text of a letter, into which all offsets point: read again from its file.
private struct LetterText {
    let letter: StoredLetter

    func print() throws {
        guard let file = LetterFile(letter.file, at: letter.path) else {
            throw CommandFailure.unanswerable("\(letter.file) is no longer there: build again")
        }
        do {
            let text = try LetterReader.read(try file.read(), name: letter.name, file: letter.file).text
            Output().write(text.bytes)
        } catch {
            throw CommandFailure.unanswerable("\(letter.file): \(error)")
        }
    }
}
