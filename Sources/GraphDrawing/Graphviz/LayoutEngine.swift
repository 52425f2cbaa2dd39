/// How Graphviz places the nodes. A layout cannot be stopped once it runs, so choose by size: `dot` up to about 1,500
/// edges, `sfdp` above; `circo` took 190 seconds on 1,000.
public enum LayoutEngine: String, CaseIterable, Sendable {
    /// In layers: for what has a direction, such as letters above the sources that they cite.
    case dot
    /// Springs, for up to a few hundred nodes.
    case neato
    /// Springs, by force. Goes by the addresses of nodes in memory: the next picture of the same graph may differ.
    case fdp
    /// Springs on ever coarser graphs: the one for large graphs, with `overlap=prism`.
    case sfdp
    /// In circles.
    case circo
    /// In rings around one node.
    case twopi
    /// Clusters packed as tiles; edges do not count. Never with a node in two clusters: Graphviz 2.42 crashes on it.
    case osage
    /// Clusters as areas of a map; edges are not drawn.
    case patchwork

    /// What draws a graph whose places are known: a layout of Graphviz that lays nothing out.
    static let asPlaced = "nop2"

    /// Whether a box with a legend stays together and out of the way of the rest: springs push its rows about, if they
    /// know of boxes at all.
    public var hasBoxes: Bool { [.dot, .osage, .patchwork].contains(self) }

    /// The library that has this engine: all but `dot` share one, which draws in GTS, GLib and the C++ runtime.
    var plugin: GraphvizPlugin { self == .dot ? .dotLayout : .neatoLayout }
}
