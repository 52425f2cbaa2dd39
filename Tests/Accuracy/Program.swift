import Foundation
import Support

/// Runs a program in the checkout's root and waits for it.
enum Program {
    struct Result {
        let status: Int32
        let out: Data
        let err: String

        var text: String { String(decoding: out, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Result {
        // Files, not pipes: nothing has to be read while the program runs.
        let folder = try TemporaryFolder()
        let (out, err) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program, relativeTo: Repository.root)
        process.arguments = arguments
        process.currentDirectoryURL = Repository.root
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        do {
            try process.run()
        } catch {
            throw Fault(description: "\(program) cannot be run: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: try Data(contentsOf: out),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    /// A program of the path, as `git`.
    static func find(_ name: String, _ arguments: [String]) throws -> Result {
        try run("/usr/bin/env", [name] + arguments)
    }
}
