import DutchText
import Foundation
import Wording

/// The three files that every process is given. They are written by the system's own call, whose faults are values:
/// Foundation's handle ends the program where a disk is full or nobody holds the other end.
enum StandardStream {
    /// To be called first. A stream that the caller closed stays as good as closed: else the next file that is opened
    /// would be in its place, and messages would be written into a letter. And a write to a pipe that nobody reads is a
    /// fault like others: what only stderr lost must not end the work.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", mode)
        }
    }

    /// - Returns: nil, or what the system says went wrong (`errno`).
    static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // Who gave us the stream may have said that it does not wait.
                var wait = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if count == 0 || errno != EINTR {
                return count == 0 ? EIO : errno
            }
        }
        return nil
    }

    /// Nobody reads the output any more: the program ends as the system would have ended it.
    static func endQuietly() -> Never {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(128 + SIGPIPE)
    }
}

/// Standard output, gathered into large writes. A closed pipe ends the program quietly, as the system does it; a full
/// disk ends it with a message, because nobody should take half a list for the whole.
final class Output {
    private var buffer: [UInt8] = []

    func write(_ text: String) {
        buffer += text.utf8
        if buffer.count > Self.large { flush() }
    }

    /// All there is to say, at once.
    static func put(_ text: String) { send(Array(text.utf8)) }
    static func put(_ bytes: [UInt8]) { send(bytes) }

    /// A line for people to read.
    func show(line: Phrase) { show(line + "\n") }

    /// Text of letters for people to read: nothing in it that a terminal obeys.
    func show(_ text: Phrase) {
        let text = PlainText.clean(text.spoken, keepsLines: true)
        guard let width = Self.width else { return write(text) }
        write(
            text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                WrappedText.lines(String(line), width: width, indent: Self.indent(of: line), isBreaking: false)
            }.joined(separator: "\n"))
    }

    /// Below what stands behind the key: `  answered   2024-05-03`; else a little further in than the line itself.
    private static func indent(of line: Substring) -> Int {
        let own = line.prefix { $0 == " " }.count
        let key = line.dropFirst(own).prefix { $0 != " " }.count
        let gap = line.dropFirst(own + key).prefix { $0 == " " }.count
        return own > 0 && gap > 1 ? own + key + gap : own + 4
    }

    func write(_ bytes: [UInt8]) {
        guard bytes.count < Self.large else {
            flush()
            return Self.send(bytes)
        }
        buffer += bytes
        if buffer.count > Self.large { flush() }
    }

    /// So many bytes are worth a write of their own.
    private static let large = 1 << 16

    func flush() {
        guard !buffer.isEmpty else { return }
        Self.send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    deinit { flush() }

    private static func send(_ bytes: [UInt8]) {
        guard let fault = StandardStream.write(isTerminal ? harmless(bytes) : bytes, to: STDOUT_FILENO) else { return }
        if fault == EPIPE { StandardStream.endQuietly() }
        Messages.say("the output could not be written: \(Phrase.english(String(cString: strerror(fault))))")
        exit(CommandFailure.unanswerable)
    }

    /// Data may hold what a terminal obeys, also as JSON or as the text of a letter: there, blanks stand in its place.
    private static func harmless(_ bytes: [UInt8]) -> [UInt8] {
        guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        return Array(PlainText.clean(text, keepsLines: true).utf8)
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

/// Text that is safe to print: a letter, a file name or an argument may hold anything, and a terminal obeys what it gets.
enum PlainText {
    /// Control characters and signs that turn the direction of what follows become blanks; line ends only where they are
    /// kept.
    static func clean(_ text: String, keepsLines: Bool = false) -> String {
        func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
            !TextTarget.terminal.allows(scalar) && !(keepsLines && scalar == "\n")
        }
        guard mayBeUnsafe(text, keepsLines), text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isUnsafe(scalar) ? " " : scalar) }
        return String(scalars)
    }

    /// Whether a byte stands in it that an unsafe character begins with: few texts hold one.
    private static func mayBeUnsafe(_ text: String, _ keepsLines: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.contains {
                $0 < 0x20 && !(keepsLines && $0 == UInt8(ascii: "\n")) || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8
                    || $0 == 0xE2
            }
        }
    }
}
