import Foundation
import Support
import Testing

/// What the command does where the files it is given are full, closed, or no files.
@Suite struct StreamTests {
    private let command: Command

    init() throws { command = try Command() }

    /// Runs a command in a shell, which opens and closes its files as written here.
    private func shell(_ part: String) throws -> (status: Int32, out: String, err: String) {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "exec 3>&1; '\(Command.binary.path)' \(part)"]
        shell.environment = ["KVGRAPH_STORE": command.store]
        shell.currentDirectoryURL = Repository.root
        let (out, err) = (command.folder.appending(path: "out"), command.folder.appending(path: "err"))
        for file in [out, err] { try Data().write(to: file) }
        (shell.standardOutput, shell.standardError) = (
            try FileHandle(forWritingTo: out), try FileHandle(forWritingTo: err)
        )
        try shell.run()
        shell.waitUntilExit()
        return (
            shell.terminationReason == .exit ? shell.terminationStatus : -shell.terminationStatus,
            try String(contentsOf: out, encoding: .utf8), try String(contentsOf: err, encoding: .utf8)
        )
    }

    private static let full = "/dev/full"
    private static let hasFull = FileManager.default.fileExists(atPath: full)

    @Test(.enabled(if: hasFull)) func aFullDiskIsNoSuccess() throws {
        _ = try command.run("build", "seeds")
        for part in ["cite seeds", "top", "render --svg -o -"] {
            let result = try shell("\(part) > \(Self.full)")
            #expect(result.status == 2, "\(part)")
            #expect(result.err.contains("the output could not be written"), "\(part)")
        }
        #expect(try command.run("render", "--svg", "-o", "/dev/null").status == 0)
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial, "a device is not replaced by a file")
    }

    /// Data is worth more than messages.
    @Test(arguments: ["2>/dev/full", "2>&-", "2>&1 1>&3 3>&- | true"]) func dataIsWrittenWhereMessagesAreLost(
        _ lost: String
    ) throws {
        guard Self.hasFull || !lost.contains(Self.full) else { return }
        let whole = try shell("cite seeds no/such/folder")
        #expect(whole.status == 1 && whole.err.contains("no such file"))
        let piped = lost.contains("|")
        let part = try shell("cite seeds no/such/folder \(lost)")
        #expect(part.out == whole.out, "\(lost)")
        #expect(piped || part.status == 1, "\(lost)")
    }

    @Test(arguments: [("<&-", "Bad file descriptor"), ("</tmp", "Is a directory")])
    func whatIsNoInputIsSaid(_ input: String, _ reason: String) throws {
        let cited = try shell("cite - \(input)")
        #expect(cited.status == 1 && cited.out.isEmpty)
        #expect(cited.err == "kvgraph: -: it could not be read (\(reason))\n")
        let explained = try shell("explain - \(input)")
        #expect(explained.status == 2 && explained.err.contains("-: it could not be read (\(reason))"))
    }

    @Test func aClosedOutputIsNoSuccess() throws {
        let result = try shell("cite seeds >&-")
        #expect(result.status == 2 && result.err.contains("the output could not be written"))
    }

    /// The address is said when pages are to be had there, and not on a port that another program has.
    @Test func aTakenPortIsSaidAndNothingElse() throws {
        _ = try command.run("build", "seeds")
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        (address.sin_family, address.sin_addr.s_addr) = (sa_family_t(AF_INET), in_addr_t(0x7F00_0001).bigEndian)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 1) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        try #require(isBound)
        let port = UInt16(bigEndian: address.sin_port)
        let result = try command.run("serve", "--port", "\(port)")
        #expect(result.status == 2)
        #expect(result.err == "kvgraph: port \(port) cannot be used: choose another with --port\n")
        #expect(try command.run("serve", "--help").out.contains("8035"))
    }
}

/// What programs that help need for a moment: a file without a name.
@Suite struct TemporaryFileTests {
    private let command: Command
    private let letter: String

    init() throws {
        command = try Command()
        letter = try command.write(PDFWriter.pdf(OwnLetter.all[0].draft), "letter.pdf")
    }

    @Test func nothingIsLeftNorMade() throws {
        let folder = command.folder.appending(path: "temporary")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let read = try command.run(["cite", letter], environment: ["TMPDIR": folder.path])
        #expect(read.status == 0 && !read.out.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let missing = folder.appending(path: "missing").path
        let refused = try command.run(["cite", letter], environment: ["TMPDIR": missing])
        #expect(refused.status != 0)
        #expect(refused.err.contains("no temporary file can be made in \(missing) (No such file or directory)"))
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    /// What is written is the store and the files that are named: nothing beside them, at home or where the program was started.
    @Test func nothingIsWrittenElsewhere() throws {
        let folders = try ["here", "home", "temporary"].map { name in
            let folder = command.folder.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return folder
        }
        let out = command.folder.appending(path: "out")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        let environment = ["HOME": folders[1].path, "TMPDIR": folders[2].path]
        let seeds = Repository.file("seeds").path
        for arguments in [
            ["build", seeds, letter], ["cite", letter], ["top"], ["letters"], ["shared"], ["coupled"], ["check"],
            ["find", "verkiezingen"], ["show", "002_d81b6e9e41b7345c"], ["explain", "Kamerstuk 35 165, nr. 97"],
            ["register"],
            ["annotate", "002_d81b6e9e41b7345c"], ["export", "--json"], ["export", "-o", "\(out.path)/g.csv"],
            ["render", "-o", "\(out.path)/g.svg"], ["render", "-o", "\(out.path)/g.png"],
            ["render", "-o", "\(out.path)/g.html"],
            ["merge", command.store, "--store", "\(out.path)/m.sqlite"],
        ] {
            let done = try command.run(arguments, environment: environment, at: folders[0])
            #expect(done.status == 0, "\(arguments): \(done.err)")
        }
        for folder in folders {
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [], "\(folder)")
        }
        let written = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
        #expect(written == ["g.edges.csv", "g.html", "g.nodes.csv", "g.png", "g.svg", "m.sqlite"])
    }
}
