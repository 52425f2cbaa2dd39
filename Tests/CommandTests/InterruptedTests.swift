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
