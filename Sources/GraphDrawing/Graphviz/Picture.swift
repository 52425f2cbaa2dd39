/// A drawn graph: the bytes of a file, and what Graphviz remarked while it drew.
public struct Picture: Sendable, Equatable {
    public let bytes: [UInt8]

    /// Such as `using box for unknown shape nonsense`: the picture is whole, but not quite what was asked for.
    public let warnings: [String]

    public init(bytes: [UInt8], warnings: [String] = []) {
        self.bytes = bytes
        self.warnings = warnings
    }
}
