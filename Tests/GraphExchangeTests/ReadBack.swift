import Foundation
import Support
import Testing

@testable import GraphExchange

/// What parsers that are not ours find in every format of a graph.
struct ReadBack: Decodable {
    let nodes: [String: String]
    let edges: [[Value]]
    let titles: [String: String]?
    let formulas: [String]?

    enum Value: Decodable, Hashable {
        case text(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .number(try container.decode(Double.self))
            }
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }
        var number: Double? { if case .number(let number) = self { number } else { nil } }
    }

    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    static let names = [
        "graphml": "g.graphml", "gexf": "g.gexf", "csv": "g.csv", "json": "g.json", "vosviewer": "g.vosviewer.json",
        "csl-json": "g.csl.json", "turtle": "g.ttl", "pajek": "g.net",
    ]

    static func written(_ file: ExchangeFormat.File, _ graph: ExchangeGraph) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let output = ExchangeOutput { bytes += $0 }
        try file.write(graph, output)
        try output.flush()
        return bytes
    }

    /// - Returns: of each graph, by the name of the format; nil where there is no Python, which is said.
    static func of(_ graphs: [ExchangeGraph]) throws -> [[String: ReadBack]]? {
        guard let python else {
            print("no python3: exports are not read back")
            return nil
        }
        let folder = try TemporaryFolder()
        let folders = graphs.indices.map { folder.url.appending(path: "\($0)") }
        for (graph, folder) in zip(graphs, folders) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for format in ExchangeFormat.all {
                for file in format.files {
                    let name = (names[format.name] ?? "").replacing("g.csv", with: "g\(file.addition).csv")
                    try Data(written(file, graph)).write(to: folder.appending(path: name))
                }
            }
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [Repository.file("Tests/Exchange/read_back.py").path] + folders.map(\.path)
        let (out, err) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        let fault = String(decoding: try Data(contentsOf: err), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(fault)")
        return try JSONDecoder().decode([[String: ReadBack]].self, from: Data(contentsOf: out))
    }
}
