import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The real program and letters of every format after an accident: it ends, with lines of JSON whose places are in the
/// letter. Seeded; `make test-mutations` takes many more, or `MUTATIONS=…` of them.
@Suite struct MutationTests {
    private static let wanted = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init) ?? 400
    private static let batch = 200
    /// Of each batch, on a machine that does other work too; it takes some two.
    private static let seconds = 120
    /// Of address space, libraries and all.
    private static let kilobytes = 3_000_000

    @Test(arguments: 0..<max(1, wanted / batch)) func spoiledFilesAreReadOrRefused(_ part: Int) throws {
        let command = try Command()
        try standIn(command)
        var files: [String: [UInt8]] = [:]
        for seed in part * Self.batch..<(part + 1) * Self.batch {
            let (bytes, suffix) = SpoiledFile.bytes(seed: seed)
            files["\(seed).\(suffix)"] = bytes
            try command.write(bytes, "in/\(seed).\(suffix)")
        }
        let (status, out, err) = try limited(command)
        #expect(status == 0 || status == 1, "\(part): \(err.suffix(300))")
        #expect(
            !out.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") }, "JSON escapes control characters")
        #expect(!err.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        var letters: [String: Letter] = [:]
        for line in out.split(separator: UInt8(ascii: "\n")) {
            let parsed = try? JSONSerialization.jsonObject(with: Data(line))
            let row = try #require(parsed as? [String: Any], "\(part): \(String(decoding: line, as: UTF8.self))")
            let file = try #require((row["file"] as? String).map { URL(fileURLWithPath: $0).lastPathComponent })
            let (start, end) = (try #require(row["start"] as? Int), try #require(row["end"] as? Int))
            #expect(start >= 0 && start < end, "\(file)")
            // What stands in a PDF only the program that reads it knows.
            guard let bytes = files[file], !file.hasSuffix("pdf") else { continue }
            let letter = try letters[file] ?? LetterReader.read(bytes, name: "x", file: file)
            letters[file] = letter
            let isInside = end <= letter.text.bytes.count
            #expect(isInside, "\(file)")
            if isInside { #expect(letter.text.string(start..<end) == row["quote"] as? String, "\(file)") }
        }
    }

    /// A `pdftohtml` that prints what stands behind the first line of its PDF.
    private func standIn(_ command: Command) throws {
        let program = try command.write("#!/bin/sh\nexec tail -n +2\n", "tools/pdftohtml")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    }

    /// `cite` of the folder, ended by the system when it takes far too long or far too much.
    private func limited(_ command: Command) throws -> (Int32, [UInt8], String) {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        // A sanitizer takes more of it than there is.
        let this = dlopen(nil, RTLD_LAZY)
        let isSanitized = dlsym(this, "__asan_init") != nil || dlsym(this, "__tsan_init") != nil
        let memory = isSanitized ? "" : "ulimit -v \(Self.kilobytes); "
        shell.arguments = ["-c", "\(memory)ulimit -t \(Self.seconds); exec '\(Command.binary.path)' cite in"]
        shell.currentDirectoryURL = command.folder
        shell.environment = ["PATH": "\(command.folder.path)/tools:/usr/bin:/bin"]
        let (out, err) = (command.folder.appending(path: "out"), command.folder.appending(path: "err"))
        for file in [out, err] { try Data().write(to: file) }
        (shell.standardOutput, shell.standardError) = (
            try FileHandle(forWritingTo: out), try FileHandle(forWritingTo: err)
        )
        try shell.run()
        shell.waitUntilExit()
        return (
            shell.terminationReason == .exit ? shell.terminationStatus : -shell.terminationStatus,
            [UInt8](try Data(contentsOf: out)), String(decoding: try Data(contentsOf: err), as: UTF8.self)
        )
    }
}
