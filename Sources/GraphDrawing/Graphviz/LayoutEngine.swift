import CGraphviz

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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

    /// Whether what stands in a box stays together and out of the way of the rest: springs push it about, if they know of
    /// boxes at all.
    public var hasBoxes: Bool { [.dot, .osage, .patchwork].contains(self) }

    /// The library that has this engine: all but `dot` share one, which draws in GTS, GLib and the C++ runtime.
    var plugin: GraphvizPlugin { self == .dot ? .dotLayout : .neatoLayout }
}

/// A library that Graphviz loads at run time: `libgvplugin_core.so.6`, in the folder `graphviz` beside libgvc.
enum GraphvizPlugin: String {
    /// Writes SVG and DOT.
    case core
    case dotLayout = "dot_layout"
    case neatoLayout = "neato_layout"

    /// The plugin, loaded for as long as the process runs; nil where it is not to be found.
    func load() -> UnsafeMutablePointer<gvplugin_library_t>? {
        for path in paths {
            guard let library = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else { continue }
            guard let symbol = dlsym(library, "gvplugin_\(rawValue)_LTX_library") else { continue }
            return symbol.assumingMemoryBound(to: gvplugin_library_t.self)
        }
        return nil
    }

    /// Where the plugin may lie. Only beside the libgvc that this process runs with, wherever a distribution or a
    /// package manager puts that: a plugin of another installation could be of another version, and crash.
    private var paths: [String] {
        guard let folder = Self.libraryFolder else { return [] }
        let version = cgv_plugin_version()
        return ["so.\(version)", "so", "\(version).dylib", "dylib"].map { ending in
            "\(folder)/graphviz/libgvplugin_\(rawValue).\(ending)"
        }
    }

    /// The folder of libgvc, from the dynamic linker; nil where it does not know, as with a Graphviz linked in statically.
    private static var libraryFolder: String? {
        guard let file = cgv_path_of_libgvc() else { return nil }
        let path = String(cString: file)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
