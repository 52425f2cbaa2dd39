import Foundation

/// What the command says about its work: all of it goes to stderr, so that stdout holds nothing but data.
enum Messages {
    static func say(_ message: String) { line("kvgraph: \(message)") }

    /// A line without the program's name before it. One message is one line: a file's name may hold a line break.
    static func line(_ text: String) { write(PlainText.clean(text) + "\n") }

    /// Text as it is, for signs that move the cursor.
    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output, gathered into large writes. A closed pipe ends the program quietly, as the system does it; a full
/// disk ends it with a message, because nobody should take half a list for the whole.
final class Output {
    private var buffer: [UInt8] = []

    func write(_ text: String) {
        buffer += text.utf8
        if buffer.count > 1 << 16 { flush() }
    }

    /// Text of letters for people to read: nothing in it that a terminal obeys.
    func show(_ text: String) { write(PlainText.clean(text, keepsLines: true)) }

    func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count > 1 << 16 { flush() }
    }

    func flush() {
        guard !buffer.isEmpty else { return }
        Self.send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    deinit { flush() }

    /// Foundation's file handle says nothing of a full disk, so that the system is asked itself.
    private static func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                Messages.say("the output could not be written: \(String(cString: strerror(errno)))")
                exit(CommandFailure.unanswerable)
            }
            rest = rest.dropFirst(count)
        }
    }

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
}
