import Foundation

/// `kvgraph-bench corpus FOLDER COUNT IDS LETTERS…`: writes that many letters into a folder, the same ones every time. Letter
/// number 7 is the same in a corpus of a thousand and of all 86,000.
enum CorpusTask {
    /// Letters a subfolder.
    private static let most = 1000

    static func run(_ arguments: [String]) throws {
        guard arguments.count > 3, let count = Int(arguments[1]) else {
            throw CorpusFault(reason: "usage: kvgraph-bench corpus FOLDER COUNT IDS LETTERS…")
        }
        let folder = URL(fileURLWithPath: arguments[0])
        let composer = LetterComposer(
            sentences: try SentencePool(folders: Array(arguments[3...])), numbers: try OfficialNumbers(arguments[2]),
            count: count)
        let groups = stride(from: 0, to: count, by: most).map { $0..<min($0 + most, count) }
        for group in groups {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name(of: group)), withIntermediateDirectories: true)
        }
        DispatchQueue.concurrentPerform(iterations: groups.count) { index in
            let group = groups[index]
            for number in group {
                let letter = composer.letter(number)
                let file = folder.appending(path: name(of: group)).appending(path: letter.name + ".txt")
                try? Data(letter.text.utf8).write(to: file)
            }
        }
    }

    private static func name(of group: Range<Int>) -> String { String(format: "%03d", group.lowerBound / most) }
}

struct CorpusFault: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}

/// The Kamerstukken and Aanhangsels there are, by the official list of identifiers (`kst-30821-230`, `ah-tk-20232024-704`),
/// and how often each is cited: a few dossiers in nearly every letter of a subject, the rest hardly ever.
struct OfficialNumbers {
    struct Dossier {
        let number: String
        var documents: [String]
    }

    private(set) var dossiers: [Dossier] = []
    private(set) var aanhangsels: [(year: String, number: String)] = []
    /// Subjects, each with the dossiers its letters keep to.
    private(set) var subjects: [[Int]] = []

    private static let subjectCount = 240

    /// - Parameter path: a list with an identifier a line, or one packed with xz.
    init(_ path: String) throws {
        var byNumber: [String: [String]] = [:]
        for line in try Self.lines(path) {
            let parts = line.split(separator: "-")
            if parts.count == 3, parts[0] == "kst", parts[1].allSatisfy(\.isNumber), parts[2].allSatisfy(\.isNumber) {
                byNumber[String(parts[1]), default: []].append(String(parts[2]))
            } else if parts.count == 4, parts[0] == "ah", parts[1] == "tk" {
                aanhangsels.append((String(parts[2]), String(parts[3])))
            }
        }
        dossiers = byNumber.map { Dossier(number: $0.key, documents: $0.value) }
            .sorted { ($1.documents.count, $0.number) < ($0.documents.count, $1.number) }
        guard dossiers.count > Self.subjectCount, !aanhangsels.isEmpty else {
            throw CorpusFault(reason: "\(path): too few identifiers for a corpus")
        }
        subjects = Array(repeating: [], count: Self.subjectCount)
        for dossier in dossiers.indices { subjects[dossier % Self.subjectCount].append(dossier) }
    }

    private static func lines(_ path: String) throws -> [Substring] {
        guard path.hasSuffix(".xz") else {
            return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        }
        let unpacker = Process()
        unpacker.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpacker.arguments = ["xz", "-dc", path]
        let pipe = Pipe()
        unpacker.standardOutput = pipe
        try unpacker.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        unpacker.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
