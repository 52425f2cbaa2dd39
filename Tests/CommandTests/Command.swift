import Foundation
import Support

/// Runs the real binary, in a folder of its own.
final class Command {
    struct Result {
        let status: Int32
        let out: String
        let err: String
        var lines: [String] { out.split(separator: "\n").map(String.init) }
        func json() throws -> [[String: Any]] {
            try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [[String: Any]] ?? []
        }
    }

    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    var store: String { folder.appending(path: "s.sqlite").path }

    init() throws { temporary = try TemporaryFolder() }

    /// Beside the test program, where the package is built.
    static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "kvgraph")

    /// - Parameter at: the current folder; the checkout's root by default.
    func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
        at current: URL = Repository.root
    ) throws -> Result {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = current
        process.environment = ["PATH": "/usr/bin:/bin", "KVGRAPH_STORE": store].merging(environment) { $1 }
        let (out, err) = (folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString))
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        if let input { try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    func run(_ arguments: String...) throws -> Result { try run(arguments) }

    /// What a terminal of 80 columns shows, both outputs; `script` (util-linux) is the terminal.
    func onTerminal(_ arguments: String...) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-qec", ([Self.binary.path] + arguments).joined(separator: " "), "/dev/null"]
        process.environment = ["PATH": "/usr/bin:/bin", "KVGRAPH_STORE": store]
        let out = Pipe()
        (process.standardOutput, process.standardInput) = (out, FileHandle.nullDevice)
        try process.run()
        let shown = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n").split(separator: "\n")
            .map(String.init)
    }

    /// A file in the folder.
    @discardableResult
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    @discardableResult
    func write(_ text: String, _ name: String) throws -> String { try write(Array(text.utf8), name) }
}
