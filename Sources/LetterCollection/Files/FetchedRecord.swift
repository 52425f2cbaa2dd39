import DutchText
import Foundation

/// What a service says of a letter that was fetched from it, as it lies beside the file: `ah-tk-20242025-1244.meta.json`
/// beside `ah-tk-20242025-1244.xml`. Keys of the file are those of the properties, with `_` before a capital.
public struct FetchedRecord: Codable, Sendable, Hashable {
    /// What it is filed under.
    public var id: String
    /// Other ids of the same letter: its D-number, the one it had before it was printed.
    public var aliases: [String] = []
    /// The kenmerken of the questions that it answers.
    public var zaken: [String] = []
    /// ISO 8601
    public var date: String?
    public var title: String?
    public var sender: String?
    public var kind: String?
    /// Which service: `koop`, `tk`.
    public var source: String
    /// Where the file came from.
    public var url: String
    /// Its name in the folder.
    public var file: String
    /// Its size in bytes.
    public var length: Int
    /// Of its bytes, to notice changes: 16 hexadecimal digits (FNV-1a).
    public var hash: String
    /// As the service gave them, to ask whether it has changed.
    public var etag: String?
    public var lastModified: String?
    /// What the service says of when it was changed.
    public var version: String?
    /// When, ISO 8601 in UTC.
    public var fetched: String
    /// When it was last asked for in a better format, in vain.
    public var checked: String?

    public init(id: String, source: String, url: String, file: String, length: Int, hash: String, fetched: String) {
        (self.id, self.source, self.url, self.file) = (id, source, url, file)
        (self.length, self.hash, self.fetched) = (length, hash, fetched)
    }

    /// What follows the name of a letter’s file, without its ending.
    public static let suffix = ".meta.json"
    /// The list of all that was fetched, in the same folder: a record a line.
    public static let list = "fetched.jsonl"

    /// The record beside a letter’s file; nil where there is none, or none that can be read.
    /// - Parameters:
    ///   - path: of the letter.
    ///   - isRecord: whether it is the path of the record itself.
    public static func beside(_ path: String, isRecord: Bool = false) -> FetchedRecord? {
        let bare = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        if let data = contents(isRecord ? path : bare + suffix) { return read(data) }
        if isRecord { return nil }
        let slash = bare.lastIndex(of: "/").map(bare.index(after:)) ?? bare.startIndex
        let (folder, name) = (bare[..<slash], bare[slash...])
        for file in PublicationMetadata.files {
            if let record = contents("\(bare).\(file)").flatMap({ PublicationMetadata(Array($0))?.record }) {
                return record
            }
            // One for a whole folder is that of the letter whose id it has.
            let record = contents("\(folder)\(file)").flatMap { PublicationMetadata(Array($0))?.record }
            if let record, record.id == name { return record }
        }
        return nil
    }

    /// Of a plain file alone: a pipe of this name would never end. Most letters have none, and every letter is asked.
    private static func contents(_ path: String) -> Data? {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size < mostBytes else { return nil }
        return FileManager.default.contents(atPath: path)
    }

    /// No record is longer.
    private static let mostBytes = 1 << 20

    public static func read(_ data: Data) -> FetchedRecord? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(FetchedRecord.self, from: data)
    }

    /// - Parameter isLine: whether it is to stand on one line.
    public func json(isLine: Bool) -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !isLine { encoder.outputFormatting.insert(.prettyPrinted) }
        // Nothing in it is anything but text and whole numbers.
        return (try? encoder.encode(self)) ?? Data()
    }

    /// The hash of a file’s bytes. Complexity: linear.
    public static func hash(_ bytes: [UInt8]) -> String { Fingerprint.hash(bytes) }
}
