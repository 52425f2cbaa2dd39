/// Text cases: an input, a line with a dot alone, and what is expected, one item a line (`-` for nothing); cases stand
/// apart by lines of `=`. Lines that open with `# ` are comments.
public struct TextCase: Sendable, CustomStringConvertible {
    public let input: String
    public let expected: [String]
    public let file: String
    public let line: Int

    public var description: String { "\(file):\(line)" }

    public static func read(_ path: String) throws -> [TextCase] {
        let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var cases: [TextCase] = []
        var input: [String] = []
        var expected: [String]?
        var start = 1
        for (number, line) in lines.enumerated() where !line.hasPrefix("# ") {
            if line.hasPrefix("===") {
                close()
                start = number + 2
            } else if line == "." {
                expected = []
            } else if expected != nil {
                if !line.isEmpty { expected?.append(line) }
            } else {
                input.append(line)
            }
        }
        close()
        func close() {
            if let expected {
                cases.append(
                    TextCase(
                        input: input.joined(separator: "\n"), expected: expected == ["-"] ? [] : expected, file: path,
                        line: start))
            }
            (input, expected) = ([], nil)
        }
        return cases
    }
}
