import ArgumentParser
import Foundation
import GraphStorage
import LetterFetching
import Wording

/// `kvgraph fetch`: letters from the public services into a folder.
struct Fetch: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "fetch",
        abstract: "Download letters, or titles, from the public services.",
        discussion: """
            Letters come from KOOP (official publications: XML, else PDF) or from the Tweede Kamer (tk: PDF or docx, on the \
            day they come in), each into a file named by its id, with what the service says of it beside it.
              kvgraph fetch --since 2026-01-01     then: kvgraph build letters
              kvgraph fetch --session 2024-2025    a year of sitting
              kvgraph fetch ah-tk-20242025-1244    single letters (also 2024Z18412, 2024D40329)
              kvgraph fetch --cited-by s.sqlite    the letters that letters in a store cite
              kvgraph fetch --register             titles for kvgraph register update
            Stopped, it goes on from there the next time; what has not changed is not fetched again. It asks one thing \
            at a time and waits where a service is busy. Proxies are those of https_proxy and no_proxy.
            """)

    @Argument(help: .said("Ids of letters.", valueName: "id"))
    var names: [String] = []

    @Option(
        name: .customLong("id"), parsing: .upToNextOption, help: .said("Ids of letters, as above.", valueName: "id"))
    var ids: [String] = []

    @Option(help: .said("Letters dated on or after this day.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: .said("Letters dated on or before this day. Default: today.", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(
        name: [.customLong("session"), .customLong("year")],
        help: .said("Letters of this year of sitting, such as 2024-2025.", valueName: "yyyy-yyyy"))
    var session: String?

    @Option(
        help: .said("The letters that letters in this store cite and that it does not hold.", valueName: "store"))
    var citedBy: String?

    @Flag(
        help: .said(
            "Instead of letters: titles, dates and senders of the Kamerstukken and documents that the store cites, and all dossiers, as files for kvgraph register update."
        ))
    var register = false

    @Option(help: .said("The service: koop or tk.", valueName: "service"))
    var source = FetchSource.koop

    @Option(
        help: .said("The folder to write to. Default: letters; with --register: register.", valueName: "folder"))
    var into: String?

    @Option(help: .said("Fetch at most this many.", valueName: "n"))
    var limit: Int?

    @Flag(help: .said("List what would be fetched; write nothing."))
    var dryRun = false

    @OptionGroup var service: FetchServiceOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
        let hasWishes = since != nil || session != nil || citedBy != nil || !(names + ids).isEmpty
        if !register, !hasWishes {
            throw ValidationError.said("Say which letters: --since, --session, --cited-by, or their ids.")
        }
        if register, hasWishes || until != nil || dryRun {
            throw ValidationError.said("--register fetches titles and no letters: leave out what chooses letters.")
        }
        if into?.isEmpty == true { throw ValidationError.said("--into needs the name of a folder.") }
        if until != nil, since == nil, session == nil {
            throw ValidationError.said("--until needs --since or --session.")
        }
        if let session, DayRange(session: session) == nil {
            throw ValidationError.said("“\(session)” is not a year of sitting such as 2024-2025.")
        }
    }

    func run() throws {
        try Interruption.caught {
            if register { return try FetchRegisterRun(command: self).run() }
            try FetchRun(command: self, clock: Clock()).run()
        }
    }

    /// - Parameter isLast: whether the last day is meant of a month or a year.
    private func day(_ text: String?, isLast: Bool = false) throws -> String? {
        try text.map { text in
            if let day = DayRange.day(text, isLast: isLast) { return day }
            throw CommandFailure(
                status: ExitCode.validationFailure.rawValue,
                message:
                    "“\(text)” is not a valid date: write it as 2025-07-07, or 2025-07 or 2025 for a month or a year.")
        }
    }

    /// Leaves out days to come, of which there are no letters.
    /// - Throws: where no day is left to ask for.
    private func narrow(_ wishes: inout FetchWishes, _ today: String) throws {
        let year = session.flatMap { DayRange(session: $0) }
        guard let asked = wishes.days ?? year else { return }
        // Where it is later than here, it may be tomorrow.
        let last = DayRange(today, today)?.withNeighbours.last ?? today
        if let session, let year, year.first > last {
            throw CommandFailure.unanswerable("the year of sitting \(session) has not begun yet")
        }
        guard asked.first <= last else {
            throw CommandFailure.unanswerable("\(asked.first) is still to come: letters are dated up to \(today)")
        }
        if let session, let year, year.last < asked.first || asked.last < year.first {
            let (days, all) = ("\(asked)", "\(year)")
            throw CommandFailure.unanswerable(
                "no letter of the year of sitting \(session) is of \(days): they are of \(all)")
        }
        wishes.days = DayRange(asked.first, min(asked.last, last))
    }

    /// What is asked for.
    func wishes(today: String) throws -> FetchWishes {
        var wishes = FetchWishes()
        (wishes.source, wishes.session, wishes.limit) = (source, session, limit)
        if since != nil || until != nil {
            let first = try day(since) ?? session.flatMap { DayRange(session: $0)?.first } ?? today
            let last = try day(until, isLast: true) ?? max(first, today)
            guard let days = DayRange(first, last) else {
                throw CommandFailure.unanswerable("\(first) is later than \(last)")
            }
            wishes.days = days
        }
        try narrow(&wishes, today)
        let cited = try citedBy.map { try GraphStore(reading: $0).missingLetters() } ?? []
        wishes.ids = try (names + ids).map { name in
            guard let id = LetterID(name) else {
                throw CommandFailure.unanswerable(
                    "“\(name)” is not an id of a letter: they look like ah-tk-20242025-1244, 2024Z18412 or 2024D40329")
            }
            return id
        }
        // A number that was misread names no letter; what is cited may be anything.
        wishes.ids += cited.compactMap(LetterID.init)
        return wishes
    }
}

extension FetchSource: ExpressibleByArgument {}

/// Where the services are, and how they are asked.
struct FetchServiceOptions: ParsableArguments {
    @Option(help: .said("The address of KOOP’s search (SRU).", valueName: "url"))
    var koopUrl = LetterFetch.koopAddress

    @Option(help: .said("The address of the Tweede Kamer’s open data (OData).", valueName: "url"))
    var tkUrl = LetterFetch.tweedeKamerAddress

    @Option(help: .said("Wait this long between two questions.", valueName: "ms"))
    var pause = 250

    @Option(
        help: .said("A page or mail address of yours, for the services to know who asks.", valueName: "address"))
    var contact: String?

    func validate() throws {
        if !(0...60_000).contains(pause) { throw ValidationError.said("--pause must be between 0 and 60000.") }
        if let contact, !contact.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) || contact.count > 200 {
            throw ValidationError.said("--contact must be an address without blanks.")
        }
    }

    func koop() throws -> FetchAddress { try address(koopUrl) }
    func tweedeKamer() throws -> FetchAddress { try address(tkUrl) }

    private func address(_ text: String) throws -> FetchAddress {
        guard let address = FetchAddress(text.hasSuffix("/") ? String(text.dropLast()) : text) else {
            throw CommandFailure.unanswerable(FetchFault.noAddress(text).phrase)
        }
        return address
    }

    /// - Parameter say: told why nothing happens for a while.
    func transfer(say: @escaping (Phrase) -> Void) throws -> Transfer {
        var patience = Patience()
        patience.pause = Double(pause) / 1000
        return try Transfer(
            agent: "kvgraph/\(Release.version) (+\(contact ?? Release.homePage))", patience: patience,
            check: Interruption.check, report: say)
    }
}
