import DossierRegister
import Foundation
import Wording

/// Titles, dates, senders and numbers of what letters cite, as the tables that `kvgraph register update` reads:
/// `documents.tsv` and `dossiers.tsv`.
public final class TitleFetch {
    public struct Summary: Sendable {
        public internal(set) var titles = 0
        /// Ids that the service does not know.
        public internal(set) var unknown = 0
        /// Known from an earlier run.
        public internal(set) var there = 0
        public internal(set) var dossiers = 0
        public internal(set) var failures = 0
        public internal(set) var left = 0
    }

    public enum Event {
        case progress(done: Int, of: Int)
        case note(Phrase)
        case problem(FetchFault)
    }

    private let koop: KoopService
    private let tweedeKamer: TweedeKamerService
    private let source: FetchSource
    private let report: (Event) throws -> Void

    public init(
        source: FetchSource, transfer: Transfer, koop: FetchAddress, tweedeKamer: FetchAddress,
        report: @escaping (Event) throws -> Void
    ) {
        (self.source, self.report) = (source, report)
        self.koop = KoopService(base: koop, transfer: transfer)
        self.tweedeKamer = TweedeKamerService(base: tweedeKamer, transfer: transfer) {
            try? report(.note($0.phrase))
        }
    }

    /// Where the tables are in a folder.
    public static let files = ["documents.tsv", "dossiers.tsv"]

    /// - Parameters:
    ///   - ids: of Kamerstukken (`kst-30821-230`) and documents (`2024D40329`), those that matter most first.
    ///   - limit: at most so many are asked for.
    /// - Throws: `FetchFault` where there is no use in going on; and what `report` throws. What was fetched stays.
    public func run(_ ids: [String], into folder: String, limit: Int? = nil) throws -> Summary {
        var summary = Summary()
        let table = try TitleTable(folder + "/" + Self.files[0])
        let wanted = ids.filter { !table.holds($0) }
        summary.there = ids.count - wanted.count
        do {
            summary.dossiers = try fetchDossiers(folder + "/" + Self.files[1])
        } catch let fault as FetchFault {
            try fail(fault, &summary)
        }
        let asked = Array(wanted.prefix(limit ?? .max))
        summary.left = wanted.count - asked.count
        var batches = PaperBatches()
        var done = 0
        while done < asked.count {
            try report(.progress(done: done, of: asked.count))
            let batch = batches.next(asked[done...]) { isOfKoop($0) == isOfKoop($1) }
            try batches.find(batch, ask: rows) { id, result in
                switch result {
                case .success(let row?):
                    try table.add(row)
                    summary.titles += 1
                case .success(nil):
                    try table.addUnknown(id)
                    summary.unknown += 1
                case .failure(let fault): try fail(fault, &summary)
                }
            }
            done += batch.count
        }
        return summary
    }

    private func fail(_ fault: FetchFault, _ summary: inout Summary) throws {
        summary.failures += 1
        if fault.endsAll { throw fault }
        try report(.problem(fault))
    }

    private func isOfKoop(_ id: String) -> Bool { !LetterID.isDocument(id) && source == .koop }

    /// The cells of rows by their ids: document, official, kind, date, title, sender.
    private func rows(_ ids: [String]) throws -> [String: [String]] {
        if ids.allSatisfy(isOfKoop) {
            return try koop.papers(ids).compactMapValues { record in
                guard let id = record.identifier, let date = record.date,
                    let title = record.first(KoopNames.Field.titles)
                else { return nil }
                return [id, id, record.first(KoopNames.Field.kinds) ?? "", date, title, record.sender ?? ""]
            }
        }
        return try tweedeKamer.papers(ids).compactMapValues { document in
            guard let number = document.number, let date = document.date else { return nil }
            let official = document.official.flatMap { DocumentName($0)?.document == nil ? nil : $0 }
            return [number, official ?? "", document.kind, date, document.title, document.sender ?? ""]
        }
    }

    /// All dossiers there are, some 30 pages.
    private func fetchDossiers(_ file: String) throws -> Int {
        var lines = ["dossier\taddition\thighest\ttitle"]
        var names = ODataNames.v4
        try tweedeKamer.eachRow {
            names = $0
            return ODataQuery.dossiers($0)
        } take: { row in
            guard let number = row.number(names.dossierNumber), (1000...99_999).contains(number) else { return }
            let addition = row.text(names.dossierAddition) ?? ""
            let isPlain = addition.utf8.allSatisfy { sign in
                (0x30...0x39).contains(sign) || (0x41...0x5A).contains(sign & 0xDF) || sign == 0x28 || sign == 0x29
            }
            let highest = min(9999, max(0, row.number(names.dossierHighest) ?? 0))
            guard isPlain else { return }
            let title = TitleTable.cell(row.text(names.dossierTitle) ?? "")
            lines.append("\(number)\t\(addition)\t\(highest)\t\(title)")
        }
        guard lines.count > 1 else { return 0 }
        do {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(
                to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw FetchFault.folder(file, error.localizedDescription)
        }
        return lines.count - 1
    }
}
