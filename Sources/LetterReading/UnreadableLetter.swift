/// Why a file cannot be read as a letter at all. What can be read with a doubt is a `Diagnostic` instead.
public enum UnreadableLetter: Error, Equatable, CustomStringConvertible {
    case empty
    case binary
    case otherFormat(String)
    case tooLong(Int)

    /// What is wrong and what to do about it, to follow the file's name.
    public var description: String {
        switch self {
        case .empty: "the file is empty: there is nothing to read"
        case .binary: "this is not text: kvgraph reads letters as .txt and .md; save it as text first"
        case .otherFormat(let name): "this is \(name): kvgraph reads letters as .txt and .md; save it as text first"
        case .tooLong(let bytes):
            "\(bytes >> 20) MB is more than any letter (the limit is \(TextDecoding.longestLetter >> 20) MB): "
                + "give each letter a file of its own"
        }
    }
}
