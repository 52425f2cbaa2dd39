import Foundation
import LetterCollection
import Support

@testable import LetterFetching

/// A fetch from the toy services into a folder of its own, in this process.
final class FetchRunner {
    private let temporary: TemporaryFolder
    let services: ToyServices
    /// What was said, in order: problems with a `!` before them.
    private(set) var said: [String] = []
    private(set) var problems: [FetchFault] = []
    private(set) var waited = 0.0

    init(_ services: ToyServices) throws { (temporary, self.services) = (try TemporaryFolder(), services) }

    var folder: URL { temporary.url }

    /// Names and contents of all files that the folder holds.
    func contents() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }

    func record(_ id: String) throws -> FetchedRecord? {
        FetchedRecord.read(try Data(contentsOf: folder.appending(path: id + ".meta.json")))
    }

    /// - Parameters:
    ///   - stop: how many letters are done when the run is stopped.
    ///   - isLook: whether letters are only listed.
    @discardableResult
    func run(
        _ source: FetchSource = .koop, now: String = "2026-06-01T12:00:00Z", stop: Int? = nil, isLook: Bool = false,
        _ change: (inout FetchWishes) -> Void = { $0.days = DayRange("2026-01-01", "2026-04-30") }
    ) throws -> FetchSummary {
        var wishes = FetchWishes()
        wishes.source = source
        change(&wishes)
        (said, problems) = ([], [])
        var patience = Patience()
        patience.pause = 0
        let clock = FetchClock(now: { Date(timeIntervalSince1970: 0) }, sleep: { _ in })
        let transfer = try Transfer(agent: "test", patience: patience, clock: clock)
        guard let koop = FetchAddress(services.koop), let tweedeKamer = FetchAddress(services.tweedeKamer) else {
            throw FetchFault.noAddress("")
        }
        struct Stopped: Error {}
        let fetch = LetterFetch(
            wishes, into: isLook ? FetchFolder(reading: folder.path) : try FetchFolder(folder.path), transfer: transfer,
            koop: koop, tweedeKamer: tweedeKamer,
            now: { now },
            report: { [self] event in
                switch event {
                case .progress(let done, _): if let stop, done >= stop { throw Stopped() }
                case .found(let letter): said.append(letter.id)
                case .note(let words): said.append(words.english)
                case .problem(let fault):
                    problems.append(fault)
                    said.append("! " + fault.phrase.english)
                }
            })
        do {
            return try fetch.run()
        } catch is Stopped {
            return FetchSummary()
        }
    }
}
