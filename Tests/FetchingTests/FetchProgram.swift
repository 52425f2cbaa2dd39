import Foundation
import Support

/// The real program, in a folder of its own, beside toy services.
final class FetchProgram {
    struct Result {
        let status: Int32
        let out: String
        let err: String
    }

    private let temporary: TemporaryFolder
    let services: ToyServices
    var folder: URL { temporary.url.appending(path: "letters") }
    var store: String { temporary.url.appending(path: "s.sqlite").path }

    init(_ services: ToyServices) throws { (temporary, self.services) = (try TemporaryFolder(), services) }

    /// Beside the test program, where the package is built.
    private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "kvgraph")

    /// A fetch into the folder, from the toy services, without pauses.
    func fetch(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        try run(fetching(arguments), environment: environment)
    }

    func fetching(_ arguments: [String], pause: Int = 0) -> [String] {
        [
            "fetch", "--koop-url", services.koop, "--tk-url", services.tweedeKamer, "--into", folder.path, "--pause",
            "\(pause)",
        ]
            + arguments
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let process = try start(arguments, environment: environment)
        return try finish(process)
    }

    struct Running {
        let process: Process
        fileprivate let files: (out: URL, err: URL)
    }

    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
        let process = Process()
        (process.executableURL, process.arguments) = (Self.binary, arguments)
        process.environment = [
            "PATH": "/usr/bin:/bin", "KVGRAPH_STORE": store, "SOURCE_DATE_EPOCH": "1780000000",
        ].merging(environment) { $1 }
        let files = (temporary.url.appending(path: UUID().uuidString), temporary.url.appending(path: UUID().uuidString))
        for file in [files.0, files.1] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: files.0)
        process.standardError = try FileHandle(forWritingTo: files.1)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return Running(process: process, files: files)
    }

    func finish(_ running: Running) throws -> Result {
        running.process.waitUntilExit()
        func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
        return Result(
            status: running.process.terminationStatus, out: try text(running.files.out),
            err: try text(running.files.err))
    }

    /// Whole files by their names.
    func contents() throws -> [String: Data] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: try names.filter { !$0.hasPrefix(".") }.map {
                ($0, try Data(contentsOf: folder.appending(path: $0)))
            })
    }
}
