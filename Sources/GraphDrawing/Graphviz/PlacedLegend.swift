import CGraphviz

/// A legend laid out by itself, to be set in a corner of a picture. Engines of springs draw no boxes and would scatter its
/// rows among what is drawn; so it is laid out by `dot`, moved into a corner that is empty, or beside the rest where none
/// is, and all of it drawn where it stands.
struct PlacedLegend {
    private typealias Attributes = [(name: String, value: String)]

    /// The distance to the picture, in points.
    private static let gap = 24.0

    /// What makes it a box. Not asked of the graph: dot packs copies of its boxes, and takes their names along.
    private static let name = "cluster_legend"

    private let box: Attributes
    private let nodes: [(name: String, attributes: Attributes)]

    /// - Parameter graph: one that is laid out and has its places as attributes: a box with nodes.
    init?(_ graph: UnsafeMutablePointer<Agraph_t>) {
        guard let legend = agfstsubg(graph) else { return nil }
        box = Self.attributes(of: legend, in: graph, ofNodes: false)
        var nodes: [(String, Attributes)] = []
        var next = agfstnode(legend)
        while let node = next {
            if let name = agnameof(node) {
                nodes.append((String(cString: name), Self.attributes(of: node, in: graph, ofNodes: true)))
            }
            next = agnxtnode(legend, node)
        }
        self.nodes = nodes
    }

    /// Adds it to a graph that has its places as attributes: in an empty corner, or left of everything and at its foot.
    func add(to graph: UnsafeMutablePointer<Agraph_t>) {
        var whole = Self.numbers(cgv_attribute(graph, "bb"))
        guard whole.count == 4, let own = box.first(where: { $0.name == "bb" }).map({ Self.numbers($0.value) }),
            own.count == 4
        else { return }
        let (width, height) = (own[2] - own[0], own[3] - own[1])
        let taken = TakenPlaces(graph)
        // Beside the rest a tall one reaches below it rather than up to the title.
        let beside = (whole[0] - Self.gap - width, min(whole[1], taken.high - height))
        let (left, low) = taken.emptyCorner(width, height).map { ($0.left, $0.low) } ?? beside
        let (right, down) = (left - own[0], low - own[1])
        let legend = cgv_subgraph(graph, Self.name)
        Self.set(box, of: legend, right, down)
        for (name, attributes) in nodes { Self.set(attributes, of: cgv_node(legend, name), right, down) }
        whole[0] = min(whole[0], left)
        whole[1] = min(whole[1], low)
        whole[3] = max(whole[3], low + height)
        cgv_declare_attribute(graph, "bb", whole.map { "\($0)" }.joined(separator: ","))
        // The title stands in the middle of what is wider now.
        let title = Self.numbers(cgv_attribute(graph, "lp"))
        if title.count == 2 { cgv_declare_attribute(graph, "lp", "\((whole[0] + whole[2]) / 2),\(title[1])") }
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
        _ attributes: Attributes, of object: UnsafeMutableRawPointer?, _ right: Double, _ down: Double
    ) {
        guard let object else { return }
        for (name, value) in attributes {
            let isPlace = ["pos", "lp", "bb"].contains(name)
            let moved = numbers(value).enumerated().map { "\($1 + ($0.isMultiple(of: 2) ? right : down))" }
            cgv_declare_attribute(object, name, isPlace ? moved.joined(separator: ",") : value)
        }
    }

    /// `797.15,489.51`
    private static func numbers(_ text: String) -> [Double] { text.split(separator: ",").compactMap { Double($0) } }

    static func numbers(_ text: UnsafePointer<CChar>?) -> [Double] {
        text.map { numbers(String(cString: $0)) } ?? []
    }
}
