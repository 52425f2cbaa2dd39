import Foundation
import Support

/// Runs by commit, in `.build/accuracy/<commit>.jsonl`: what a commit cites is asked of it once. One that is missing is
/// made from a worktree of that commit, built beside the runs; git keeps nothing of it.
struct KeptRuns {
    let folder: URL

    /// What decides which citations are found.
    private static let sources = ["--", "Sources", ":!Sources/Benchmark", "seeds"]

    /// The run that the present one is compared with: of the last commit, or of the one before it when nothing was changed
    /// since (the present run is then kept as the last commit's).
    func previous(current: CitationRun) throws -> (name: String, run: CitationRun) {
        let head = try git("rev-parse", "HEAD")
        let changed = try git(["status", "--porcelain"] + Self.sources)
        if changed.isEmpty { try current.write(file(head)) }
        let commit = changed.isEmpty ? try git("rev-parse", "HEAD~1") : head
        let title = try git("log", "-1", "--format=%h %s", commit)
        return (title, try run(of: commit))
    }

    private func run(of commit: String) throws -> CitationRun {
        if let kept = try kept(commit) { return try CitationRun(file: kept) }
        let run = try CitationRun(program: try build(commit))
        try run.write(file(commit))
        return run
    }

    /// The commit's run, or that of a commit with the same sources.
    private func kept(_ commit: String) throws -> URL? {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let commits = names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
        if commits.contains(commit) { return file(commit) }
        return try commits.first { other in
            try Program.find("git", ["diff", "--quiet", commit, other] + Self.sources).status == 0
        }.map(file)
    }

    private func build(_ commit: String) throws -> String {
        let tree = folder.appending(path: "tree").path
        FileHandle.standardError.write(Data("Building \(commit.prefix(7)) in .build/accuracy …\n".utf8))
        try git("worktree", "prune")
        if FileManager.default.fileExists(atPath: tree + "/Package.swift") {
            try git("-C", tree, "checkout", "--quiet", "--detach", "--force", commit)
        } else {
            try git("worktree", "add", "--force", "--detach", tree, commit)
        }
        let scratch = folder.appending(path: "build").path
        let built = try Program.find(
            "swift", ["build", "--package-path", tree, "--scratch-path", scratch, "--product", "kvgraph"])
        guard built.status == 0 else {
            throw Fault(description: "\(commit.prefix(7)) does not build:\n\(built.text)\n\(built.err)")
        }
        return scratch + "/debug/kvgraph"
    }

    /// Runs on the seeds alone have names of their own.
    private var suffix: String { Shared.letters.isEmpty ? ".seeds.jsonl" : ".jsonl" }

    private func file(_ commit: String) -> URL { folder.appending(path: commit + suffix) }

    @discardableResult
    private func git(_ arguments: String...) throws -> String { try git(arguments) }

    private func git(_ arguments: [String]) throws -> String {
        let result = try Program.find("git", arguments)
        guard result.status == 0 else {
            throw Fault(description: "Nothing to compare with: git \(arguments.joined(separator: " ")): \(result.err)")
        }
        return result.text
    }
}
