import Foundation

/// What the command says about its work: all of it goes to stderr, so that stdout holds nothing but data.
enum Messages {
    static func say(_ message: String) { write("kvgraph: \(message)\n") }

    /// A line as it is, without the program's name before it.
    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output, gathered into large writes. A closed pipe ends the program quietly, as the system does it.
final class Output {
    private var buffer: [UInt8] = []

    func write(_ text: String) {
        buffer += text.utf8
        if buffer.count > 1 << 16 { flush() }
    }

    func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count > 1 << 16 { flush() }
    }

    func flush() {
        guard !buffer.isEmpty else { return }
        try? FileHandle.standardOutput.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    deinit { flush() }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// How many columns a table may take: those of the terminal; nil in a pipe, where nothing is cut.
    static var width: Int? {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 {
            return columns
        }
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Colour only on a terminal, and never with NO_COLOR.
    static var hasColour: Bool { isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil }
}
