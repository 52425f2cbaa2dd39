import DossierRegister
import Foundation
import GraphStorage
import LetterFetching
import Wording

/// One run of `kvgraph fetch --register`, with what is said about it.
final class FetchRegisterRun {
    private let command: Fetch
    private var progress = Progress("titles")

    init(command: Fetch) { self.command = command }

    func run() throws {
        let ids = try citedIDs()
        let folder = command.into ?? "register"
        do {
            let transfer = try command.service.transfer { [self] words in say(words) }
            let fetch = TitleFetch(
                source: command.source, transfer: transfer, koop: try command.service.koop(),
                tweedeKamer: try command.service.tweedeKamer()
            ) { [self] event in
                switch event {
                case .progress(let done, let total):
                    try Interruption.check()
                    progress.show(done, of: total)
                case .note(let words): say(words)
                case .problem(let fault): say(fault.phrase)
                }
            }
            let summary = try fetch.run(ids, into: folder, limit: command.limit)
            progress.end()
            report(summary, folder)
            if summary.failures > 0 { throw CommandFailure(status: CommandFailure.incomplete, message: "") }
        } catch let interruption as Interruption {
            say("stopped: the same command goes on from here")
            throw interruption
        } catch let fault as FetchFault {
            progress.end()
            throw CommandFailure(status: CommandFailure.incomplete, message: fault.phrase)
        }
    }

    /// What the store cites and its register does not know by its title.
    private func citedIDs() throws -> [String] {
        let store = try command.store.open()
        let register = try store.register()
        let papers = try store.citedIDs(like: "kst-").filter { DocumentName($0)?.document != nil }
        let documents = try store.citedIDs(like: "[0-9][0-9][0-9][0-9]D*").filter { LetterID($0) != nil }
        return (papers + documents).filter { register.document($0) == nil }
    }

    private func say(_ words: Phrase) {
        progress.end()
        Messages.say(words)
    }

    private func report(_ summary: TitleFetch.Summary, _ folder: String) {
        let output = Output()
        var line: Phrase = "\(counted(summary.titles, "title")) and \(counted(summary.dossiers, "dossier")) fetched"
        if summary.there > 0 { line += ", \(summary.there) known from an earlier run" }
        if summary.unknown > 0 { line += ", \(summary.unknown) unknown to the service" }
        if summary.failures > 0 { line += ", \(summary.failures) could not be fetched" }
        output.show(line: line)
        if summary.left > 0 {
            output.show(line: "\(counted(summary.left, "more title")): the same command fetches the next ones")
        }
        let files = TitleFetch.files.map { folder + "/" + $0 }.filter(FileManager.default.fileExists)
        if !files.isEmpty { output.show(line: "next: kvgraph register update \(files.joined(separator: " "))") }
    }
}
