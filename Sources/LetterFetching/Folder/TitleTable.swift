import Foundation

/// The table of documents, to which a row is added as soon as it is known: a run that is stopped goes on where it was.
final class TitleTable {
    private let path: String
    private let file: FileHandle
    private var known: Set<String> = []
    /// What this run made, to be taken away if no row comes into it.
    private let isNew: (file: Bool, folders: [String])

    private static let head = "document\tofficial\tkind\tdate\ttitle\tsender"
    /// Before an id that the service did not know: a remark for who reads the table.
    private static let unknown = "# unknown: "

    init(_ path: String) throws(FetchFault) {
        self.path = path
        let folders = try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        isNew = (!FileManager.default.fileExists(atPath: path), folders)
        do {
            let url = URL(fileURLWithPath: path)
            if isNew.file { try Data().write(to: url) }
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

    deinit {
        if isNew.file, known.isEmpty { unlink(path) }
        WholeFile.removeFolders(isNew.folders)
        try? file.close()
    }

    func holds(_ id: String) -> Bool { known.contains(id) }

    func add(_ cells: [String]) throws(FetchFault) {
        try append(cells.map(Self.cell).joined(separator: "\t"))
        known.formUnion(cells.prefix(2))
    }

    func addUnknown(_ id: String) throws(FetchFault) {
        try append(Self.unknown + id)
        known.insert(id)
    }

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
