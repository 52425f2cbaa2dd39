import CitationFinding
import GraphStorage
import LetterCollection

/// A failure the user can do something about.
struct CommandFailure: Error {
    /// Done, but some input could not be read; or `--strict` met a warning.
    static let incomplete: Int32 = 1
    /// The question cannot be asked: no store, an unknown id or letter.
    static let unanswerable: Int32 = 2
    /// A fault of our own.
    static let ownFault: Int32 = 70

    let status: Int32
    /// Empty where nothing is to be said.
    let message: String

    static func unanswerable(_ message: String) -> CommandFailure {
        CommandFailure(status: unanswerable, message: message)
    }

    init(status: Int32, message: String) { (self.status, self.message) = (status, message) }

    /// What the user can do something about, of all that libraries throw; nil for a fault of our own.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case is Interruption: self.init(status: Interruption.status, message: "")
        case is GraphStore.Failure, is MergeFailure, is UserFiles.Fault:
            self.init(status: Self.unanswerable, message: "\(error)")
        case let fault as FileFault: self.init(status: Self.unanswerable, message: "-: \(fault)")
        default: return nil
        }
    }
}
