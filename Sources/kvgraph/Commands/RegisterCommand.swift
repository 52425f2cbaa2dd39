import ArgumentParser
import CitationFinding
import DossierRegister
import DutchText
import Foundation
import GraphAnalysis
import GraphStorage

/// `kvgraph register`: what is known of dossiers, and a newer register for a store.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Show how recent the register of dossiers is; update adds a newer one.",
        subcommands: [RegisterStatus.self, RegisterUpdate.self, RegisterCompact.self],
        defaultSubcommand: RegisterStatus.self)
}

/// From when the register is.
struct RegisterStatus: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how recent the register is and how many dossiers it holds.")

    @OptionGroup var store: StoreOption

    func run() throws {
        let hasStore = FileManager.default.fileExists(atPath: store.path)
        let register = try hasStore ? store.open().register() : .builtIn
        let parts = Array(zip(register.dates, register.counts))
        let output = Output()
        for (index, part) in parts.enumerated() {
            let place = index == parts.count - 1 ? "built in" : store.path
            let documents = register.documentCounts[index]
            let known = documents > 0 ? ", \(counted(documents, "document"))" : ""
            output.show("\(place): \(counted(part.1, "dossier"))\(known), \(part.0)\n")
        }
    }
}

/// `kvgraph register update FILE`: a newer register, kept in the store.
struct RegisterUpdate: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Add a newer register to the store.",
        discussion: """
            A list of dossiers (tab-separated columns dossier, addition, highest, title), of documents (document, \
            official, kind, date, title), pages of documents of the Tweede Kamer's open data (JSON), or identifiers of \
            official publications, one per line; .xz and .gz too. It is added to what is known; nothing is removed. Titles and check change \
            at once; the next build reads the letters again. Pass an empty file to clear earlier updates.
            """)

    @Argument(help: ArgumentHelp("Files with a newer register.", valueName: "file"))
    var files: [String]
    @OptionGroup var date: RegisterDate
    @OptionGroup var store: StoreOption

    func run() throws {
        let texts = try files.map { ($0, try RegisterFile.text($0)) }
        let graph = try GraphStore(writing: store.path)
        if texts.allSatisfy({ $0.1.allSatisfy(\.isWhitespace) }) {
            try graph.write(catalogue: .builtIn) { try $0.use(register: nil) }
            return Output().show("the built-in register is used again\n")
        }
        var draft = RegisterDraft(text: try graph.setting(.register) ?? "")
        for (file, text) in texts { try RegisterFile.add(text, of: file, to: &draft) }
        let text = draft.text(from: try date.words(for: files))
        try graph.write(catalogue: .builtIn) { try $0.use(register: text) }
        Output().show("\(counted(draft.lines, "line")) added to the register of \(store.path)\n")
        if draft.passedOver.count > 0 {
            Messages.say(
                "\(counted(draft.passedOver.count, "line")) left out, with ids that name no dossier or year (first \(draft.passedOver.first))"
            )
        }
    }
}

/// `kvgraph register compact FILE`: files as the text that is compiled into kvgraph.
struct RegisterCompact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "Print files as one compact register, in the form that is compiled in.")

    @Argument(help: ArgumentHelp("Files with a register.", valueName: "file"))
    var files: [String]
    @OptionGroup var date: RegisterDate
    @Option(help: ArgumentHelp("The last day for which they list every document.", valueName: "yyyy-mm-dd"))
    var complete: String?

    func run() throws {
        var draft = RegisterDraft()
        for file in files { try RegisterFile.add(RegisterFile.text(file), of: file, to: &draft) }
        let output = Output()
        output.write(draft.text(from: try date.words(for: files), complete: complete))
        output.flush()
    }
}

struct RegisterDate: ParsableArguments {
    @Option(
        help: ArgumentHelp("Its date, in any form. Default: the date of the newest file.", valueName: "date"))
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

/// A file with a register: what is wrong with it is said with its name and line.
enum RegisterFile {
    static func text(_ file: String) throws(CommandFailure) -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure.unanswerable("\(file): there is no such file, or you may not read it")
        }
        if data.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return try unpacked(file, by: "xz") }
        if data.starts(with: [0x1F, 0x8B]) { return try unpacked(file, by: "gzip") }
        return String(decoding: data, as: UTF8.self)
    }

    private static func unpacked(_ file: String, by program: String) throws(CommandFailure) -> String {
        let failure = CommandFailure.unanswerable(
            "\(file): it cannot be unpacked: it is damaged, or \(program) is not installed")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-dc", "--", file]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { throw failure }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw failure }
        return String(decoding: data, as: UTF8.self)
    }

    static func add(_ text: String, of file: String, to draft: inout RegisterDraft) throws(CommandFailure) {
        do throws(RegisterDraft.Fault) {
            try draft.add(text)
        } catch {
            throw CommandFailure.unanswerable("\(file), \(error)")
        }
    }
}
