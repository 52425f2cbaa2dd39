import ArgumentParser
import Explorer
import GraphAnalysis
import GraphDrawing
import Wording

/// What of the graph is drawn, and how.
struct PictureChoice: ParsableArguments {
    @Option(help: .said("Only what is near this source or letter.", valueName: "id|letter"))
    var around: String?

    @Option(help: .said("How many citations away: 1 who cites it, 2 what else they cite.", valueName: "n"))
    var depth = 2

    @Option(help: .said("Only sources that at least this many letters cite.", valueName: "n"))
    var minLetters: Int?

    @Option(help: .said("Only this letter; can be given several times.", valueName: "letter"))
    var letter: [String] = []

    @Option(help: .said("letters; or answers, with a node for each answer.", valueName: "level"))
    var level = PictureOptions.Level.letters

    @Option(
        help: .said(
            "letters, joined by the sources they share; or sources, joined by the letters that cite both.",
            valueName: "side"))
    var project: Projection.Side?

    @Option(
        help: .said(
            "With --project, how strong a tie is: \(Coupling.Measure.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "measure"))
    var measure = Coupling.Measure.count

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
        if project != nil, level == .answers {
            throw ValidationError.said("--project cannot be combined with --level answers.")
        }
        if byDate, level == .answers {
            throw ValidationError.said("--by-date cannot be combined with --level answers.")
        }
        if byDate, project == .sources {
            throw ValidationError.said("--by-date cannot be combined with --project sources: sources have no date.")
        }
        if byDate, let engine, engine != .dot { throw ValidationError.said("--by-date needs --engine dot.") }
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
        if depth < 0 { throw ValidationError.said("--depth must be at least 0.") }
    }

    /// The picture that is asked for, out of a part of the graph.
    func request(_ options: SelectionOptions) -> PictureRequest {
        var request = PictureRequest(options.selection())
        request.query = options.query
        request.language = Speech.language
        (request.around, request.depth, request.minLetters) = (around, depth, minLetters)
        (request.letters, request.level, request.limit) = (letter, level, limit)
        (request.side, request.measure, request.isByDate) = (project, measure, byDate)
        (request.engine, request.scheme, request.title) = (engine, theme, title)
        return request
    }
}

extension PictureOptions.Level: ExpressibleByArgument {}
extension PictureOptions.Scheme: ExpressibleByArgument {}
extension Projection.Side: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
