import Foundation

/// A run of a command under valgrind's callgrind: instructions, which are the same on a busy machine as on a quiet one.
struct Callgrind {
    /// Of the whole run.
    private(set) var total = 0
    /// Of a function with all that it calls, by its name as Swift writes it; one that calls itself counts more than once.
    private(set) var within: [String: Int] = [:]
    /// Of a function alone.
    private(set) var alone: [String: Int] = [:]

    /// - Throws: `Tool.Failure` when valgrind or binutils are missing, or when the command fails under it.
    init(_ bench: Bench, _ arguments: [String]) throws {
        let program = "\(Bench.folder)/kvgraph-stripped"
        // callgrind takes names from the symbols; the lines of Swift's debug information it does not read.
        _ = try Tool.run(try bench.program("objcopy"), ["--strip-debug", bench.kvgraph, program])
        let profile = "\(Bench.folder)/callgrind.out"
        _ = try Run.once(
            try bench.program("valgrind"),
            ["--tool=callgrind", "--callgrind-out-file=\(profile)", program] + arguments,
            output: "\(Bench.folder)/cited.jsonl")
        read(try String(contentsOfFile: profile, encoding: .utf8))
        try demangle()
    }

    /// The format is that of valgrind's manual: `fn=(7) name` the first time, `fn=(7)` from then on; `calls=` says that the
    /// cost on the next line is the called function's.
    private mutating func read(_ profile: String) {
        var names: [Substring: String] = [:]
        func name(_ text: Substring) -> String {
            guard text.first == "(", let end = text.firstIndex(of: ")") else { return String(text) }
            let (key, rest) = (text[...end], text[text.index(after: end)...].drop { $0 == " " })
            if !rest.isEmpty { names[key] = String(rest) }
            return names[key] ?? ""
        }
        var (function, called, isCall) = ("", "", false)
        for line in profile.split(separator: "\n") {
            if line.hasPrefix("fn=") {
                function = name(line.dropFirst(3))
            } else if line.hasPrefix("cfn=") {
                called = name(line.dropFirst(4))
            } else if line.hasPrefix("calls=") {
                isCall = true
            } else if let first = line.utf8.first,
                (48...57).contains(first) || first == 43 || first == 45 || first == 42
            {
                let words = line.split(separator: " ")
                guard words.count > 1, let cost = Int(words[1]) else { continue }
                if isCall {
                    within[called, default: 0] += cost
                } else {
                    alone[function, default: 0] += cost
                    total += cost
                }
                isCall = false
            }
        }
    }

    private mutating func demangle() throws {
        let mangled = Set(within.keys).union(alone.keys).sorted()
        let list = "\(Bench.folder)/functions.txt"
        let plain = "\(Bench.folder)/functions.plain.txt"
        try Data(mangled.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: list))
        _ = try Run.once("/usr/bin/env", ["swift", "demangle", "--simplified"], input: list, output: plain)
        let names = try String(contentsOfFile: plain, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let named = Dictionary(zip(mangled, names.map(String.init)), uniquingKeysWith: { first, _ in first })
        within = Dictionary(within.map { (named[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: +)
        alone = Dictionary(alone.map { (named[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: +)
    }

    /// Instructions within the function of this name, also where the compiler made one of its own for some types.
    func within(_ name: String) -> Int {
        within.reduce(0) { $0 + ($1.key == name || $1.key == "specialized " + name ? $1.value : 0) }
    }

    /// Instructions of the functions of these names alone.
    func alone(_ names: [String]) -> Int { names.reduce(0) { $0 + (alone[$1] ?? 0) } }
}
