import ArgumentParser
import Explorer
import GraphAnalysis
import GraphDrawing
import Wording

/// What of the graph is drawn, and how.
struct PictureChoice: ParsableArguments {
    @OptionGroup var graph: GraphChoice

    @Flag(help: .said("Place letters in columns by date, the oldest on the left.")) var byDate = false

    @Option(
        help: .said(
            "Graphviz's layout engine: \(LayoutEngine.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "engine"))
    var engine: LayoutEngine?

    @Option(
        help: .said(
            "At most this many nodes, the most shared first (default: as many as can be read, 90 at most).",
            valueName: "n"))
    var limit: Int?

    @Option(help: .said("A title, above what the picture says of itself.", valueName: "text"))
    var title: String?

    @Option(help: .said("light, or dark.", valueName: "theme"))
    var theme = PictureOptions.Scheme.light

    func validate() throws {
        if byDate, graph.level == .answers {
            throw ValidationError.said("--by-date cannot be combined with --level answers.")
        }
        if byDate, graph.project == .sources {
            throw ValidationError.said("--by-date cannot be combined with --project sources: sources have no date.")
        }
        if byDate, let engine, engine != .dot { throw ValidationError.said("--by-date needs --engine dot.") }
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
    }

    /// The picture that is asked for, out of a part of the graph.
    func request(_ options: SelectionOptions) -> PictureRequest {
        var request = graph.request(options)
        (request.limit, request.isByDate) = (limit, byDate)
        (request.engine, request.scheme, request.title) = (engine, theme, title)
        return request
    }
}

extension PictureOptions.Scheme: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
