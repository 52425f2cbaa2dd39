import Foundation
import Wording

/// A file that is written as its content comes, and stands in its place when it is whole: until then, and where the writing fails,
/// what was there stays.
final class WrittenFile {
    private let path: String
    /// What is written to; the file itself where that is a device or a pipe.
    private let draft: String
    private var handle: Int32
    /// Takes the draft away where a signal ends the program.
    private let watch: SignalWatch?

    /// - Throws: `CommandFailure` when it cannot be made.
    init(_ path: String) throws(CommandFailure) {
        self.path = path
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        let isFile = type == nil || type == .typeRegular
        let draft = isFile ? "\(path).\(getpid()).part" : path
        self.draft = draft
        watch =
            !isFile
            ? nil
            : SignalWatch { number in
                unlink(draft)
                _exit(128 + number)
            }
        handle = open(draft, O_WRONLY | O_CREAT | (isFile ? O_EXCL : 0), 0o666)
        if handle < 0 { throw Self.failure(path, errno) }
    }

    /// - Throws: `CommandFailure`: the disk is full.
    func write(_ bytes: [UInt8]) throws {
        guard let fault = StandardStream.write(bytes, to: handle) else { return }
        if fault == EPIPE { StandardStream.endQuietly() }
        throw Self.failure(path, fault)
    }

    /// Puts it in its place, and says so.
    func finish() throws {
        let isClosed = close(handle) == 0
        handle = -1
        guard isClosed, draft == path || rename(draft, path) == 0 else { throw Self.failure(path, errno) }
        Messages.say("wrote \(path)")
    }

    deinit {
        guard handle >= 0 else { return }
        close(handle)
        if draft != path { unlink(draft) }
    }

    private static func failure(_ path: String, _ fault: Int32) -> CommandFailure {
        .unanswerable("\(path) cannot be written: \(Phrase.english(String(cString: strerror(fault))))")
    }
}
