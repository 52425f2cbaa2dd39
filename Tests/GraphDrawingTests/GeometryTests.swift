import Foundation
import GraphAnalysis
import Support
import Testing

@testable import GraphDrawing

extension Drawing {
    /// No box stands over another's words, in any mode: what is drawn of random graphs is read back as shapes and lines of
    /// text. Another seed with GEOMETRY_SEED.
    @Suite struct GeometryTests {
        private static let seed = ProcessInfo.processInfo.environment["GEOMETRY_SEED"].flatMap { UInt64($0) } ?? 14
        private static let rounds = 25

        @Test(arguments: Mode.all) func nothingStandsOverWords(_ mode: Mode) throws {
            for round in 0..<Self.rounds {
                let seed = Self.seed &* 1000 &+ UInt64(round)
                var generator = SeededGenerator(seed)
                let drawn = mode.drawing(
                    RandomPicture.graph(&generator), titled: "Sources cited in the answers of letters")
                let svg = try PictureFile.picture(drawn, as: .svg, engine: mode.engine, description: "")
                for fault in Self.faults(try SVGGeometry(svg.bytes), boxes: drawn.boxes) {
                    Issue.record("\(mode), seed \(seed): \(fault)")
                }
            }
        }

        /// What stands over what, in words.
        static func faults(_ picture: SVGGeometry, boxes: [String: String]) -> [String] {
            var faults: [String] = []
            let (nodes, frames) = (picture.nodes, picture.frames)
            let rowsOfLegend = { (name: String) in name.hasPrefix("k") }
            for (index, node) in nodes.enumerated() {
                let place = node.extent.insetBy(dx: 1, dy: 1)
                for other in nodes[(index + 1)...] where place.intersects(other.extent.insetBy(dx: 1, dy: 1)) {
                    faults.append("\(node.name) \(node.texts.map(\.text)) on \(other.name) \(other.texts.map(\.text))")
                }
                for frame in frames {
                    let isInside =
                        boxes[node.name] == frame.name || frame.name == "legend" && rowsOfLegend(node.name)
                    let taken = isInside ? frame.texts.map(\.place) : [frame.extent]
                    for other in taken where place.intersects(other.insetBy(dx: 1, dy: 1)) {
                        faults.append("\(node.name) \(node.texts.map(\.text)) on the box \(frame.name)")
                    }
                    if isInside, let shape = frame.shape, !shape.insetBy(dx: -2, dy: -2).contains(node.extent) {
                        faults.append("\(node.name) \(node.texts.map(\.text)) reaches out of its box \(frame.name)")
                    }
                }
            }
            for (index, frame) in frames.enumerated() {
                for other in frames[(index + 1)...]
                where frame.extent.insetBy(dx: 1, dy: 1).intersects(other.extent.insetBy(dx: 1, dy: 1)) {
                    faults.append("the box \(frame.name) on the box \(other.name)")
                }
            }
            let labels = picture.groups.filter { $0.kind == .edge }.flatMap(\.texts)
            for label in labels {
                let others = (nodes + frames).filter { $0.extent.intersects(label.place.insetBy(dx: 1, dy: 1)) }
                faults += others.map { "\(label.text), beside a line, on \($0.name) \($0.texts.map(\.text))" }
            }
            for title in picture.groups.filter({ $0.kind == .graph }).flatMap(\.texts) {
                for group in nodes + frames where title.place.insetBy(dx: 0, dy: 1).intersects(group.extent) {
                    faults.append("\(group.name) on the title")
                }
            }
            return faults
        }
    }

    /// A way to draw.
    struct Mode: CustomTestStringConvertible, Sendable {
        var engine = LayoutEngine.dot
        var level = PictureOptions.Level.letters
        var side: Projection.Side?
        var isByDate = false

        var testDescription: String {
            [engine.rawValue, side.map { "onto \($0.rawValue)" } ?? level.rawValue, isByDate ? "by date" : ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }

        /// All but circo: Graphviz takes nothing apart that it lays on its circles, and the attribute that would (`mindist`)
        /// crashes version 2.42 where two graphs come to lie at one address.
        static let all =
            PictureOptions.Level.allCases.flatMap { level in
                [Mode(level: level), Mode(level: level, isByDate: true)]
                    + [LayoutEngine.sfdp, .neato, .fdp, .twopi].map { Mode(engine: $0, level: level) }
            }
            + [Projection.Side.letters, .sources].flatMap { side in
                [LayoutEngine.sfdp, .neato, .dot].map { Mode(engine: $0, side: side) }
            } + [Mode(side: .letters, isByDate: true)]

        func drawing(_ graph: CitationGraph, titled title: String) -> DrawnGraph {
            var options = PictureOptions(title: title)
            (options.level, options.isByDate, options.hasBoxes) = (level, isByDate, engine.hasBoxes)
            options.dossiers = Dictionary(
                uniqueKeysWithValues: Set(graph.sources.compactMap(\.parent)).map {
                    ($0, "\($0) — Waterstaat en wegen")
                })
            guard let side else { return DOTWriter.drawing(graph, options) }
            return ProjectionWriter.drawing(graph, Projection(graph, onto: side, by: .count, limit: 100), options)
        }
    }
}

/// A graph as a store may hold it: labels long and short, dossiers with several papers, dates or none.
private enum RandomPicture {
    private static let words = [
        "Waterbode", "dijken", "veer", "Oudeschans", "sluis", "brief", "kade", "i", "Molenaarsgraaf",
    ]

    static func graph(_ generator: inout SeededGenerator) -> CitationGraph {
        func words(_ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &generator)).map { _ in
                Self.words.randomElement(using: &generator) ?? ""
            }
            .joined(separator: " ")
        }
        let letters = Int.random(in: 1...14, using: &generator)
        let sources = Int.random(in: 1...24, using: &generator)
        let drawnLetters = (0..<letters).map { index in
            let hasDate = Int.random(in: 0...4, using: &generator) > 0
            let date = "20\(Int.random(in: 18...26, using: &generator))-0\(Int.random(in: 1...9, using: &generator))-11"
            return CitationGraph.Letter(name: "l\(index)", label: "BZK · \(words(7))", date: hasDate ? date : nil)
        }
        let drawnSources = (0..<sources).map { index -> CitationGraph.Source in
            let kind = Theme.kinds.randomElement(using: &generator)?.kind ?? "url"
            let isPaper = kind == "kamerstuk"
            return CitationGraph.Source(
                id: isPaper ? "kst-3516\(index % 3)-\(index)" : "\(kind)\(index)", kind: kind,
                label: isPaper ? "35 16\(index % 3), nr. \(index)" : words(8), title: isPaper ? words(9) : nil,
                parent: isPaper ? "dossier-3516\(index % 3)" : nil)
        }
        let edges = (0..<Int.random(in: 1...(2 * sources), using: &generator)).map { _ in
            [Int.random(in: 0..<letters, using: &generator), Int.random(in: 0..<sources, using: &generator)]
        }
        return CitationGraph(
            letters: drawnLetters, units: (0..<letters).map { .init(letter: $0, name: "A\($0 + 1)") },
            sources: drawnSources,
            edges: Set(edges).sorted { $0.lexicographicallyPrecedes($1) }.map { .init(unit: $0[0], source: $0[1]) })
    }
}
