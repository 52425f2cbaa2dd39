import Foundation
import GraphStorage
import LetterFetching
import Wording

/// One run of `kvgraph fetch`, with what is said about it.
final class FetchRun {
    private let command: Fetch
    private let clock: Clock
    private var progress = Progress()
    private let output = Output()

    init(command: Fetch, clock: Clock) { (self.command, self.clock) = (command, clock) }

    func run() throws {
        let wishes = try command.wishes(today: clock.day)
        if wishes.days == nil, wishes.session == nil, wishes.ids.isEmpty {
            return output.show(line: "the store cites no letters that it does not hold")
        }
        let folder = command.into ?? "letters"
        do {
            let transfer = try command.service.transfer { [self] words in say(words) }
            let fetch = LetterFetch(
                wishes, into: command.dryRun ? FetchFolder(reading: folder) : try FetchFolder(folder),
                transfer: transfer, koop: try command.service.koop(), tweedeKamer: try command.service.tweedeKamer(),
                now: clock.now,
                report: show)
            let summary = try fetch.run()
            progress.end()
            report(summary, folder)
            if summary.failures > 0 { throw CommandFailure(status: CommandFailure.incomplete, message: "") }
        } catch let fault as FetchFault {
            progress.end()
            throw CommandFailure(status: CommandFailure.incomplete, message: fault.phrase)
        } catch let interruption as Interruption {
            progress.end()
            say("stopped: the same command goes on from here")
            throw interruption
        }
    }

    private func show(_ event: LetterFetch.Event) throws {
        switch event {
        case .progress(let done, let total):
            try Interruption.check()
            progress.show(done, of: max(total, done + 1))
        case .found(let letter):
            output.show(
                line: .data(
                    [letter.id, letter.date ?? "", letter.title].filter { !$0.isEmpty }.joined(separator: "  ")))
        case .note(let words): say(words)
        case .problem(let fault): say(fault.phrase)
        }
    }

    private func say(_ words: Phrase) {
        progress.end()
        Messages.say(words)
    }

    private func report(_ summary: FetchSummary, _ folder: String) {
        if command.dryRun { return reportLook(summary, folder) }
        var line: Phrase = "\(counted(summary.fetched, "letter")) fetched, \(summary.unchanged) unchanged"
        if summary.failures > 0 { line += ", \(summary.failures) could not be fetched" }
        output.show(line: line)
        if summary.isContinued { output.show(line: "an earlier run was continued") }
        if summary.left > 0 { output.show(line: "more letters are left: the same command fetches the next ones") }
        if summary.isEmpty, !summary.isContinued { output.show(line: noLetters) }
        guard summary.fetched + summary.unchanged > 0 else { return }
        output.show(line: "folder: \(folder) (next: kvgraph build \(folder))")
    }

    /// The letters themselves are what stdout is for.
    private func reportLook(_ summary: FetchSummary, _ folder: String) {
        output.flush()
        if summary.isEmpty { return Messages.say(noLetters) }
        // Why nothing could be listed was said.
        if summary.wanted + summary.unchanged == 0 { return }
        var line: Phrase = "\(counted(summary.wanted, "letter")) would be fetched"
        if summary.unchanged > 0 { line += ", \(counted(summary.unchanged, "letter")) in \(folder) already" }
        Messages.say(line)
        if summary.left > 0 { Messages.say("more letters are left: a higher --limit shows them") }
    }

    private var noLetters: Phrase {
        switch command.source {
        case .koop:
            "KOOP lists no letters of these days: it has them some days after they were sent, and --source tk has them at once"
        case .tk: "the Tweede Kamer lists no letters of these days: choose others, from 1 September 2008 on"
        }
    }
}

extension FetchSummary {
    /// Whether nothing was listed, and nothing went wrong.
    fileprivate var isEmpty: Bool { fetched + wanted + unchanged + failures == 0 }
}
