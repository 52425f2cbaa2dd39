import CGraphviz

/// What two nodes share, written beside the line that joins them where there is room: where it covers no node, box or
/// line, and reaches out of nothing. Elsewhere it is in the tooltip alone. The words stand in the attribute `shared`.
struct TieLabels {
    /// Of more ties than this, words beside lines are noise.
    private static let most = 60
    private static let size = Theme.tieSize
    /// Where along its line a label may stand.
    private static let stretches = [0.5, 0.38, 0.62, 0.28, 0.72]

    private struct Tie {
        let edge: UnsafeMutablePointer<Agedge_t>
        let words: String
        let curve: Curve
    }

    private let ties: [Tie]
    private let whole: Area?

    /// - Parameter graph: one that has its places as attributes.
    init(_ graph: UnsafeMutablePointer<Agraph_t>) {
        whole = Area(corners: cgv_attribute(graph, "bb"))
        var ties: [Tie] = []
        var node = agfstnode(graph)
        while let next = node {
            var edge = agfstout(graph, next)
            while let arrow = edge {
                if let words = cgv_attribute(arrow, "shared"), words.pointee != 0,
                    let curve = Curve(cgv_attribute(arrow, "pos"))
                {
                    ties.append(Tie(edge: arrow, words: String(cString: words), curve: curve))
                }
                edge = agnxtout(graph, arrow)
            }
            node = agnxtnode(graph, next)
        }
        self.ties = ties
    }

    /// - Parameter taken: what is taken already; with the labels when it is done.
    /// - Complexity: the square of the number of ties, of which there are few.
    func place(_ taken: inout TakenPlaces) {
        guard let whole, ties.count <= Self.most else { return }
        let lines = ties.flatMap { $0.curve.samples }
        for tie in ties {
            let places = Self.stretches.lazy.flatMap { Self.places(of: tie.words, beside: tie.curve, at: $0) }
            let free = places.first { place in
                whole.contains(place) && !taken.holdsShape(place.widened(3))
                    && !lines.contains { place.contains($0, $1) }
            }
            guard let free else { continue }
            taken.add(free)
            cgv_declare_attribute(tie.edge, "label", tie.words)
            cgv_declare_attribute(tie.edge, "lp", "\((free.left + free.right) / 2),\((free.low + free.high) / 2)")
        }
    }

    /// Above and below a point of a line, so that the line does not cross it.
    private static func places(of words: String, beside curve: Curve, at stretch: Double) -> [Area] {
        // As DOT has them: the two signs `\\n` between lines.
        let lines = words.split(separator: #"\n"#)
        let width = (lines.map { $0.count }.max().map(Double.init) ?? 0) * size * 0.56
        let height = Double(lines.count) * size * 1.25
        let (point, slope) = curve.point(stretch)
        // A line that rises to the right has its label to the left above it, or to the right below it.
        let isLevel = abs(slope) * width / 2 < 3
        let shift = isLevel ? 0 : (slope > 0 ? -width / 2 : width / 2)
        return [1.0, -1.0].map { side in
            let centre = (x: point.x + side * shift, y: point.y + side * (height / 2 + 4))
            return Area(
                left: centre.x - width / 2, low: centre.y - height / 2, right: centre.x + width / 2,
                high: centre.y + height / 2)
        }
    }
}

/// A line as Graphviz writes it: `72,18 90,18 110,30 130,30`, three points for each piece behind the first one.
private struct Curve {
    private let points: [(x: Double, y: Double)]
    private var pieces: Int { (points.count - 1) / 3 }

    init?(_ text: UnsafePointer<CChar>?) {
        guard let text else { return nil }
        points = String(cString: text).split(whereSeparator: { " ;".contains($0) }).compactMap { piece in
            let numbers = piece.split(separator: ",").compactMap { Double($0) }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
        guard points.count >= 4 else { return nil }
    }

    /// A point so far (0 to 1) along the line, and how steep it is there.
    func point(_ stretch: Double) -> (point: (x: Double, y: Double), slope: Double) {
        let place = min(max(stretch, 0), 1) * Double(pieces)
        let piece = min(Int(place), pieces - 1)
        let (t, p) = (place - Double(piece), points[(3 * piece)...])
        let s = p.startIndex
        func mix(_ weights: [Double]) -> (x: Double, y: Double) {
            weights.enumerated().reduce((x: 0, y: 0)) {
                ($0.x + $1.element * p[s + $1.offset].x, $0.y + $1.element * p[s + $1.offset].y)
            }
        }
        let u = 1 - t
        let at = mix([u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t])
        let way = mix([-u * u, u * u - 2 * u * t, 2 * u * t - t * t, t * t])
        return (at, abs(way.x) < 0.001 ? 1000 : way.y / way.x)
    }

    var samples: [(Double, Double)] {
        (0...24 * pieces).map { step in
            let (place, _) = point(Double(step) / Double(24 * pieces))
            return (place.x, place.y)
        }
    }
}
