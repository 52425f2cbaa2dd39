import CGraphviz
import Synchronization

/// The one owner of Graphviz in a process. Graphviz keeps its state in global variables and crashes when two threads use
/// it, even with a context each; so there is one of this, behind a lock, and pictures are drawn one after the other.
package final class Graphviz {
    private static let shared = Mutex(Graphviz())

    /// For SVG: starts in a tenth of the time, and takes the widths of letters from Graphviz' own tables, so that a
    /// picture is the same on every machine. Plugins are added as layouts need them.
    private var plain: OpaquePointer?
    private var pluginsOfPlain: Set<GraphvizPlugin> = []

    /// For PNG and PDF: with fonts, and everything else that is installed. Two of these in a process would crash.
    private var full: OpaquePointer?

    private init() {
        GraphvizMessages.listen()
        StableSubgraphIDs.install()
    }

    /// Draws the first graph in a text of DOT. The same text gives the same SVG, byte by byte, with two exceptions: fdp
    /// goes by the addresses of nodes in memory, and gradients are numbered on from picture to picture. Give the graph a
    /// name, or `%1` shows as its tooltip.
    ///
    /// Blocks until the picture is there, and while another is being drawn.
    /// - Parameter beside: a graph with a legend in its only box, a credit, or both, to be set beside the picture.
    package static func render(
        _ dot: String, as format: PictureFormat, engine: LayoutEngine = .dot, beside: String? = nil
    ) throws(GraphvizFailure) -> Picture {
        guard !dot.utf8.contains(0), beside?.utf8.contains(0) != true else {
            throw GraphvizFailure(step: .read, messages: ["there is a NUL character in it"])
        }
        return try shared.withLock { graphviz throws(GraphvizFailure) in
            try graphviz.draw(dot, as: format, engine: engine, beside)
        }
    }

    private func draw(
        _ dot: String, as format: PictureFormat, engine: LayoutEngine, _ beside: String?
    ) throws(GraphvizFailure) -> Picture {
        var (context, remarks) = try context(for: format, engine: engine, isSetBeside: beside != nil)
        // First, because the numbers of graphs begin anew with each that is read.
        let placed = try beside.flatMap { dot throws(GraphvizFailure) in try self.placed(dot, for: format, &remarks) }
        let graph = try read(dot, &remarks)
        defer { agclose(graph) }
        if format == .pdf { PDFLinks.apply(to: graph) }
        cgv_reset_random_numbers()
        var layout = gvLayout(context, graph, engine.rawValue)
        if layout == 0, let placed {
            attach_attrs(graph)
            gvFreeLayout(context, graph)
            if engine == .patchwork { PlacedParts.keepSizes(of: graph) }
            placed.add(to: graph)
            layout = gvLayout(context, graph, LayoutEngine.asPlaced)
        }
        defer { gvFreeLayout(context, graph) }
        guard layout == 0 else { throw failure(at: .layOut) }
        if format == .png, let remark = BitmapLimit.apply(to: graph) { remarks.append(remark) }
        guard let bytes = bytes(of: graph, as: format, in: context) else { throw failure(at: .draw, remarks) }
        let messages = GraphvizMessages.take()
        guard messages.errors.isEmpty else { throw GraphvizFailure(step: .draw, messages: messages.errors) }
        return Picture(bytes: bytes, warnings: remarks + messages.warnings)
    }

    private func placed(
        _ beside: String, for format: PictureFormat, _ remarks: inout [String]
    ) throws(GraphvizFailure) -> PlacedParts {
        let (context, _) = try context(for: format, engine: .dot)
        let graph = try read(beside, &remarks)
        defer { agclose(graph) }
        guard gvLayout(context, graph, LayoutEngine.dot.rawValue) == 0 else { throw failure(at: .layOut) }
        defer { gvFreeLayout(context, graph) }
        attach_attrs(graph)
        return PlacedParts(graph)
    }

    /// What Graphviz has to say for itself; a warning is better than nothing.
    private func failure(at step: GraphvizFailure.Step, _ remarks: [String] = []) -> GraphvizFailure {
        let messages = GraphvizMessages.take()
        return GraphvizFailure(step: step, messages: messages.errors + messages.warnings + remarks)
    }
}

// MARK: - Contexts

