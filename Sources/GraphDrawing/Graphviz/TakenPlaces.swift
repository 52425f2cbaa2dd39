import CGraphviz

/// A stretch of a picture, in points from its lower left.
struct Area: Equatable {
    var left: Double
    var low: Double
    var right: Double
    var high: Double

    var width: Double { right - left }
    var height: Double { high - low }

    func overlaps(_ other: Area) -> Bool {
        left < other.right && other.left < right && low < other.high && other.low < high
    }

    func contains(_ other: Area) -> Bool { union(other) == self }
    func contains(_ x: Double, _ y: Double) -> Bool { left < x && x < right && low < y && y < high }

    func union(_ other: Area) -> Area {
        Area(
            left: min(left, other.left), low: min(low, other.low), right: max(right, other.right),
            high: max(high, other.high))
    }

    /// - Parameter margin: how far it reaches out on every side.
    func widened(_ margin: Double) -> Area {
        Area(left: left - margin, low: low - margin, right: right + margin, high: high + margin)
    }
}

extension Area {
    /// `0,0,797.15,489.51`, the lower left corner first; nil for what is not four numbers.
    init?(corners text: String) {
        let corners = PlacedParts.numbers(text)
        guard corners.count == 4 else { return nil }
        self.init(left: corners[0], low: corners[1], right: corners[2], high: corners[3])
    }

    init?(corners text: UnsafePointer<CChar>?) {
        guard let text else { return nil }
        self.init(corners: String(cString: text))
    }
}

/// What is taken in a picture that is laid out: nodes, boxes, arrows and the title.
struct TakenPlaces {
    private let whole: Area
    private let title: Area?
    /// Nodes, boxes and the title.
    private var shapes: [Area] = []
    private var arrows: [Area] = []

    /// What a legend keeps free around it.
    private static let margin = 10.0

    /// - Parameter graph: one that has its places as attributes.
    init(_ graph: UnsafeMutablePointer<Agraph_t>) {
        whole = Area(corners: cgv_attribute(graph, "bb")) ?? Area(left: 0, low: 0, right: 0, high: 0)
        title = Self.around(cgv_attribute(graph, "lp"), cgv_attribute(graph, "lwidth"), cgv_attribute(graph, "lheight"))
        if let title { shapes.append(title) }
        var node = agfstnode(graph)
        while let next = node {
            add(next)
            var edge = agfstout(graph, next)
            while let arrow = edge {
                add(arrow: cgv_attribute(arrow, "pos"))
                edge = agnxtout(graph, arrow)
            }
            node = agnxtnode(graph, next)
        }
        var box = agfstsubg(graph)
        while let next = box {
            if let place = Area(corners: cgv_attribute(next, "bb")) { shapes.append(place) }
            box = agnxtsubg(next)
        }
    }

    /// The upper edge of the picture, or the lower one of the title that stands there.
    var high: Double { min(whole.high, title?.low ?? whole.high) }

    /// Whether a node, a box, the title or a label stands there, arrows apart.
    func holdsShape(_ place: Area) -> Bool { shapes.contains { $0.overlaps(place) } }

    mutating func add(_ label: Area) { shapes.append(label) }

    /// A corner of that size where nothing stands, below the title where one is above; nil where every corner is taken.
    /// - Complexity: linear in the number of nodes and arrows.
    func emptyCorner(_ width: Double, _ height: Double) -> Area? {
        guard width <= whole.right - whole.left, height <= high - whole.low else { return nil }
        let corners = [whole.left, whole.right - width].flatMap { left in
            [whole.low, high - height].map { Area(left: left, low: $0, right: left + width, high: $0 + height) }
        }
        return corners.first { corner in
            let place = corner.widened(Self.margin)
            return !holdsShape(place) && !arrows.contains { $0.overlaps(place) }
        }
    }

    private mutating func add(_ node: UnsafeMutablePointer<Agnode_t>) {
        let place = Self.around(
            cgv_attribute(node, "pos"), cgv_attribute(node, "width"), cgv_attribute(node, "height"))
        if let place { shapes.append(place) }
    }

    /// `e,180,10 72,18 …`: an arrow's head, and a curve of three points for each piece behind its first one. A curve stays
    /// among its points.
    private mutating func add(arrow: UnsafePointer<CChar>?) {
        guard let arrow else { return }
        let signs = (UInt8(ascii: " "), UInt8(ascii: ";"), UInt8(ascii: ","))
        let pieces = String(cString: arrow).utf8.split { $0 == signs.0 || $0 == signs.1 }
        let points = pieces.compactMap { piece -> Area? in
            let numbers = piece.split(separator: signs.2).compactMap { Double(Substring($0)) }
            guard numbers.count == 2 else { return nil }
            return Area(left: numbers[0], low: numbers[1], right: numbers[0] + 1, high: numbers[1] + 1)
        }
        for start in stride(from: 0, to: points.count, by: 3) {
            arrows.append(
                points[start..<min(start + 4, points.count)].reduce(points[start]) { $0.union($1) })
        }
    }

    /// - Parameters:
    ///   - centre: `180,10`, in points.
    ///   - width: in inches, as is the height.
    private static func around(
        _ centre: UnsafePointer<CChar>?, _ width: UnsafePointer<CChar>?, _ height: UnsafePointer<CChar>?
    ) -> Area? {
        let point = PlacedParts.numbers(centre)
        guard point.count == 2 else { return nil }
        let (width, height) = (
            (PlacedParts.numbers(width).first ?? 0) * 72, (PlacedParts.numbers(height).first ?? 0) * 72
        )
        return Area(
            left: point[0] - width / 2, low: point[1] - height / 2, right: point[0] + width / 2,
            high: point[1] + height / 2)
    }
}
