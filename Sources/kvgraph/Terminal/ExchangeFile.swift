import GraphExchange

/// A file in a format of `GraphExchange`, or stdout.
enum ExchangeFile {
    /// - Parameters:
    ///   - name: the file; nil or `-` for stdout.
    ///   - body: writes what is to stand in it.
    /// - Throws: `CommandFailure` when it cannot be written, or what the body throws.
    static func write(_ name: String?, _ body: (ExchangeOutput) throws -> Void) throws {
        guard let name, name != "-" else {
            let stdout = Output()
            let output = ExchangeOutput { stdout.write($0) }
            try body(output)
            try output.flush()
            return stdout.flush()
        }
        let file = try WrittenFile(name)
        let output = ExchangeOutput { try file.write($0) }
        try body(output)
        try output.flush()
        try file.finish()
    }
}
