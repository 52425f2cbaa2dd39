import Foundation

/// A program to be measured: from outside, or by the JSON line it prints of itself: `{"compute_s": 1.02, "rss_mib": 73.5, …}`.
struct Tool {
    typealias Figures = [String: Double]

    let command: String
    let arguments: [String]
    /// Whether time and memory are taken from outside, as `wall_s`, `cpu_s` and `rss_mib`.
    var isWatched = false
    var input = "/dev/null"
    var output = "/dev/null"
    /// What has to be done before each run, outside of what is measured.
    var before: () throws -> Void = {}

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// A program measured from outside.
    static func watched(
        _ command: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null",
        before: @escaping () throws -> Void = {}
    ) -> Tool {
        Tool(
            command: command, arguments: arguments, isWatched: true, input: input, output: output, before: before)
    }

    /// The figures of several runs of each tool, turn about, so that a busy minute of the machine meets all alike.
    /// - Parameters:
    ///   - rounds: how often each is run,
    ///   - limit: but no further round once so many seconds have passed.
    /// - Returns: of each tool the figures of each round.
    static func figures(_ tools: [Tool], rounds: Int, within limit: Double = .infinity) throws -> [[Figures]] {
        var figures = tools.map { _ in [Figures]() }
        let start = Date()
        for round in 0..<rounds where round == 0 || Date().timeIntervalSince(start) < limit {
            for (index, tool) in tools.enumerated() { figures[index].append(try tool.figures()) }
        }
        return figures
    }

    private func figures() throws -> Figures {
        try before()
        if isWatched {
            let run = try Run.once(command, arguments, input: input, output: output)
            return ["wall_s": run.wall, "cpu_s": run.cpu, "rss_mib": run.mebibytes]
        }
        let out = try Self.run(command, arguments)
        guard let line = try JSONSerialization.jsonObject(with: out) as? [String: Any] else {
            throw Failure(description: "\(command) prints no JSON")
        }
        return line.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }

    /// What a program prints; a failure when it ends with another status than 0.
    static func run(_ command: String, _ arguments: [String]) throws -> Data {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let out = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(([command] + arguments).joined(separator: " ")) failed")
        }
        return out
    }
}

extension [Tool.Figures] {
    /// The middle one of a figure's values.
    func median(_ key: String) -> Double { compactMap { $0[key] }.median }

    /// The middle one of the ratios to another tool's figure, round by round.
    func ratio(_ key: String, to other: [Tool.Figures]) -> Double {
        zip(self, other).compactMap { own, other -> Double? in
            guard let own = own[key], let other = other[key], other > 0 else { return nil }
            return own / other
        }.median
    }
}

extension [Double] {
    /// The middle one; not a number where there is none.
    var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}

extension Double {
    /// `0.12` with so many decimals.
    func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}

/// One run of a program, looked at from outside: what it and the programs it waited for took.
struct Run: Sendable {
    /// Seconds by the clock.
    let wall: Double
    /// Seconds of processor time, user and system.
    let cpu: Double
    /// The most memory that one of them held.
    let mebibytes: Double

    /// - Parameters:
    ///   - command: the path of a program.
    ///   - output: the file that gets what it prints. (grep stops at the first hit when it prints to /dev/null.)
    /// - Throws: `Tool.Failure` when it cannot be run or ends with another status than 0.
    static func once(
        _ command: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
    ) throws -> Run {
        var words = ([command] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child = pid_t()
        let start = DispatchTime.now().uptimeNanoseconds
        guard posix_spawn(&child, command, &actions, nil, &words, environ) == 0 else {
            throw Tool.Failure(description: "\(command) cannot be run")
        }
        var (usage, status) = (rusage(), Int32())
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let end = DispatchTime.now().uptimeNanoseconds
        guard status == 0 else {
            throw Tool.Failure(description: "\(([command] + arguments).joined(separator: " ")) failed")
        }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Run(
            wall: Double(end - start) / 1e9, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            mebibytes: Double(usage.ru_maxrss) / 1024)
    }
}
