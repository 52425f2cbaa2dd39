/// Why there is no picture: `Graphviz cannot read the graph: syntax error in line 1 near '}'`.
public struct GraphvizFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// How far it came.
    public enum Step: String, Sendable {
        case start
        case read = "read the graph"
        case layOut = "lay out the graph"
        case draw = "draw the graph"
    }

    public let step: Step

    /// What Graphviz said, errors first; never empty.
    public let messages: [String]

    public init(step: Step, messages: [String]) {
        self.step = step
        self.messages = messages.isEmpty ? ["it does not say why"] : messages
    }

    public var description: String {
        "Graphviz cannot \(step.rawValue): " + messages.joined(separator: "; ")
    }
}
