import Foundation
import Support

/// `make bench`: what reading costs, by format. Each group of letters is cited by the real command in a process of its
/// own, several times; the medians are printed, and the ratio to plain text, which says more than seconds on a busy machine.
@main
enum Benchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if let task = arguments.first.flatMap(GraphTask.init), let path = arguments.dropFirst().first {
            return task.run(path)
        }
        if arguments.first == "corpus" { return try CorpusTask.run(Array(arguments.dropFirst())) }
        if arguments.first == "letters", let folder = arguments.dropFirst().first { return try write(letters: folder) }
        if arguments.first == "stages" { return try Stages.printTable(Bench(peers: arguments.dropFirst().first)) }
        if arguments.first == "table" { return table(Array(arguments.dropFirst())) }
        try formats(Array(arguments))
    }

    /// `letters FOLDER`: letters of our own, the same ones in each format.
    private static func write(letters folder: String) throws {
        let letters = (1...20).map { OwnLetter.long($0) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for suffix in Set(DraftFormat.all.map(\.suffix)) {
            guard let format = DraftFormat.all.first(where: { $0.suffix == suffix }) else { continue }
            for letter in letters {
                let file = URL(fileURLWithPath: folder).appending(path: "\(letter.name).\(suffix)")
                try Data(format.write(letter.draft)).write(to: file)
            }
        }
    }

    /// `KVGRAPH FOLDER …`: what reading costs, by format.
    private static func formats(_ arguments: [String]) throws {
        guard let command = arguments.first, arguments.count > 1 else {
            FileHandle.standardError.write(
                Data(
                    "usage: kvgraph-bench KVGRAPH FOLDER … | letters FOLDER | table [--quick] [PEERS [ROW …]] | stages [PEERS]\n"
                        .utf8))
            exit(64)
        }
        let groups = groups(of: Array(arguments.dropFirst()))
        let start = try median(command, ["--version"])
        var rows: [(name: String, files: Int, bytes: Int, seconds: Double, megabytes: Double)] = []
        for (ending, files) in groups {
            let run = try median(command, ["cite"] + files.map(\.path))
            let bytes = files.map { (try? $0.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0 }.reduce(0, +)
            rows.append((ending, files.count, bytes, max(0, run.cpu - start.cpu), run.mebibytes))
        }
        let text = rows.first { $0.name == "txt" }.map { $0.seconds / Double(max(1, $0.files)) } ?? 0
        print("| format | letters | kB a letter | ms a letter | × text | peak MiB |")
        print("|---|--:|--:|--:|--:|--:|")
        for row in rows {
            let each = row.seconds / Double(row.files)
            let ratio = text > 0 ? String(format: "%.1f", each / text) : "–"
            print(
                "| \(row.name) | \(row.files) | \(row.bytes / row.files / 1000) | \(String(format: "%.2f", each * 1000)) | \(ratio) | \(String(format: "%.0f", row.megabytes)) |"
            )
        }
        print("\nA start of the command alone: \(String(format: "%.1f", start.cpu * 1000)) ms.")
    }

    /// `table [--quick] [PEERS [ROW …]]`: our work beside others', all rows or those named.
    private static func table(_ arguments: [String]) {
        let words = arguments.filter { $0 != "--quick" }
        let names = words.dropFirst()
        let bench = Bench(peers: words.first, isQuick: arguments.contains("--quick"))
        BenchRow.printTable(BenchRow.all.filter { names.isEmpty || names.contains($0.name) }, bench)
    }

    private static func median(_ command: String, _ arguments: [String], of count: Int = 5) throws -> Run {
        let runs = try (0..<count).map { _ in try Run.once(command, arguments) }
        return Run(
            wall: runs.map(\.wall).median, cpu: runs.map(\.cpu).median, mebibytes: runs.map(\.mebibytes).median)
    }

    private static func groups(of folders: [String]) -> [(String, [URL])] {
        let files = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(
                at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.fileSizeKey])) ?? []
        }
        return Dictionary(grouping: files, by: \.pathExtension).filter { !$0.key.isEmpty }
            .map { ($0.key, $0.value.sorted { $0.path < $1.path }) }.sorted { $0.0 < $1.0 }
    }
}
