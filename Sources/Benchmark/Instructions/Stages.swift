import Foundation

/// `make bench-stages`: instructions a byte by what `cite` does with it, on the benchmark's letters and on real ones.
enum Stages {
    /// What is done, and the functions that do it: each is called by none of the others.
    private static let stages = [
        ("lines", ["LetterDraft.cutLines()"]),
        ("page furniture", ["LetterDraft.markFurniture()"]),
        ("headings", ["LetterDraft.markUnits()"]),
        (
            "notes",
            ["LetterDraft.markNotes()", "LetterDraft.findMarkers()", "MarkerAssignment.init(_:candidates:inline:)"]
        ),
        ("running text", ["LetterAssembler.passage(_:_:)"]),
        ("letterhead", ["HeaderReader.header(issue:letterhead:facts:)"]),
        ("finding citations", ["Scanner.scan(_:_:)"]),
        ("resolving", ["Findings.resolved(in:_:)"]),
    ]
    private static let memory = [
        "swift_retain", "swift_release", "swift_bridgeObjectRetain", "swift_bridgeObjectRelease", "swift_allocObject",
        "swift_deallocClassInstance", "swift_deallocObject", "swift_slowAlloc", "malloc", "free", "_int_malloc",
        "_int_free",
    ]

    static func printTable(_ bench: Bench) throws {
        let start = try Callgrind(bench, ["cite", nearlyNothing()])
        var folders = [("the benchmark's letters", try bench.sample(sampled))]
        if let real = try real(bench) { folders.append(("real letters", real)) }
        let runs = try folders.map { ($0.0, try Callgrind(bench, ["cite", $0.1]), try Bench.megabytes($0.1) * 1e6) }
        print("| instructions a byte | \(runs.map(\.0).joined(separator: " | ")) |")
        print("|---|\(String(repeating: "--:|", count: runs.count))")
        func row(_ name: String, _ figure: (Callgrind) -> Int) {
            print("| \(name) | \(runs.map { (Double(figure($0.1)) / $0.2).text(1) }.joined(separator: " | ")) |")
        }
        for (name, functions) in stages { row(name, { run in functions.reduce(0) { $0 + run.within($1) } }) }
        row("the rest: doubts, sentences, JSON lines, files") { run in
            run.total - start.total - stages.reduce(0) { $0 + $1.1.reduce(0) { $0 + run.within($1) } }
        }
        row("**all**, without the start") { $0.total - start.total }
        row("of it, counting owners and memory") { $0.alone(memory) - start.alone(memory) }
        print("\nA start, with one letter of a line: \((Double(start.total) / 1e6).text(1)) million instructions.")
    }

    /// Instructions a byte of all letters in a folder, without the start.
    static func aByte(_ bench: Bench, _ folder: String) throws -> Double {
        let runs = try [folder, nearlyNothing()].map { try Callgrind(bench, ["cite", $0]).total }
        return Double(runs[0] - runs[1]) / (try Bench.megabytes(folder) * 1e6)
    }

    /// So many letters of the benchmark stand for all: counting takes fifty times as long as running.
    static let sampled = 100

    /// The folder of the letters that are there as plain text, or nil.
    static func real(_ bench: Bench) throws -> String? {
        let letters = URL(fileURLWithPath: bench.peers).deletingLastPathComponent().appending(path: "letters").path
        guard FileManager.default.fileExists(atPath: letters) else { return nil }
        return try bench.made("\(Bench.folder)/real") {
            try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true)
            for file in try Bench.files(letters) {
                try FileManager.default.copyItem(atPath: file, toPath: "\($0)/\((file as NSString).lastPathComponent)")
            }
        }
    }

    private static func nearlyNothing() throws -> String {
        let file = "\(Bench.folder)/nearly-nothing.txt"
        try FileManager.default.createDirectory(atPath: Bench.folder, withIntermediateDirectories: true)
        try Data("Vraag 1\nWaarom?\nAntwoord 1\nZie Kamerstuk 30821, nr. 230.\n".utf8).write(
            to: URL(fileURLWithPath: file))
        return file
    }
}

extension BenchRow {
    /// What a byte costs, on a machine however busy.
    static let instructions = BenchRow(name: "instructions") { bench in
        var folders = [("benchmark", try bench.sample(Stages.sampled), 63.0)]
        if let real = try Stages.real(bench) { folders.append(("real", real, 70)) }
        return try folders.map { name, folder, most in
            let figure = try Stages.aByte(bench, folder)
            return Line(
                work: "cite, instructions a byte", against: "the \(name) letters", figure: figure.text(0),
                reach: "≤ \(most.text(0))", isReached: figure <= most, rounds: 1,
                reason: "finding citations takes nearly half: `make bench-stages`")
        }
    }
}