extension Graphviz {
    private func context(
        for format: PictureFormat, engine: LayoutEngine, isSetBeside: Bool = false
    ) throws(GraphvizFailure) -> (OpaquePointer, remarks: [String]) {
        _ = GraphvizMessages.take()
        // What is set beside a picture is drawn by a layout of the library that `dot` is not of.
        let plugins: [GraphvizPlugin] = [.core, engine.plugin] + (isSetBeside ? [.neatoLayout] : [])
        if !format.needsFonts, let plain = plainContext(with: plugins) { return (plain, []) }
        let full = try fullContext()
        let said = GraphvizMessages.take()
        let widths = "Graphviz's plugins were not found: text widths depend on the fonts of this machine"
        return (full, said.errors + said.warnings + (format.needsFonts ? [] : [widths]))
    }

    private func plainContext(with plugins: [GraphvizPlugin]) -> OpaquePointer? {
        plain = plain ?? gvContextPlugins(nil, 0)
        guard let plain else { return nil }
        for plugin in plugins where !pluginsOfPlain.contains(plugin) {
            guard let library = plugin.load() else { return nil }
            gvAddLibrary(plain, library)
            pluginsOfPlain.insert(plugin)
        }
        return plain
    }

    private func fullContext() throws(GraphvizFailure) -> OpaquePointer {
        full = full ?? gvContext()
        guard let full else { throw failure(at: .start) }
        return full
    }
}

// MARK: - One picture

extension Graphviz {
    private func read(
        _ dot: String, _ remarks: inout [String]
    ) throws(GraphvizFailure) -> UnsafeMutablePointer<Agraph_t> {
        StableSubgraphIDs.startAgain()
        let graph = agmemread(dot)
        let messages = GraphvizMessages.take()
        // What stands behind the graph stays in the parser, which would read it as the beginning of the next one.
        while let next = agmemread("") { agclose(next) }
        _ = GraphvizMessages.take()
        guard let graph, messages.errors.isEmpty else {
            if let graph { agclose(graph) }
            let said = messages.errors + messages.warnings
            throw GraphvizFailure(step: .read, messages: said.isEmpty ? ["there is no graph in it"] : said)
        }
        remarks += messages.warnings
        return graph
    }

    private func bytes(
        of graph: UnsafeMutablePointer<Agraph_t>, as format: PictureFormat, in context: OpaquePointer
    ) -> [UInt8]? {
        var start: UnsafeMutablePointer<CChar>?
        var count = 0
        let status = cgv_render(context, graph, format.rawValue, &start, &count)
        guard let start else { return nil }
        defer { gvFreeRenderData(start) }
        guard status == 0, count > 0 else { return nil }
        return start.withMemoryRebound(to: UInt8.self, capacity: count) { start in
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            return format == .svg ? StableSVG.bytes(of: bytes) : bytes
        }
    }
}

/// Keeps a PNG within what a computer can draw. A graph of 1,000 edges can be 13 m tall, and at 96 dots per inch Graphviz
/// would fill 4 GB of memory before it made the picture smaller, telling so on stderr.
enum BitmapLimit {
    /// What cairo and most programs that show pictures can take.
    private static let side = 32_000.0
    /// 256 MB while the picture is drawn.
    private static let area = 64_000_000.0
    private static let usualResolution = 96.0
    /// White around a graph, 4 points on each side.
    private static let margin = 8.0

    /// Lowers the resolution of a graph that is laid out, where it is too large; says so if it did.
    static func apply(to graph: UnsafeMutablePointer<Agraph_t>) -> String? {
        var (width, height) = (0.0, 0.0)
        cgv_extent(graph, &width, &height)
        let asked = cgv_resolution(graph)
        let resolution = asked > 0 ? asked : usualResolution
        width = (width + margin) * resolution / 72
        height = (height + margin) * resolution / 72
        let scale = min(1, side / max(width, height), (area / (width * height)).squareRoot())
        guard scale < 1 else { return nil }
        cgv_set_resolution(graph, resolution * scale)
        return "the picture would be \(pixels(width)) by \(pixels(height)) pixels; "
            + "it is drawn at \(Int((scale * 100).rounded(.up))) % of that"
    }

    private static func pixels(_ length: Double) -> String {
        Int(exactly: length.rounded()).map(String.init) ?? "too many"
    }
}
