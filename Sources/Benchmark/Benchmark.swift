import Foundation

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
        if arguments.first == "table" { return table(Array(arguments.dropFirst())) }
        guard let command = arguments.first, arguments.count > 1 else {
            FileHandle.standardError.write(
                Data("usage: kvgraph-bench KVGRAPH FOLDER … | table [--quick] [PEERS [ROW …]]\n".utf8))
            exit(64)
        }
        let groups = groups(of: Array(arguments.dropFirst()))
        let start = Run.median(command, ["--version"])
        var rows: [(name: String, files: Int, bytes: Int, seconds: Double, megabytes: Double)] = []
        for (ending, files) in groups {
            let run = Run.median(command, ["cite"] + files.map(\.path))
            let bytes = files.map { (try? $0.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0 }.reduce(0, +)
            rows.append((ending, files.count, bytes, max(0, run.seconds - start.seconds), run.megabytes))
        }
        let text = rows.first { $0.name == "txt" }.map { $0.seconds / Double(max(1, $0.files)) } ?? 0
        print("| format | letters | kB a letter | ms a letter | × text | peak MB |")
        print("|---|--:|--:|--:|--:|--:|")
        for row in rows {
            let each = row.seconds / Double(row.files)
            let ratio = text > 0 ? String(format: "%.1f", each / text) : "–"
            print(
                "| \(row.name) | \(row.files) | \(row.bytes / row.files / 1000) | \(String(format: "%.2f", each * 1000)) | \(ratio) | \(String(format: "%.0f", row.megabytes)) |"
            )
        }
        print("\nA start of the command alone: \(String(format: "%.1f", start.seconds * 1000)) ms.")
    }

    /// `table [--quick] [PEERS [ROW …]]`: our work beside others', all rows or those named.
    private static func table(_ arguments: [String]) {
        let words = arguments.filter { $0 != "--quick" }
        let names = words.dropFirst()
        let bench = Bench(peers: words.first ?? "../shared/bench", isQuick: arguments.contains("--quick"))
        BenchRow.printTable(BenchRow.all.filter { names.isEmpty || names.contains($0.name) }, bench)
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

/// One run of a command: user and system time of it and its children, and the most memory one of them held.
struct Run {
    let seconds: Double
    let megabytes: Double

    static func median(_ command: String, _ arguments: [String], of count: Int = 5) -> Run {
        let runs = (0..<count).map { _ in once(command, arguments) }
        return Run(
            seconds: runs.map(\.seconds).sorted()[count / 2], megabytes: runs.map(\.megabytes).sorted()[count / 2])
    }

    private static func once(_ command: String, _ arguments: [String]) -> Run {
        var words = ([command] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var child = pid_t()
        guard posix_spawn(&child, command, &actions, nil, &words, environ) == 0 else {
            FileHandle.standardError.write(Data("\(command) cannot be run\n".utf8))
            exit(2)
        }
        var usage = rusage()
        var status: Int32 = 0
        wait4(child, &status, 0, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Run(
            seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), megabytes: Double(usage.ru_maxrss) / 1000)
    }
}
