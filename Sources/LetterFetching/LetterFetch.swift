import LetterCollection
import Wording

/// Letters from a public service into a folder: listed month by month, each file fetched once.
public final class LetterFetch {
    /// What happens while it runs.
    public enum Event {
        /// So many letters are done, of so many as there seem to be.
        case progress(done: Int, of: Int)
        /// A letter that would be fetched.
        case found(PublishedLetter)
        case note(Phrase)
        case problem(FetchFault)
    }

    private let wishes: FetchWishes
    private let folder: FetchFolder
    private let koop: KoopService
    private let tweedeKamer: TweedeKamerService
    private let files: FileFetch
    private let day: String
    private let report: (Event) throws -> Void
    private var summary = FetchSummary()
    /// How many letters could not be fetched, one after the other.
    private var inVain = 0
    private static let mostInVain = 20

    /// - Parameters:
    ///   - folder: one that is read only is a wish to list letters and write nothing.
    ///   - koop: where KOOP’s search is; nil for its usual address. Likewise `tweedeKamer`, without a set of entities.
    ///   - now: the clock, ISO 8601 in UTC.
    ///   - report: called with each event; an error it throws stops the work, and what was fetched stays.
    public init(
        _ wishes: FetchWishes, into folder: FetchFolder, transfer: Transfer, koop: FetchAddress,
        tweedeKamer: FetchAddress,
        now: @escaping () -> String, report: @escaping (Event) throws -> Void
    ) {
        (self.wishes, self.folder, self.report) = (wishes, folder, report)
        self.koop = KoopService(base: koop, transfer: transfer)
        self.tweedeKamer = TweedeKamerService(base: tweedeKamer, transfer: transfer) {
            try? report(.note($0.phrase))
        }
        day = String(now().prefix(10))
        files = FileFetch(folder: folder, transfer: transfer, now: now)
    }

    /// The usual addresses.
    public static let koopAddress = KoopNames.address
    public static let tweedeKamerAddress = ODataNames.address

    /// - Throws: `FetchFault` where there is no use in going on; and what `report` throws.
    public func run() throws -> FetchSummary {
        let parts = wishes.parts
        var isWhole = true
        for (index, part) in parts.enumerated() {
            let name = "\(wishes.source.rawValue) \(part.name) \(day)"
            if folder.hasFinished(name) {
                summary.isContinued = true
                continue
            }
            let isDone: Bool
            do {
                isDone = try run(part, of: parts.count, at: index)
            } catch is Refusal {
                return summary
            }
            if isDone, !folder.isReadOnly { try folder.finish(name) }
            isWhole = isWhole && isDone
            if summary.left > 0 { break }
        }
        if !folder.isReadOnly { try folder.close(isWhole: isWhole) }
        return summary
    }

    private var done: Int { summary.fetched + summary.unchanged + summary.failures }

    /// - Returns: whether nothing went wrong in it.
    private func run(_ part: FetchWishes.Part, of count: Int, at index: Int) throws -> Bool {
        var listing = Listing()
        let failures = summary.failures
        var broken: FetchFault?
        do {
            try list(part, into: &listing)
            if case .id(let id) = part, listing.letters.isEmpty { try fail(.noFile("\(id)")) }
        } catch let fault as FetchFault {
            broken = fault
        }
        for note in listing.notes { try report(.note(note.phrase)) }
        for fault in listing.faults { try fail(fault) }
        var letters = listing.letters
        if let broken {
            try fail(broken)
            if case .days = part, letters.isEmpty { throw Refusal() }
        }
        letters.sort { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
        for (place, letter) in letters.enumerated() {
            if let limit = wishes.limit, summary.fetched + summary.wanted >= limit {
                summary.left = letters.count - place
                return false
            }
            if folder.isReadOnly {
                try look(letter, listing)
                continue
            }
            let before = done
            let expected = before + letters.count - place
            let perPart = Double(expected) / Double(index + 1)
            try report(.progress(done: before, of: expected + Int(perPart * Double(count - index - 1))))
            try fetch(letter, listing)
        }
        return summary.failures == failures
    }

    private func list(_ part: FetchWishes.Part, into listing: inout Listing) throws {
        switch part {
        case .days(let days, let session):
            if wishes.source == .koop {
                return try koop.list(days, session: session, into: &listing)
            }
            try tweedeKamer.list(days, session: session, into: &listing)
        case .id(let id):
            // Only the Tweede Kamer knows its own numbers.
            if case .document = id { return try tweedeKamer.list(id, into: &listing) }
            if wishes.source == .koop { return try koop.list(id, into: &listing) }
            try tweedeKamer.list(id, into: &listing)
        }
    }

    private func look(_ letter: PublishedLetter, _ listing: Listing) throws {
        guard try files.wouldFetch(letter, of: listing) else {
            summary.unchanged += 1
            return
        }
        summary.wanted += 1
        try report(.found(letter))
    }

    private func fetch(_ letter: PublishedLetter, _ listing: Listing) throws {
        do {
            let isNew = try files.fetch(letter, of: listing) { try? report(.note($0.phrase)) }
            if isNew { summary.fetched += 1 } else { summary.unchanged += 1 }
            inVain = 0
        } catch let fault as FetchFault {
            try fail(fault)
            inVain += 1
            if inVain >= Self.mostInVain { throw FetchFault.inVain(inVain) }
        }
    }

    private func fail(_ fault: FetchFault) throws {
        summary.failures += 1
        if fault.endsAll { throw fault }
        try report(.problem(fault))
    }

    /// What one month is refused for is refused for the next one; why was said.
    private struct Refusal: Error {}
}
