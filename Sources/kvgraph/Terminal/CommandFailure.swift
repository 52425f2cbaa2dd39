import Explorer
import Foundation
import GraphDrawing
import GraphStorage
import LetterCollection
import Wording

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
    let message: Phrase

    static func unanswerable(_ message: Phrase) -> CommandFailure {
        CommandFailure(status: unanswerable, message: message)
    }

    init(status: Int32, message: Phrase) { (self.status, self.message) = (status, message) }

    /// What the user can do something about, of all that libraries throw; nil for a fault of our own.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case is Interruption: self.init(status: Interruption.status, message: "")
        case is GraphStore.Failure, is MergeFailure, is UserFiles.Fault:
            self.init(status: Self.unanswerable, message: .english("\(error)"))
        case let failure as NodeLookup.Failure:
            self.init(status: Self.unanswerable, message: "\(failure)\(Self.advice(failure))")
        case let failure as ExplorerServer.PortFailure:
            self.init(
                status: Self.unanswerable, message: "port \(failure.port) cannot be used: choose another with --port")
        case is GraphvizFailure: self.init(status: Self.ownFault, message: .english("\(error)"))
        case let fault as FileFault: self.init(status: Self.unanswerable, message: "-: \(fault)")
        default: return nil
        }
    }

    /// Where to look, or what to ask, where nothing answers to a name.
    private static func advice(_ failure: NodeLookup.Failure) -> Phrase {
        switch failure {
        case .nothing(_, let near, let series) where near.isEmpty && !series.isEmpty:
            "; the nearest of the known series of reports: \(series.joined(separator: ", "))"
        case .noLetter(_, let near) where near.isEmpty, .nothing(_, let near, _) where near.isEmpty:
            ": kvgraph letters and kvgraph top --kind all list what there is"
        case .notSelected: ": see --in, --kind and --sources"
        default: ""
        }
    }

    /// Ends the program over an error that nobody can catch any more.
    static func end(_ error: any Error) -> Never {
        let failure =
            CommandFailure(error) ?? CommandFailure(status: ownFault, message: "an internal error of kvgraph: \(error)")
        if !failure.message.isEmpty { Messages.say(failure.message) }
        exit(failure.status)
    }
}
