import GraphAnalysis
import GraphDrawing

/// What is said of a picture: its title, and what was left out of it.
struct PictureCaption {
    private let what: String
    let place: String
    private let side: Projection.Side?
    private var parts: [String]
    private let asked: String?

    init(_ request: PictureRequest) {
        what = request.selection.level == .dossiers ? "Dossiers and other sources" : "Sources"
        place =
            switch request.selection.units {
            case .answers: "the answers"
            case .questions: "the questions"
            case .all: "all parts"
            }
        (side, parts) = (request.side, request.remarks)
        asked = request.title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    mutating func add(_ part: String) { parts.append(part) }

    /// `Sources cited in the answers of 5 letters, ministry BZK`, below the title that was asked for.
    func title(_ graph: CitationGraph, _ projection: Projection?) -> String {
        [asked, contents(graph, projection)].compactMap(\.self).joined(separator: "\n")
    }

    private func contents(_ graph: CitationGraph, _ projection: Projection?) -> String {
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

    /// What was left out, for who gave the command.
    func notes(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> [String] {
        if let words = Self.emptiness(drawn, projection) { return [words] }
        return Self.share(wanted, drawn, projection).map {
            ["drew \($0): choose others with --limit, --min-letters or --around"]
        } ?? []
    }

    /// The same for who reads a page, and has no command to give.
    func pageNotes(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> [String] {
        if let words = Self.emptiness(drawn, projection) { return [words] }
        return Self.share(wanted, drawn, projection).map {
            ["The picture has room for \($0). The tables and the search go further."]
        } ?? []
    }

    private static func emptiness(_ drawn: CitationGraph, _ projection: Projection?) -> String? {
        if let projection, projection.ties.isEmpty {
            return "no two \(projection.side.rawValue) have anything in common: the picture is empty"
        }
        return projection == nil && drawn.edges.isEmpty ? "nothing is cited here: the picture is empty" : nil
    }

    /// How much of all there is was drawn, where it is not everything.
    private static func share(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> String? {
        if let projection {
            let (nodes, side) = (projection.nodes.count, projection.side.rawValue)
            return projection.candidates > nodes
                ? "\(nodes) of \(projection.candidates) \(side), the strongest ties first" : nil
        }
        var parts: [String] = []
        let sources = wanted.sources.count
        if sources > drawn.sources.count {
            parts.append("the \(drawn.sources.count) most shared of \(sources) sources")
        }
        let (letters, citing) = (Self.citing(drawn), Self.citing(wanted))
        if citing > letters { parts.append("\(letters) of \(counted(citing, "letter")) that cite") }
        return parts.isEmpty ? nil : parts.joined(separator: ", and ")
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
