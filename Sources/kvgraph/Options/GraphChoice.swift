import ArgumentParser
import Explorer
import GraphAnalysis
import GraphDrawing
import Wording

/// What of the graph is drawn or written.
struct GraphChoice: ParsableArguments {
    @Option(help: .said("Only what is near this source or letter.", valueName: "id|letter"))
    var around: String?

    @Option(
        help: .said(
            "With --around, how many citations away: 1 who cites it, 2 what else they cite (default).", valueName: "n"))
    var depth: Int?

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
            "With --project, how strong a tie is: \(Coupling.Measure.allCases.map(\.rawValue).joined(separator: ", ")) (the first by default).",
            valueName: "measure"))
    var measure: Coupling.Measure?

    func validate() throws {
        if project != nil, level == .answers {
            throw ValidationError.said("--project cannot be combined with --level answers.")
        }
        if measure != nil, project == nil { throw ValidationError.said("--measure needs --project.") }
        if depth != nil, around == nil { throw ValidationError.said("--depth needs --around.") }
        if let depth, depth < 1 { throw ValidationError.said("--depth must be at least 1.") }
    }

    /// Whether all is taken that is selected.
    var isEverything: Bool { around == nil && minLetters == nil && letter.isEmpty }

    /// What is asked for, out of a part of the graph.
    func request(_ options: SelectionOptions) -> PictureRequest {
        var request = PictureRequest(options.selection())
        request.query = options.query
        request.language = Speech.language
        (request.around, request.minLetters) = (around, minLetters)
        request.depth = depth ?? request.depth
        (request.letters, request.level) = (letter, level)
        request.side = project
        request.measure = measure ?? request.measure
        return request
    }
}

extension PictureOptions.Level: ExpressibleByArgument {}
extension Projection.Side: ExpressibleByArgument {}
