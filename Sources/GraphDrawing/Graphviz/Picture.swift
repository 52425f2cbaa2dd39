/// A drawn graph: the bytes of a file, and what Graphviz remarked while it drew.
public struct Picture: Sendable, Equatable {
    public var bytes: [UInt8]

    /// Such as `using box for unknown shape nonsense`: the picture is whole, but not quite what was asked for.
    public let warnings: [String]

    public init(bytes: [UInt8], warnings: [String] = []) {
        self.bytes = bytes
        self.warnings = warnings
    }
}

/// What a picture can be written as.
public enum PictureFormat: String, CaseIterable, Sendable {
    /// A drawing for the web, with links and tooltips; the same bytes on every machine that has the same Graphviz.
    case svg
    /// The graph's own text with the places of its nodes and edges filled in.
    case dot
    case png
    /// With links, without tooltips. Cairo writes the time of drawing into it.
    case pdf

    /// Whether fonts have to be drawn: only then is the full context, with pango and cairo, worth its start.
    var needsFonts: Bool { self == .png || self == .pdf }
}

/// A picture as the bytes of a file.
public enum PictureFile {
    /// - Throws: `GraphvizFailure` when Graphviz cannot draw it.
    public static func picture(
        _ graph: DrawnGraph, as format: PictureFormat, engine: LayoutEngine, description: String
    ) throws(GraphvizFailure) -> Picture {
        let picture = try Graphviz.render(
            graph.parts.body, as: format, engine: engine, beside: graph.parts.beside)
        guard format == .svg else { return picture }
        return Picture(
            bytes: AccessibleSVG.bytes(of: picture.bytes, graph, description: description), warnings: picture.warnings)
    }
}

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
