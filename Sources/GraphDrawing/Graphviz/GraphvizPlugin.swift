import CGraphviz

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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
