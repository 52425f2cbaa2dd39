import Foundation

/// Where a benchmark finds what it runs: the peers of `../shared/bench`, and corpora, made ready in `.build/bench` when
/// first asked for.
struct Bench: Sendable {
    /// The folder of `gen.py`, `bench_one.py`, `coupling_ref.cpp` and the runners of other finders.
    let peers: String
    let isQuick: Bool
    /// Builds that several rows look at, run once.
    let builds = Builds()

    static let folder = ".build/bench"
    /// What the peers need, in the versions that the figures were taken with.
    private static let packages = ["numpy==2.4.6", "scipy==1.17.1", "igraph==1.0.0", "networkx==3.6.1"]

    /// How many letters the graph has, in a quick run too: with few, what is measured is the start of programs.
    let letters = 100_000
    var size: String { "\(letters / 1000)k letters" }
    /// How often each thing is run.
    var rounds: Int { isQuick ? 1 : 5 }

    init(peers: String?, isQuick: Bool = false) { (self.peers, self.isQuick) = (peers ?? "../shared/bench", isQuick) }

    /// This program.
    var own: String { CommandLine.arguments[0] }

    /// The command that is measured: what was built beside this program.
    var kvgraph: String { URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: "kvgraph").path }

    /// A program of the system.
    func program(_ name: String) throws -> String {
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw Tool.Failure(description: "\(name) is not installed")
    }

    /// The citations of so many letters, by `gen.py`.
    func citations() throws -> String {
        try made("\(Self.folder)/citations-\(letters).csv") {
            _ = try Tool.run(python(), ["\(peers)/gen.py", "\(letters)", $0])
        }
    }

    /// A Python with the peers' packages.
    func python() throws -> String { try python("python", Self.packages) }

    /// A Python of its own for each finder, as their needs need not agree.
    func python(_ name: String, _ packages: [String]) throws -> String {
        let home = "\(Self.folder)/\(name)"
        _ = try made("\(home)/ready") {
            _ = try Tool.run("/usr/bin/env", ["python3", "-m", "venv", home])
            _ = try Tool.run("\(home)/bin/pip", ["install", "--quiet"] + packages)
            try Data().write(to: URL(fileURLWithPath: $0))
        }
        return "\(home)/bin/python"
    }

    /// The C++ reference.
    func reference() throws -> String {
        try made("\(Self.folder)/coupling_ref") {
            _ = try Tool.run(
                "/usr/bin/env", ["g++", "-O2", "-march=native", "-o", $0, "\(peers)/coupling_ref.cpp"])
        }
    }

    /// A file, made if it is not there yet.
    func made(_ path: String, _ make: (String) throws -> Void) throws -> String {
        if !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try make(path)
        }
        return path
    }
}
