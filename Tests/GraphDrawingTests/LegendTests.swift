import Foundation
import GraphAnalysis
import Testing

@testable import GraphDrawing

extension Drawing {
    /// Where the legend stands when springs lay out the rest.
    @Suite struct LegendTests {
        /// Some pairs of letters with a paper each, so that there are parts that nothing joins.
        private let graph = CitationGraph(
            letters: (0..<12).map { .init(name: "\($0)", label: "letter \($0)") },
            units: (0..<12).map { .init(letter: $0, name: "A1") },
            sources: (0..<6).map {
                .init(id: "\($0)", kind: Theme.kinds[$0].kind, label: "source \($0)", title: "\\N <b>\"{|}")
            },
            edges: (0..<12).map { .init(unit: $0, source: $0 / 2) })

        @Test(arguments: [LayoutEngine.sfdp, .neato, .fdp, .circo, .twopi, .osage, .dot])
        func itsRowsStandInOneBoxAlone(_ engine: LayoutEngine) throws {
            var options = PictureOptions(title: "T")
            options.hasBoxes = engine.hasBoxes
            let drawn = DOTWriter.drawing(graph, options)
            #expect(drawn.dot.contains("subgraph cluster_legend"))
            let picture = try PictureFile.picture(drawn, as: .svg, engine: engine, description: "")
            let groups = String(decoding: picture.bytes, as: UTF8.self).components(separatedBy: "<g id=")
            let frame = try #require(groups.first { $0.hasPrefix("\"a_legend\"") })
            let box = try #require(Self.extent(frame))
            for group in groups where group.hasPrefix("\"a_k") || group.hasPrefix("\"a_s") || group.hasPrefix("\"a_l") {
                guard group != frame, !group.contains("&#45;"), let extent = Self.extent(group) else { continue }
                if group.hasPrefix("\"a_k") { #expect(box.contains(extent)) } else { #expect(!box.intersects(extent)) }
            }
            #expect(groups.count { $0.hasPrefix("\"a_k") } == 7)
            #expect(picture.warnings.isEmpty)
        }

        /// At the left or right of what is drawn, and at its top or foot; the credit is below it all.
        @Test(arguments: [LayoutEngine.sfdp, .neato, .circo, .dot, .osage, .patchwork])
        func itStandsInACorner(_ engine: LayoutEngine) throws {
            var options = PictureOptions(title: "T")
            (options.hasBoxes, options.credit) = (engine.hasBoxes, "kvgraph · 12 <letters>")
            let drawn = DOTWriter.drawing(graph, options)
            let picture = try PictureFile.picture(drawn, as: .svg, engine: engine, description: "")
            let places = try SVGGeometry(picture.bytes)
            let legend = try #require(places.frames.first { $0.name == "legend" }?.shape)
            let credit = try #require(places.nodes.first { $0.name == "credit" })
            #expect(credit.texts.map(\.text) == ["kvgraph · 12 <letters>"])
            // Of circles and other shapes only what they cover, not the curves of arrows that reach beyond them.
            let rest = places.nodes.filter { $0.name != "credit" && !$0.name.hasPrefix("k") }
                .compactMap(\.shape).reduce(CGRect.null) { $0.union($1) }
            let whole = rest.union(legend)
            #expect(min(legend.minX - whole.minX, whole.maxX - legend.maxX) < 12, "\(legend) \(whole)")
            #expect(min(legend.minY - whole.minY, whole.maxY - legend.maxY) < 12, "\(legend) \(whole)")
            #expect(credit.extent.minY > whole.maxY && credit.extent.minX >= whole.minX - 2)
        }

        /// What the shape of a node or the frame of a box covers.
        private static func extent(_ group: String) -> CGRect? {
            if let round = group.firstMatch(of: /cx="([^"]*)" cy="([^"]*)" rx="([^"]*)" ry="([^"]*)"/) {
                let (x, y) = (Double(round.1) ?? 0, Double(round.2) ?? 0)
                let (width, height) = (Double(round.3) ?? 0, Double(round.4) ?? 0)
                return CGRect(x: x - width, y: y - height, width: 2 * width, height: 2 * height)
            }
            guard let shape = group.firstMatch(of: /(?:points| d)="([^"]*)"/) else { return nil }
            let points = shape.1.matches(of: /(-?[\d.]+),(-?[\d.]+)/).map { (Double($0.1) ?? 0, Double($0.2) ?? 0) }
            let (x, y) = (points.map(\.0), points.map(\.1))
            guard let left = x.min(), let right = x.max(), let top = y.min(), let foot = y.max() else { return nil }
            return CGRect(x: left, y: top, width: right - left, height: foot - top)
        }
    }
}
