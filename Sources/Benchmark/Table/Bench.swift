import Foundation

/// Where a benchmark finds what it runs: the peers of `../shared/bench`, made ready in `.build/bench` when first asked for.
struct Bench {
    /// The folder of `gen.py`, `bench_one.py` and `coupling_ref.cpp`.
    let peers: String
    let isQuick: Bool

    private static let folder = ".build/bench"
    /// What the peers need, in the versions that the figures were taken with.
    private static let packages = ["numpy==2.4.6", "scipy==1.17.1", "igraph==1.0.0", "networkx==3.6.1"]

    /// How many letters the graph has, in a quick run too: with few, what is measured is the start of programs.
    let letters = 100_000
    var size: String { "\(letters / 1000)k letters" }
    /// How often each thing is run.
    var rounds: Int { isQuick ? 1 : 5 }

    init(peers: String, isQuick: Bool) { (self.peers, self.isQuick) = (peers, isQuick) }

    /// This program.
    var own: String { CommandLine.arguments[0] }

    /// The citations of so many letters, by `gen.py`.
    func citations() throws -> String {
        try made("\(Self.folder)/citations-\(letters).csv") {
            _ = try Tool.run(python(), ["\(peers)/gen.py", "\(letters)", $0])
        }
    }

    /// A Python with the peers' packages.
    func python() throws -> String {
        let home = "\(Self.folder)/python"
        _ = try made("\(home)/ready") {
            _ = try Tool.run("/usr/bin/env", ["python3", "-m", "venv", home])
            _ = try Tool.run("\(home)/bin/pip", ["install", "--quiet"] + Self.packages)
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
    private func made(_ path: String, _ make: (String) throws -> Void) throws -> String {
        if !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try make(path)
        }
        return path
    }
}
