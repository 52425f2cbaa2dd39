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
        let asked = wanted.prefix(limit ?? .max)
        summary.left = wanted.count - asked.count
        for (index, id) in asked.enumerated() {
            try report(.progress(done: index, of: asked.count))
            do {
                if let row = try row(id) {
                    try table.add(row)
                    summary.titles += 1
                } else {
                    try table.addUnknown(id)
                    summary.unknown += 1
                }
            } catch let fault as FetchFault {
                try fail(fault, &summary)
            }
        }
        return summary
    }

    private func fail(_ fault: FetchFault, _ summary: inout Summary) throws {
        summary.failures += 1
        if fault.endsAll { throw fault }
        try report(.problem(fault))
    }

    /// The cells of a row: document, official, kind, date, title, sender; nil for an id that nobody knows.
    private func row(_ id: String) throws -> [String]? {
        if !LetterID.isDocument(id), source == .koop {
            guard let record = try koop.paper(id), let date = record.date,
                let title = record.first(KoopNames.Field.titles)
            else { return nil }
            return [id, id, record.first(KoopNames.Field.kinds) ?? "", date, title, record.sender ?? ""]
        }
        guard let document = try tweedeKamer.paper(id), let number = document.number, let date = document.date else {
            return nil
        }
        let official = document.official.flatMap { DocumentName($0)?.document == nil ? nil : $0 }
        return [number, official ?? "", document.kind, date, document.title, document.sender ?? ""]
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

/// The table of documents, to which a row is added as soon as it is known: a run that is stopped goes on where it was.
final class TitleTable {
    private let path: String
    private let file: FileHandle
    private var known: Set<String> = []

    private static let head = "document\tofficial\tkind\tdate\ttitle\tsender"
    /// Before an id that the service did not know: a remark for who reads the table.
    private static let unknown = "# unknown: "

    init(_ path: String) throws(FetchFault) {
        self.path = path
        try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        do {
            let url = URL(fileURLWithPath: path)
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: url) }
            file = try FileHandle(forUpdating: url)
            var data = try file.readToEnd() ?? Data()
            // A row that was cut short is asked for again.
            let end =
                data.lastIndex(of: UInt8(ascii: "\n")).map { data.distance(from: data.startIndex, to: $0) + 1 } ?? 0
            data = data.prefix(end)
            try file.truncate(atOffset: UInt64(end))
            try file.seekToEnd()
            for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
                if line.hasPrefix(Self.unknown) { known.insert(String(line.dropFirst(Self.unknown.count))) }
                known.formUnion(
                    line.split(separator: "\t", omittingEmptySubsequences: false).prefix(2).map(String.init))
            }
            if data.isEmpty { try file.write(contentsOf: Data((Self.head + "\n").utf8)) }
        } catch {
            throw .folder(path, error.localizedDescription)
        }
    }

    deinit { try? file.close() }

    func holds(_ id: String) -> Bool { known.contains(id) }

    func add(_ cells: [String]) throws(FetchFault) {
        try append(cells.map(Self.cell).joined(separator: "\t"))
        known.formUnion(cells.prefix(2))
    }

    func addUnknown(_ id: String) throws(FetchFault) { try append(Self.unknown + id) }

    private func append(_ line: String) throws(FetchFault) {
        do {
            try file.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            throw .folder(path, error.localizedDescription)
        }
    }

    /// Text within one cell of one line.
    static func cell(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
