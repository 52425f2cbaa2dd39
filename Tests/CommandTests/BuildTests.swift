import Foundation
import Support
import Testing

/// What `build` and `cite` do with files of every sort.
@Suite struct BuildTests {
    private let letter = "Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n"

    @Test func unchangedLettersAreNotReadAgain() throws {
        let command = try Command()
        let file = try command.write(letter, "in/a.txt")
        try command.write(letter, "in/deep/b.md")
        let folder = command.folder.appending(path: "in").path
        #expect(try command.run("build", folder).lines.first == "2 letters read, 0 unchanged")
        #expect(try command.run("build", folder).lines.first == "0 letters read, 2 unchanged")
        // The same text at another time is still the same letter.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: file)
        #expect(try command.run("build", folder).lines.first == "0 letters read, 2 unchanged")
        try command.write(letter.replacing("97", with: "98"), "in/a.txt")
        #expect(try command.run("build", folder).lines.first == "1 letter read, 1 unchanged")
        #expect(try command.run("top", "--format", "jsonl").lines.count == 2)
    }

    @Test func aLetterThatIsGoneIsDroppedOnlyFromAFolderThatWasNamed() throws {
        let command = try Command()
        let (a, b) = (try command.write(letter, "one/a.txt"), try command.write(letter, "two/b.txt"))
        let (one, two) = (command.folder.appending(path: "one").path, command.folder.appending(path: "two").path)
        _ = try command.run("build", one, two)
        try FileManager.default.removeItem(atPath: a)
        try FileManager.default.removeItem(atPath: b)
        #expect(try command.run("build", one, "--keep-missing").lines[0] == "0 letters read, 0 unchanged")
        #expect(
            try command.run("build", one).lines[0] == "0 letters read, 0 unchanged, 1 dropped (their files are gone)")
        #expect(try command.run("letters", "--format", "jsonl").lines.count == 1)
    }

    @Test func lettersThatShareANameAreToldApartByTheirPaths() throws {
        let command = try Command()
        let first = try command.write(letter, "x/2023/brief.txt")
        let second = try command.write(letter, "x/2024/brief.txt")
        try command.write(letter, "x/2024/brief.md")
        _ = try command.run("build", first)
        #expect(try names(command) == ["brief"])
        _ = try command.run("build", second)
        #expect(try names(command) == ["2023/brief", "2024/brief"])
        _ = try command.run("build", command.folder.appending(path: "x").path)
        #expect(try names(command) == ["2023/brief.txt", "2024/brief.md", "2024/brief.txt"])
    }

    /// A pipe gets counts, a terminal names; of the first build everything is new, and nothing is said.
    @Test func whatIsNewIsNamed() throws {
        let command = try Command()
        let folder = command.folder.appending(path: "in").path
        func build(_ epoch: String) throws -> Command.Result {
            try command.run(["build", folder], environment: ["SOURCE_DATE_EPOCH": epoch])
        }
        func since(_ day: String) throws -> [String] {
            try command.run("letters", "--read-since", day, "--format", "json").json().compactMap {
                $0["letter"] as? String
            }
        }
        try command.write(letter, "in/a.txt")
        #expect(try build("1767225600").lines.dropFirst().first?.hasPrefix("the store holds") == true)
        try command.write(letter.replacing("97", with: "98"), "in/b.txt")
        #expect(try build("1769904000").lines[1] == "1 new letter, 1 source cited for the first time")
        #expect(try since("2026-01-01") == ["a", "b"] && since("2026-01-02") == ["b"] && since("2026-02") == ["b"])
        #expect(try since("2026-02-02") == [])
        for number in 1...7 { try command.write(letter.replacing("97", with: "10\(number)"), "in/n\(number).txt") }
        let shown = try command.onTerminal("build", folder)
        let head = try #require(shown.firstIndex(of: "7 new letters:"))
        #expect(shown[head + 1..<head + 7] == ["  n1", "  n2", "  n3", "  n4", "  n5", "  and 2 more"])
        #expect(shown[head + 7] == "7 sources cited for the first time:")
        #expect(try build("today").err == "kvgraph: SOURCE_DATE_EPOCH is not a number of seconds since 1970: “today”\n")
        #expect(try build("-1").status == 2)
        #expect(try command.run("letters", "--read-since", "2026-02-30").status == 64)
    }

    /// The same letters give the same file on any day, if the day is said.
    @Test func aBuildCanBeRepeatedToTheByte() throws {
        let command = try Command()
        let file = try command.write(letter, "in/a.txt")
        let stores = try ["one", "two"].map { name in
            let store = command.folder.appending(path: name).path
            _ = try command.run(["build", file, "--store", store], environment: ["SOURCE_DATE_EPOCH": "86400"])
            return try Data(contentsOf: URL(fileURLWithPath: store))
        }
        #expect(stores[0] == stores[1])
    }

    private func names(_ command: Command) throws -> [String] {
        try command.run("letters", "--format", "json").json().compactMap { $0["letter"] as? String }
    }

    @Test func whatCannotBeReadIsNamedAndTheRestIsBuilt() throws {
        let command = try Command()
        try command.write(letter, "in/good.txt")
        try command.write("", "in/empty.txt")
        try command.write([0x7F, 0x45, 0x4C, 0x46, 0, 1], "in/binary.txt")
        try command.write("no question here", "in/plain.txt")
        try command.write(Array("Vraag 1\nCaf\u{E9}?\n".unicodeScalars.map { UInt8($0.value) }), "in/latin.txt")
        try command.write(
            [0xFF, 0xFE] + "Vraag 1\nA?\nAntwoord\nB.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            "in/utf16.txt")
        try command.write("x", "in/picture.jpg")
        try command.write([UInt8](repeating: 0x61, count: 40 << 20), "in/long.txt")
        let folder = command.folder.appending(path: "in").path
        let built = try command.run("build", folder, "missing/folder")
        #expect(built.status == 1)
        #expect(built.lines.first == "4 letters read, 0 unchanged, 3 could not be read")
        for part in [
            "missing/folder: there is no such file", "empty.txt: the file is empty",
            "binary.txt: this is neither text nor a format",
            "long.txt: 40 MB is too large",
        ] {
            #expect(built.err.contains(part))
        }
        #expect(built.out.contains("1 file of unknown format skipped"))
        let codes = try command.run("check", "--format", "json").json().compactMap { $0["code"] as? String }
        #expect(codes.contains("no-questions") && codes.contains("recoded"))
        // Named on the command line, a file is judged by its content.
        let other = try command.write(letter, "letter.dat")
        #expect(try command.run("cite", other).lines.count == 1)
        #expect(try command.run("cite", folder + "/empty.txt").status == 1)
    }

    @Test func standardInputIsALetterToo() throws {
        let command = try Command()
        let result = try command.run(["cite", "-"], input: letter)
        #expect(result.status == 0)
        #expect(result.out.contains("\"letter\":\"-\"") && result.out.contains("kst-35165-97"))
    }

    @Test func statusesAreThoseThatArePromised() throws {
        let command = try Command()
        #expect(try command.run("top").status == 2)
        #expect(try command.run("top").err.contains("there is no store"))
        #expect(try command.run("top", "--kind", "nonsense").status == 64)
        #expect(try command.run("top", "--since", "yesterday").status == 64)
        #expect(try command.run("nonsense").status == 64)
        #expect(try command.run("--version").out.wholeMatch(of: #/0\.1\.0( \([0-9a-f]{8}\+?\))?\n/#) != nil)
        _ = try command.run("build", "seeds")
        #expect(try command.run("top", "--party", "nobody").status == 2)
        #expect(try command.run("build", "seeds", "--strict").status == 1)
        #expect(try command.run("top", "--since", "2024-13-01").status == 64)
        for day in ["2024-02-31", "2023-02-29", "2024-06-31", "1900-02-29"] {
            #expect(try command.run("top", "--since", day).status == 64)
            #expect(try command.run("top", "--until", day).status == 64)
        }
        #expect(try command.run("top", "--since", "2024-02-29", "--until", "2024-02").status == 0)
        #expect(try command.run("top", "--store", "").status == 64)
        #expect(try command.run("cite", "seeds", "--strict").status == 1)
    }

    @Test func pipesDevicesAndLinksAreRead() throws {
        let command = try Command()
        let file = try command.write(letter, "real/a.txt")
        #expect(try command.run(["cite", "/dev/stdin"], input: letter).lines.count == 1)
        let folder = command.folder.appending(path: "real").path
        let link = command.folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder)
        #expect(try command.run("cite", link).lines.count == 1)
        try FileManager.default.createSymbolicLink(atPath: folder + "/b.txt", withDestinationPath: file)
        try FileManager.default.createSymbolicLink(atPath: folder + "/again", withDestinationPath: folder)
        #expect(try command.run("cite", folder).lines.count == 2, "a link to a file is one, a link to a folder is left")
    }

    /// Root reads everything, so that there is nothing to see for it.
    @Test(.enabled(if: getuid() != 0)) func whatLiesInAClosedFolderIsKept() throws {
        let command = try Command()
        try command.write(letter, "in/a.txt")
        try command.write(letter, "in/deep/b.txt")
        let folder = command.folder.appending(path: "in").path
        _ = try command.run("build", folder)
        chmod(folder + "/deep", 0)
        defer { chmod(folder + "/deep", 0o700) }
        let built = try command.run("build", folder)
        #expect(built.status == 1)
        #expect(built.err.contains("in/deep: this folder may not be read"))
        #expect(built.lines[0] == "0 letters read, 1 unchanged")
    }

    /// A folder, one within it and a file in that are named: every letter is there once, in the order of the paths.
    @Test func pathsThatOverlapAreReadOnce() throws {
        let command = try Command()
        // `a.txt` comes before what lies in `a`: by its path, and not by its name.
        for name in ["a/c.txt", "a.txt", "a-b/d.txt", "a/é.txt"] { try command.write(letter, "in/" + name) }
        let folder = command.folder.appending(path: "in").path
        let paths = [folder + "/a/c.txt", folder + "/a", folder, folder + "/"]
        #expect(try command.run(["build"] + paths).lines[0] == "4 letters read, 0 unchanged")
        #expect(try command.run(["build"] + paths.reversed()).lines[0] == "0 letters read, 4 unchanged")
        let files = try command.run("cite", folder).lines.compactMap {
            try (JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["file"] as? String
        }
        #expect(files.map { $0.dropFirst(folder.count) } == ["/a-b/d.txt", "/a.txt", "/a/c.txt", "/a/é.txt"])
    }

    @Test func aMistypedPathMakesNoStore() throws {
        let command = try Command()
        #expect(try command.run("build", "no/such/folder").status == 1)
        #expect(!FileManager.default.fileExists(atPath: command.store))
    }

    /// A file that is larger than any letter is refused before it is read: this one would fill 3 GB of memory.
    @Test func aVeryLargeFileIsNotRead() throws {
        let command = try Command()
        let file = try command.write("Vraag 1\n", "huge.txt")
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.truncate(atOffset: 3 << 30)
        try handle.close()
        let refused = try command.run("cite", file)
        #expect(refused.status == 1 && refused.err.contains("huge.txt: 3072 MB is too large"))
    }
}
