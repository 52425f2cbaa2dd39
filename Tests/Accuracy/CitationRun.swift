import Foundation
import Support

/// A line of `kvgraph cite`.
struct CitedLine: Decodable, Hashable {
    let letter: String
    let unit: String
    let footnote: String?
    let kind: String
    let id: String
    let quote: String
    let locator: String?
    let start: Int

    var row: GoldTable.Row { GoldTable.Row(letter: letter, unit: unit, kind: kind, id: id) }
}

/// What a build of the command cites in all letters there are.
struct CitationRun {
    let lines: [CitedLine]
    private let bytes: Data

    /// Reads the letters with the program. Letters that it cannot read are named on stderr, and have no citations.
    init(program: String) throws {
        let folders = ["seeds"] + (Shared.letters.isEmpty ? [] : [Shared.lettersPath])
        let result = try Program.run(program, ["cite"] + folders)
        guard result.status < 2 else { throw Fault(description: "\(program) cite failed: \(result.err)") }
        if result.status == 1 {
            let lines = result.err.split(separator: "\n").filter {
                !$0.contains(": warning: ") && !$0.contains(": note: ")
            }
            FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        }
        try self.init(bytes: result.out)
    }

    init(file: URL) throws { try self.init(bytes: try Data(contentsOf: file)) }

    private init(bytes: Data) throws {
        let decoder = JSONDecoder()
        lines = try bytes.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(CitedLine.self, from: $0) }
        self.bytes = bytes
    }

    func write(_ file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file, options: .atomic)
    }
}
