import Foundation
import Support
import Testing

/// A command that does not come to its end.
@Suite struct InterruptedTests {
    private let letter = "Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n"

    /// Killed at any moment, the store is the old one or the new one.
    @Test func aKilledBuildLeavesTheStoreWhole() throws {
        let command = try Command()
        _ = try command.run("build", "seeds")
        let before = try command.run("top", "--kind", "all", "--format", "csv").out
        for index in 0..<600 { try command.write(letter.replacing("97", with: "\(index + 1)"), "many/\(index).txt") }
        for wait in [0.005, 0.02, 0.05, 0.1] {
            let process = Process()
            process.executableURL = Command.binary
            process.arguments = ["build", command.folder.appending(path: "many").path]
            process.environment = ["KVGRAPH_STORE": command.store]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: wait)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let after = try command.run("top", "--kind", "all", "--format", "csv")
            #expect(after.status == 0)
            #expect(after.out == before || process.terminationReason == .exit)
            if process.terminationReason == .exit { break }
        }
    }

    /// Ctrl-C ends a build quietly and takes back what it did: a store that was not there is not there.
    @Test func ctrlCTakesEverythingBack() throws {
        // On a busy machine a build may come to its end before it hears of it.
        for _ in 0..<4 where try isInterrupted() { return }
        Issue.record("no build was stopped")
    }

    /// Two builds onto a store that is not there yet: both are right, or one says that the other is writing.
    @Test func twoBuildsMayBegin() throws {
        for _ in 0..<4 {
            let command = try Command()
            try command.write(letter, "letters/a.txt")
            let builds = try (0..<3).map { _ in
                let process = Process()
                process.executableURL = Command.binary
                process.arguments = ["build", command.folder.appending(path: "letters").path]
                process.environment = ["KVGRAPH_STORE": command.store]
                (process.standardOutput, process.standardError) = (FileHandle.nullDevice, Pipe())
                try process.run()
                return process
            }
            for build in builds {
                build.waitUntilExit()
                let said = (build.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
                #expect(build.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
            }
            #expect(try command.run("letters", "--format", "json").json().count == 1)
        }
    }

    /// A name that SQLite would take for something else is a file.
    @Test func aStoreIsAFile() throws {
        let command = try Command()
        let letter = try command.write(letter, "a.txt")
        let built = try command.run(["build", letter, "--store", ":memory:"], at: command.folder)
        #expect(built.status == 0)
        #expect(FileManager.default.fileExists(atPath: command.folder.appending(path: ":memory:").path))
        #expect(
            try command.run(["top", "--format", "json", "--store", ":memory:"], at: command.folder).json().count == 1)
        for arguments in [["cite", ""], ["build", ""], ["render", "-o", ""]] {
            let refused = try command.run(arguments)
            #expect(refused.status == 64 && refused.err.contains("The name of a file is empty."), "\(arguments)")
        }
        // A pipe would be waited for.
        let pipe = command.folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        for arguments in [["top"], ["build", letter]] {
            let refused = try command.run(arguments + ["--store", arguments == ["top"] ? pipe : "/dev/null"])
            #expect(refused.status == 2 && refused.err.contains("it is not a plain file"), "\(arguments)")
        }
        #expect(try command.run("build", letter, "--store", pipe).err.contains("it is not a plain file"))
    }

    /// Without a word on where: below the current folder; then where the environment says, then where the option says.
    @Test func aStoreIsWhereItIsLookedFor() throws {
        let command = try Command()
        let file = try command.write(letter, "a.txt")
        let (named, here) = (command.folder.appending(path: "named.sqlite").path, command.folder)
        for (options, environment, place) in [
            ([], "", "output/kvgraph.sqlite"), ([], command.store, "s.sqlite"),
            (["--store", named], command.store, "named.sqlite"),
        ] {
            let store = ["KVGRAPH_STORE": environment]
            #expect(try command.run(["build", file] + options, environment: store, at: here).status == 0)
            #expect(FileManager.default.fileExists(atPath: here.appending(path: place).path), "\(place)")
            #expect(
                try command.run(["top", "--format", "json"] + options, environment: store, at: here).json().count == 1)
            try FileManager.default.removeItem(at: here.appending(path: place))
        }
    }

    private func isInterrupted() throws -> Bool {
        let command = try Command()
        let long = letter + String(repeating: "Zie Kamerstuk 35 165, nr. 12, en 36 552, nr. 3. ", count: 4000)
        for index in 0..<150 { try command.write(long, "many/\(index).txt") }
        let process = Process()
        process.executableURL = Command.binary
        process.arguments = ["build", command.folder.appending(path: "many").path]
        process.environment = ["KVGRAPH_STORE": command.store]
        let err = Pipe()
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, err)
        try process.run()
        while process.isRunning, !FileManager.default.fileExists(atPath: command.store) { usleep(2000) }
        usleep(200_000)
        process.interrupt()
        process.waitUntilExit()
        if process.terminationStatus == 0 { return false }
        #expect(process.terminationStatus == 130)
        #expect(err.fileHandleForReading.readDataToEndOfFile().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: command.store))
        return true
    }

    /// An export that a signal ends leaves no half of a file.
    @Test func anEndedExportLeavesNothing() throws {
        let command = try Command()
        _ = try command.run(["build"] + Repository.ownLetters.map(\.path))
        let file = command.folder.appending(path: "out/g.graphml")
        let folder = file.deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // It may come to its end before it is stopped.
        for _ in 0..<20 {
            let process = Process()
            process.executableURL = Command.binary
            process.arguments = ["export", "-o", file.path, "--kind", "all", "--in", "all"]
            process.environment = ["KVGRAPH_STORE": command.store]
            process.standardError = FileHandle.nullDevice
            try process.run()
            while process.isRunning, try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty {}
            kill(process.processIdentifier, SIGTERM)
            process.waitUntilExit()
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!left.contains { $0.hasSuffix(".part") })
            if process.terminationStatus == 128 + SIGTERM { return }
            try? FileManager.default.removeItem(at: file)
        }
        Issue.record("no export was stopped")
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let command = try Command()
        for index in 0..<300 {
            try command.write(
                letter + String(repeating: "Kamerstuk 35 165, nr. \(index + 1). ", count: 20), "in/\(index).txt")
        }
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "'\(Command.binary.path)' cite '\(command.folder.path)/in' | head -n 1"]
        let (out, err) = (Pipe(), Pipe())
        (shell.standardOutput, shell.standardError) = (out, err)
        try shell.run()
        shell.waitUntilExit()
        #expect(out.fileHandleForReading.readDataToEndOfFile().count { $0 == UInt8(ascii: "\n") } == 1)
        #expect(err.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
}
