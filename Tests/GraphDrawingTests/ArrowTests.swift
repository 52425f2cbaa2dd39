import Foundation
import GraphAnalysis
import Testing

@testable import GraphDrawing

extension Drawing {
    /// Where arrows end.
    @Suite struct ArrowTests {
        @Test(
            arguments: Theme.kinds.map(\.kind),
            ["x", "a page of the web", "a name that is so long that it takes two lines"])
        func arrowsEndAtTheOutline(_ kind: String, _ label: String) throws {
            let letters = (0..<9).map { CitationGraph.Letter(name: "\($0)", label: "letter \($0)") }
            let graph = CitationGraph(
                letters: letters, units: letters.indices.map { .init(letter: $0, name: "A1") },
                sources: [.init(id: "s", kind: kind, label: label)],
                edges: letters.indices.map { .init(unit: $0, source: 0) })
            let svg = try Graphviz.render(DOTWriter.dot(graph, PictureOptions(title: "T")), as: .svg, engine: .dot)
            let groups = String(decoding: svg.bytes, as: UTF8.self).components(separatedBy: "<g id=")
            // What has a tooltip is drawn in a group of its own.
            let node = try #require(groups.first { $0.hasPrefix("\"a_s0\"") })
            let outline = Self.lines(of: node)
            for letter in letters.indices {
                let edge = try #require(groups.first { $0.hasPrefix("\"a_l\(letter)&#45;s0\"") })
                let head = try #require(edge.components(separatedBy: "<polygon").last)
                let tip = try #require(Self.points(in: head).max { $0.x < $1.x })
                let gap = outline.map { Self.distance(tip, $0) }.min() ?? .infinity
                #expect(gap < 1.5, "\(kind) “\(label)”: an arrow ends \(gap) points from it")
            }
        }

        private typealias Line = (from: CGPoint, to: CGPoint)

        /// The sides of what is drawn of a node.
        private static func lines(of node: String) -> [Line] {
            let drawn = node.matches(of: /(?:points| d)="([^"]*)"/).map { points(in: String($0.1)) }
            let round = node.matches(of: /cx="([^"]*)" cy="([^"]*)" rx="([^"]*)" ry="([^"]*)"/).map { match in
                let (x, y) = (Double(match.1) ?? 0, Double(match.2) ?? 0)
                let (width, height) = (Double(match.3) ?? 0, Double(match.4) ?? 0)
                return (0...100).map { step in
                    let angle = Double(step) / 50 * Double.pi
                    return CGPoint(x: x + width * cos(angle), y: y + height * sin(angle))
                }
            }
            return (drawn + round).flatMap { zip($0, $0.dropFirst()).map { ($0, $1) } }
        }

        private static func points(in text: String) -> [CGPoint] {
            text.matches(of: /(-?[\d.]+),(-?[\d.]+)/).map { CGPoint(x: Double($0.1) ?? 0, y: Double($0.2) ?? 0) }
        }

        private static func distance(_ point: CGPoint, _ line: Line) -> Double {
            let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y)
            let length = dx * dx + dy * dy
            let along = length == 0 ? 0 : ((point.x - line.from.x) * dx + (point.y - line.from.y) * dy) / length
            let near = min(1, max(0, along))
            return hypot(point.x - line.from.x - near * dx, point.y - line.from.y - near * dy)
        }
    }
}
