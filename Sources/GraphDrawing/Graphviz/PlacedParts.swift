import CGraphviz

/// A legend and a credit laid out by themselves, to be set beside a picture. In the picture `dot` would put the legend
/// where it has room for a column, and springs would scatter its rows; so it is moved into a corner that is empty, or
/// beside the rest where none is, the credit is set at the foot, and all of it is drawn where it stands.
struct PlacedParts {
    private typealias Attributes = [(name: String, value: String)]
    private typealias Node = (name: String, attributes: Attributes)

    /// The distance to the picture, in points.
    private static let gap = 24.0
    private static let gapAboveCredit = 8.0
    /// A picture so many times as wide as it is tall has a legend below it rather than beside it.
    private static let wide = 1.5

    /// What makes it a box.
    private static let name = "cluster_legend"

    private var legend: (box: Attributes, rows: [Node])?
    private var credit: Node?

    /// - Parameter graph: one that is laid out and has its places as attributes.
    init(_ graph: UnsafeMutablePointer<Agraph_t>) {
        if let box = agfstsubg(graph) {
            legend = (Self.attributes(of: box, in: graph, ofNodes: false), Self.nodes(of: box, in: graph))
        }
        credit = Self.nodes(of: graph, in: graph).first { $0.name == DrawnGraph.credit }
    }

    /// Adds them to a graph that has its places as attributes.
    func add(to graph: UnsafeMutablePointer<Agraph_t>) {
        guard var whole = Area(corners: cgv_attribute(graph, "bb")) else { return }
        var taken = TakenPlaces(graph)
        TieLabels(graph).place(&taken)
        addLegend(to: graph, taken, &whole)
        addCredit(to: graph, &whole)
        cgv_declare_attribute(graph, "bb", "\(whole.left),\(whole.low),\(whole.right),\(whole.high)")
        // The title stands in the middle of what is wider now.
        let title = Self.numbers(cgv_attribute(graph, "lp"))
        if title.count == 2 { cgv_declare_attribute(graph, "lp", "\((whole.left + whole.right) / 2),\(title[1])") }
    }

    /// In an empty corner; else below a wide picture, or left of everything and at its foot.
    private func addLegend(to graph: UnsafeMutablePointer<Agraph_t>, _ taken: TakenPlaces, _ whole: inout Area) {
        guard let legend, let own = legend.box.first(where: { $0.name == "bb" }).flatMap({ Area(corners: $0.value) })
        else { return }
        let isWide = whole.width > Self.wide * whole.height
        // Beside the rest a tall one reaches below it rather than up to the title.
        let (left, low) =
            taken.emptyCorner(own.width, own.height).map { ($0.left, $0.low) }
            ?? (isWide
                ? (whole.left, whole.low - Self.gap - own.height)
                : (whole.left - Self.gap - own.width, min(whole.low, taken.high - own.height)))
        let (right, up) = (left - own.left, low - own.low)
        let box = cgv_subgraph(graph, Self.name)
        Self.set(legend.box, of: box, right, up)
        for (name, attributes) in legend.rows { Self.set(attributes, of: cgv_node(box, name), right, up) }
        whole = whole.union(Area(left: left, low: low, right: left + own.width, high: low + own.height))
    }

    /// Below everything, at the left.
    private func addCredit(to graph: UnsafeMutablePointer<Agraph_t>, _ whole: inout Area) {
        guard let (name, attributes) = credit else { return }
        func number(_ name: String) -> [Double] {
            attributes.first { $0.name == name }.map { Self.numbers($0.value) } ?? []
        }
        guard let width = number("width").first.map({ $0 * 72 }), let height = number("height").first.map({ $0 * 72 }),
            case let place = number("pos"), place.count == 2
        else { return }
        let high = whole.low - Self.gapAboveCredit
        let area = Area(left: whole.left, low: high - height, right: whole.left + width, high: high)
        Self.set(
            attributes, of: cgv_node(graph, name), area.left + width / 2 - place[0], area.low + height / 2 - place[1])
        whole = whole.union(area)
    }

    /// Keeps each node of a graph as large as it was drawn, whatever its label takes: the tiles of `patchwork`.
    static func keepSizes(of graph: UnsafeMutablePointer<Agraph_t>) {
        var next = agfstnode(graph)
        while let node = next {
            cgv_declare_attribute(node, "fixedsize", "shape")
            next = agnxtnode(graph, node)
        }
    }
}

extension PlacedParts {
    private static func nodes(
        of part: UnsafeMutablePointer<Agraph_t>, in graph: UnsafeMutablePointer<Agraph_t>
    ) -> [Node] {
        var nodes: [Node] = []
        var next = agfstnode(part)
        while let node = next {
            if let name = agnameof(node) {
                nodes.append((String(cString: name), attributes(of: node, in: graph, ofNodes: true)))
            }
            next = agnxtnode(part, node)
        }
        return nodes
    }

    private static func attributes(
        of object: UnsafeMutableRawPointer, in graph: UnsafeMutablePointer<Agraph_t>, ofNodes: Bool
    ) -> Attributes {
        var found: Attributes = []
        var next = cgv_next_attribute(graph, ofNodes ? 1 : 0, nil)
        while let attribute = next {
            if let name = attribute.pointee.name, let value = cgv_attribute(object, name) {
                found.append((String(cString: name), String(cString: value)))
            }
            next = cgv_next_attribute(graph, ofNodes ? 1 : 0, attribute)
        }
        return found
    }

    private static func set(
        _ attributes: Attributes, of object: UnsafeMutableRawPointer?, _ right: Double, _ up: Double
    ) {
        guard let object else { return }
        for (name, value) in attributes {
            let isPlace = ["pos", "lp", "bb"].contains(name)
            let moved = numbers(value).enumerated().map { "\($1 + ($0.isMultiple(of: 2) ? right : up))" }
            cgv_declare_attribute(object, name, isPlace ? moved.joined(separator: ",") : value)
        }
    }

    /// `797.15,489.51`
    static func numbers(_ text: String) -> [Double] {
        text.utf8.split(separator: UInt8(ascii: ",")).compactMap { Double(Substring($0)) }
    }

    static func numbers(_ text: UnsafePointer<CChar>?) -> [Double] {
        text.map { numbers(String(cString: $0)) } ?? []
    }
}
