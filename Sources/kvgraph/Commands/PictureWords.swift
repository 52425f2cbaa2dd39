import GraphAnalysis
import GraphDrawing

/// What is said of a picture: its title, and what was left out of it.
struct PictureWords {
    private let what: String
    let place: String
    private let side: Projection.Side?
    private var parts: [String]

    init(_ choice: PictureChoice, _ selection: SelectionOptions) {
        what = selection.sources == .dossiers ? "Dossiers and other sources" : "Sources"
        place =
            switch selection.units {
            case .answers: "the answers"
            case .questions: "the questions"
            case .all: "all parts"
            }
        side = choice.project
        parts = selection.letters.words + (selection.kind.map { ["kind \($0)"] } ?? [])
    }

    mutating func add(_ part: String) { parts.append(part) }

    /// `Sources cited in the answers of 5 letters, ministry BZK`
    func title(_ graph: CitationGraph, _ projection: Projection?) -> String {
        let rest = parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))"
        switch (side, projection) {
        case (.letters, let projection?):
            let letters = counted(projection.nodes.count, "letter")
            return
                "\(letters) joined by the sources that \(place) share\(rest)\nthe thicker a line, the more they share"
        case (.sources, let projection?):
            let letters = counted(Self.citing(graph), "letter")
            return
                "\(counted(projection.nodes.count, "source")) joined by the letters that cite both in \(place), from \(letters)\(rest)\nthe thicker a line, the more letters"
        default: return "\(what) cited in \(place) of \(counted(Self.citing(graph), "letter"))\(rest)"
        }
    }

    private static func citing(_ graph: CitationGraph) -> Int {
        Set(graph.edges.map { graph.units[$0.unit].letter }).count
    }

    func notes(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> [String] {
        let advice = "--limit, --min-letters and --around choose others"
        if let projection {
            if projection.ties.isEmpty {
                return ["no two \(projection.side.rawValue) have anything in common: the picture is empty"]
            }
            let left = projection.candidates - projection.nodes.count
            return left > 0
                ? [
                    "drew \(projection.nodes.count) of \(projection.candidates) \(projection.side.rawValue), the strongest ties first: \(advice)"
                ] : []
        }
        if drawn.edges.isEmpty { return ["nothing is cited here: the picture is empty"] }
        var parts: [String] = []
        let sources = wanted.sources.count
        if sources > drawn.sources.count {
            parts.append("the \(drawn.sources.count) most shared of \(sources) sources")
        }
        let (letters, citing) = (Self.citing(drawn), Self.citing(wanted))
        if citing > letters { parts.append("\(letters) of \(counted(citing, "letter")) that cite") }
        return parts.isEmpty ? [] : ["drew \(parts.joined(separator: ", and ")): \(advice)"]
    }

    static func description(_ graph: CitationGraph, _ projection: Projection?) -> String {
        if let projection {
            return
                "\(projection.nodes.count) \(projection.side.rawValue) and \(counted(projection.ties.count, "tie")) between them."
        }
        let citations = graph.edges.reduce(0) { $0 + $1.citations }
        return
            "\(counted(citing(graph), "letter")), \(counted(graph.sources.count, "source")), \(counted(citations, "citation")). An arrow leads from a letter to a source that it cites."
    }
}
