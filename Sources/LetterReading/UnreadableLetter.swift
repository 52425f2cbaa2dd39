/// Why a file cannot be read as a letter at all. What can be read with a doubt is a `Diagnostic` instead.
public enum UnreadableLetter: Error, Equatable, CustomStringConvertible {
    case empty
    case binary
    case otherFormat(String)
    case tooLong(Int)
    /// A PDF with more pages than this.
    case tooManyPages(Int)
    /// Of a known format, but broken: why.
    case damaged(String)
    /// It opens with a password only.
    case locked
    /// Pages that are pictures, without a text layer.
    case scanned
    /// Pages whose text layer says something else than what they show.
    case garbled
    /// The program that reads this format is not there: its name, and the package that has it.
    case lacks(program: String, package: String)

    /// What is wrong and what to do about it, to follow the file's name.
    public var description: String {
        switch self {
        case .empty: "the file is empty: there is nothing to read"
        case .binary:
            "this is not text, and of no format kvgraph knows (\(InputFormat.names)): save it as one of them first"
        case .otherFormat(let name):
            "this is \(name): kvgraph reads \(InputFormat.names); save it as one of them first"
        case .tooManyPages(let most):
            "it has over \(most) pages, more than any letter: give each letter a file of its own"
        case .damaged(let reason): "the file is damaged: \(reason); fetch or save it again"
        case .locked: "the file is locked with a password: save it without one"
        case .scanned: "no text in it: a scan? Run it through text recognition (OCR) first"
        case .garbled:
            "its text layer is garbled: no Dutch or English words in it. Run text recognition (OCR) on it again, or get "
                + "the letter in another format"
        case .lacks(let program, let package):
            "the program \(program) is needed to read this: install the package \(package)"
        case .tooLong(let bytes):
            "\(bytes >> 20) MB is more than any letter (the limit is \(TextDecoding.longestLetter >> 20) MB): "
                + "give each letter a file of its own"
        }
    }
}
