/// Why a file cannot be read as a letter at all. Anything less is a `Diagnostic`.
public enum UnreadableLetter: Error, Equatable {
    case empty
    case binary
    case otherFormat(String)
    case tooLong(Int)
    /// More lines than this.
    case tooManyLines(Int)
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
    /// A program that helps needs a file of its own for a moment, and the folder for such files takes none: why.
    case noTemporaryFile(folder: String, reason: String)
}
