import ArgumentParser
import CitationFinding
import DossierRegister
import DutchText
import Foundation
import GraphAnalysis
import GraphStorage
import LetterCollection
import Wording

/// `kvgraph register`: what is known of dossiers, and a newer register for a store.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "register",
        abstract: "Show how recent the register of dossiers is; update adds a newer one.",
        subcommands: [RegisterStatus.self, RegisterUpdate.self, RegisterCompact.self],
        defaultSubcommand: RegisterStatus.self)

    @OptionGroup var speech: LanguageOption
}

/// From when the register is.
struct RegisterStatus: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "status", abstract: "Show how recent the register is and how many dossiers it holds.")

    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let hasStore = FileManager.default.fileExists(atPath: store.path)
        let register = try hasStore ? store.open().register() : .builtIn
        let parts = Array(zip(register.dates, register.counts))
        let output = Output()
        for (index, part) in parts.enumerated() {
            let place: Phrase = index == parts.count - 1 ? "built in" : .data(store.path)
            let documents = register.documentCounts[index]
            let known: Phrase = documents > 0 ? ", \(counted(documents, "document"))" : ""
            output.show(line: "\(place): \(counted(part.1, "dossier"))\(known), \(Phrase.english(part.0))")
        }
    }
}

/// `kvgraph register update FILE`: a newer register, kept in the store.
struct RegisterUpdate: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "update", abstract: "Add a newer register to the store.",
        discussion: """
            A list of dossiers (tab-separated columns dossier, addition, highest, title), of documents (document, \
            official, kind, date, title and perhaps sender), pages of documents of the Tweede Kamer's open data (JSON), \
            pages of records of the official publications (SRU, XML), or identifiers of official publications, one per \
            line; .xz and .gz too. It is added to what is known; nothing is removed. Titles and check change at once; \
            the next build reads the letters again. Pass an empty file to clear earlier updates.
            """)

    @Argument(help: .said("Files with a newer register.", valueName: "file"))
    var files: [String]
    @OptionGroup var date: RegisterDate
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let given = try files.read()
        let graph = try GraphStore(writing: store.path)
        if given.allSatisfy(\.isBlank) {
            try graph.write(catalogue: .builtIn) { try $0.use(register: nil) }
            return Output().show(line: "the built-in register is used again")
        }
        var draft = RegisterDraft(text: try graph.setting(.register) ?? "")
        try given.add(to: &draft)
        let text = draft.text(from: try date.words(for: files))
        try graph.write(catalogue: .builtIn) { try $0.use(register: text) }
        Output().show(line: "\(counted(draft.lines, "line")) added to the register of \(store.path)")
    }
}

/// `kvgraph register compact FILE`: files as the text that is compiled into kvgraph.
struct RegisterCompact: ParsableCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "compact", abstract: "Print files as one compact register, in the form that is compiled in.")

    @Argument(help: .said("Files with a register.", valueName: "file"))
    var files: [String]
    @OptionGroup var date: RegisterDate
    @Option(help: .said("The last day for which they list every document.", valueName: "yyyy-mm-dd"))
    var complete: String?
    @OptionGroup var speech: LanguageOption

    func run() throws {
        var draft = RegisterDraft()
        try files.read().add(to: &draft)
        let output = Output()
        output.write(draft.text(from: try date.words(for: files), complete: complete))
        output.flush()
    }
}

struct RegisterDate: ParsableArguments {
    @Option(
        help: .said("Its date, in any form. Default: the date of the newest file.", valueName: "date"))
    var asOf: String?

    func words(for files: [String]) throws -> String {
        if let asOf { return asOf.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let days = files.compactMap {
            (try? FileManager.default.attributesOfItem(atPath: $0))?[.modificationDate] as? Date
        }
        guard let newest = days.max() else { return "of unknown date" }
        return newest.formatted(.iso8601.year().month().day())
    }
}

extension [String] {
    fileprivate func read() throws(CommandFailure) -> [RegisterFile] {
        try map { file throws(CommandFailure) in
            do throws(RegisterFile.Fault) {
                return try RegisterFile(file)
            } catch {
                throw CommandFailure.unanswerable(.english("\(error)"))
            }
        }
    }
}

extension [RegisterFile] {
    /// Adds all of them, and says which rows were not taken.
    fileprivate func add(to draft: inout RegisterDraft) throws(CommandFailure) {
        for file in self {
            do throws(RegisterFile.Fault) {
                for rows in try file.add(to: &draft) {
                    Messages.say(
                        "\(file.name): \(counted(rows.count, rows.unit)) left out, \(Phrase.english(rows.reason)): \(rows.words)"
                    )
                }
            } catch {
                throw CommandFailure.unanswerable(.english("\(error)"))
            }
        }
    }
}

extension LeftOutRows {
    /// The places for people: `row 1; row 2; and 61 more`.
    fileprivate var words: Phrase {
        let rest: [Phrase] = count > places.count ? ["and \(count - places.count) more"] : []
        return (places.map(Phrase.english) + rest).joined(separator: "; ")
    }
}
