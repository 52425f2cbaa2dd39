import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What is said of a picture: its title, and what was left out of it.
struct PictureCaption {
    private let what: Phrase
    private let place: Phrase
    private let side: Projection.Side?
    private var parts: [Phrase]
    private let asked: String?
    /// How many letters cite each source at least, where that was chosen: two or more.
    private let minimum: Int?

    init(_ request: PictureRequest) {
        what = request.selection.level == .dossiers ? "Dossiers and other sources" : "Sources"
        place =
            switch request.selection.units {
            case .answers: "the answers"
            case .questions: "the questions"
            case .all: "all parts"
            }
        (side, parts) = (request.side, request.query.words)
        minimum = request.minLetters.flatMap { $0 > 1 ? $0 : nil }
        asked = request.title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    mutating func add(_ part: Phrase) { parts.append(part) }

    /// `Sources cited in the answers of 5 letters, ministry BZK`, below the title that was asked for.
    /// - Parameters:
    ///   - wanted: of what it is a part, which is said where it is one.
    ///   - isOfAll: whether a page chooses among what is drawn, and says of how many letters and of which part.
    func title(
        _ graph: CitationGraph, _ projection: Projection?, of wanted: CitationGraph? = nil, isOfAll: Bool = false
    ) -> Phrase {
        var contents = contents(graph, projection, isOfAll)
        if let share = wanted.flatMap({ Self.share($0, graph, projection) }) { contents = "\(contents)\n\(share)" }
        return asked.map { "\($0)\n\(contents)" } ?? contents
    }

    private func contents(_ graph: CitationGraph, _ projection: Projection?, _ isOfAll: Bool) -> Phrase {
        let rest: Phrase = parts.isEmpty ? "" : ", \(parts.joined(separator: ", "))"
        switch (side, projection) {
        case (.letters, let projection?):
            let letters = Wording.counted(projection.nodes.count, "letter")
            return
                "\(letters) joined by the sources that \(place) share\(rest)\nthe thicker a line, the more they share"
        case (.sources, let projection?):
            let letters = Wording.counted(Self.citing(graph), "letter")
            if let minimum {
                return
                    "\(Wording.counted(projection.nodes.count, "source")) that \(minimum) letters or more cite, from \(letters)\(rest)\njoined by the letters that cite both in \(place): the thicker a line, the more letters"
            }
            return
                "\(Wording.counted(projection.nodes.count, "source")) joined by the letters that cite both in \(place), from \(letters)\(rest)\nthe thicker a line, the more letters"
        default:
            let letters = Wording.counted(Self.citing(graph), "letter")
            if let minimum {
                let shared: Phrase = "\(what) that \(minimum) letters or more cite"
                return isOfAll ? "\(shared)\(rest)" : "\(shared), in \(place) of \(letters)\(rest)"
            }
            return isOfAll ? "\(what) cited in letters\(rest)" : "\(what) cited in \(place) of \(letters)\(rest)"
        }
    }

    private static func citing(_ graph: CitationGraph) -> Int {
        Set(graph.edges.map { graph.units[$0.unit].letter }).count
    }

    /// What was left out, for who gave the command.
    func notes(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> [Phrase] {
        if let words = Self.emptiness(drawn, projection) { return [words] }
        return Self.share(wanted, drawn, projection).map {
            ["drew \($0): choose others with --limit, --min-letters or --around"]
        } ?? []
    }

    /// The same for who reads a page, and has no command to give.
    func pageNotes(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> [Phrase] {
        if let words = Self.emptiness(drawn, projection) { return [words] }
        return Self.share(wanted, drawn, projection) == nil
            ? [] : ["The picture has room for a part of this: the tables and the search go further."]
    }

    private static func emptiness(_ drawn: CitationGraph, _ projection: Projection?) -> Phrase? {
        if let projection, projection.ties.isEmpty {
            return projection.side == .letters
                ? "no two letters have anything in common: the picture is empty"
                : "no two sources have anything in common: the picture is empty"
        }
        return projection == nil && drawn.edges.isEmpty ? "nothing is cited here: the picture is empty" : nil
    }

    /// How much of all there is was drawn, where it is not everything.
    private static func share(_ wanted: CitationGraph, _ drawn: CitationGraph, _ projection: Projection?) -> Phrase? {
        if let projection {
            let (nodes, all) = (projection.nodes.count, Self.counted(projection.candidates, projection.side))
            return projection.candidates > nodes ? "\(nodes) of \(all), the strongest ties first" : nil
        }
        var parts: [Phrase] = []
        let sources = wanted.sources.count
        if sources > drawn.sources.count {
            parts.append("the \(drawn.sources.count) most shared of \(Wording.counted(sources, "source"))")
        }
        let (letters, citing) = (Self.citing(drawn), Self.citing(wanted))
        if citing > letters { parts.append("\(letters) of \(Wording.counted(citing, "letter")) that cite") }
        return parts.isEmpty ? nil : parts.joined(separator: ", and ")
    }

    /// `kvgraph · 125 letters, as of 2025-06-19`: all letters of the store, and the day of the latest of them.
    static func credit(_ store: StoreExtent) -> Phrase {
        let letters = Wording.counted(store.letters, "letter")
        return store.latest.map { "kvgraph · \(letters), as of \($0)" } ?? "kvgraph · \(letters)"
    }

    static func description(_ graph: CitationGraph, _ projection: Projection?) -> Phrase {
        if let projection {
            let nodes = Self.counted(projection.nodes.count, projection.side)
            return "\(nodes) and \(Wording.counted(projection.ties.count, "tie")) between them."
        }
        let citations = graph.edges.reduce(0) { $0 + $1.citations }
        return
            "\(Wording.counted(citing(graph), "letter")), \(Wording.counted(graph.sources.count, "source")), \(Wording.counted(citations, "citation")). An arrow leads from a letter to a source that it cites."
    }

    private static func counted(_ count: Int, _ side: Projection.Side) -> Phrase {
        side == .letters ? Wording.counted(count, "letter") : Wording.counted(count, "source")
    }
}
