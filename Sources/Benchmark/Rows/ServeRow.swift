import Foundation

/// Pages of a large store in the explorer, as a browser waits for them; pictures beside Graphviz on the same DOT.
extension BenchRow {
    static let serve = BenchRow(name: "serve") { bench in
        let store = try Builds.store(bench, bench.sizes.most)
        let server = try ServedStore(bench, store)
        defer { server.stop() }
        func ask(_ question: String) throws -> String {
            String(decoding: try Tool.run(try bench.program("sqlite3"), ["-readonly", store, question]), as: UTF8.self)
                .trimmingCharacters(in: .newlines)
        }
        let letter = try ask("SELECT name FROM letter ORDER BY name LIMIT 1 OFFSET \(bench.sizes.most / 2)")
        let hub = try ask("SELECT id FROM most_cited LIMIT 1")
        let work = "serve, \(Bench.called(bench.sizes.most))"
        let page = try server.milliseconds("/", rounds: 11)
        let searches = try ServedStore.words.map { ($0, try server.milliseconds("/find?q=\($0)", rounds: 5)) }
        let slowest = searches.max { $0.1 < $1.1 } ?? ("", .nan)
        var lines = [
            line("\(work): the first page", "", "\(page.text(0)) ms", "≤ 20 ms", page <= 20, 11),
            line(
                "\(work): a search", "",
                "\(searches.map(\.1).median.text(0)) ms, “\(slowest.0)” \(slowest.1.text(0)) ms",
                "≤ 30 ms", slowest.1 <= 30, 5 * searches.count,
                "SQLite ranks every letter that has the word; what few letters have is found in less"),
        ]
        for (name, node, most) in [("a letter", letter, 1.3), ("what most letters cite", hub, 1.5)] {
            let took = try server.milliseconds("/around?id=\(node)", rounds: 5)
            let dot = try server.graphviz(node)
            lines.append(
                line(
                    "\(work): \(name)", "`dot -Tsvg` on the same DOT",
                    "\((took / dot).text(2))× its time (\(took.text(0)) ms, \(dot.text(0)) ms)", "≤ \(most.text(1))×",
                    took / dot <= most, 5,
                    "reading what thousands of letters cite, and what the page lists beside the picture"))
        }
        let memory = try server.mebibytes()
        lines.append(
            line(
                "\(work): memory", "", "\(memory.now.text(0)) MiB, at most \(memory.most.text(0)) MiB", "≤ 150 MiB",
                memory.now <= 150, 1, "the whole graph is held while a picture of it is made"))
        return lines
    }

    private static func line(
        _ work: String, _ against: String, _ figure: String, _ reach: String, _ isReached: Bool, _ rounds: Int,
        _ reason: String? = nil
    ) -> Line {
        Line(
            work: work, against: against, figure: figure, reach: reach, isReached: isReached, rounds: rounds,
            reason: reason)
    }
}

/// A store that is served while a row is measured.
private struct ServedStore {
    /// What letters of nearly every year say, seldom or in every letter.
    static let words = ["stikstof", "minister", "jeugdzorg", "Kamerstuk+30821", "beleid"]
    private static let port = 18035

    private let bench: Bench
    private let store: String
    private let process = Process()
    private let curl: String

    init(_ bench: Bench, _ store: String) throws {
        (self.bench, self.store, curl) = (bench, store, try bench.program("curl"))
        process.executableURL = URL(fileURLWithPath: bench.kvgraph)
        process.arguments = ["serve", "--store", store, "--port", "\(Self.port)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        do {
            // The first page is made while the server starts.
            for _ in 0..<100 {
                if (try? milliseconds("/", rounds: 1)) != nil { break }
                usleep(100_000)
            }
            _ = try milliseconds("/find?q=stikstof", rounds: 1)
            // Else another program answers at this port.
            guard process.isRunning else { throw Tool.Failure(description: "kvgraph serve ended") }
        } catch {
            stop()
            throw error
        }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// How long a page takes; each time by another address, as pages are kept by theirs, but for the first page.
    func milliseconds(_ address: String, rounds: Int) throws -> Double {
        try (0..<rounds).map { round in
            let other = address == "/" ? "" : "&round=\(round)"
            let output = try Tool.run(
                curl,
                ["-sf", "-o", "/dev/null", "-w", "%{time_total}", "http://127.0.0.1:\(Self.port)\(address)\(other)"])
            guard let seconds = Double(String(decoding: output, as: UTF8.self)) else {
                throw Tool.Failure(description: "curl does not say how long it took")
            }
            return seconds * 1000
        }.median
    }

    /// How long Graphviz takes for the picture around a node.
    func graphviz(_ node: String) throws -> Double {
        let file = "\(Bench.folder)/around.dot"
        _ = try Run.once(bench.kvgraph, ["render", "--dot", "--around", node, "--store", store, "-o", file])
        let tool = Tool.watched(try bench.program("dot"), ["-Tsvg", file, "-o", "\(Bench.folder)/around.svg"])
        return try Tool.figures([tool], rounds: 5)[0].median("wall_s") * 1000
    }

    /// What the server holds, and the most that it held.
    func mebibytes() throws -> (now: Double, most: Double) {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        func figure(_ name: String) -> Double {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? .nan
        }
        return (figure("VmRSS"), figure("VmHWM"))
    }
}
