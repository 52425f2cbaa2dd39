import Foundation
import LetterFormats
import LetterReading

/// Why a file cannot be opened, or is not a letter.
public enum FileFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is not there any more, or the folder it lies in is closed.
    case gone
    case forbidden
    /// What the system says went wrong (`errno`).
    case system(Int32)
    /// The archive it lies in has no such entry now.
    case notInArchive
    case damagedArchive
    case lockedEntry
    /// It unpacks to more than any letter.
    case tooLargeEntry
    case noLetter(UnreadableLetter)

    /// The fault behind a call of the system that failed just now.
    static var ofSystem: FileFault {
        switch errno {
        case ENOENT, ENOTDIR: .gone
        case EACCES, EPERM: .forbidden
        default: .system(errno)
        }
    }

    /// What is wrong, to follow the file's name.
    public var description: String {
        switch self {
        case .gone: "it is gone, or you may not read it"
        case .forbidden: "you may not read it: check its permissions"
        case .system(let number): "it could not be read (\(String(cString: strerror(number))))"
        case .notInArchive: "it is no longer in the archive"
        case .damagedArchive: "it cannot be unpacked: the archive is damaged"
        case .lockedEntry: "it is password-protected"
        case .tooLargeEntry: "it unpacks to over \(InputFormat.largestFile >> 20) MB, more than any letter"
        case .noLetter(let reason): reason.description
        }
    }
}
