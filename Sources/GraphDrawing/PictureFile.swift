/// A picture as the bytes of a file.
public enum PictureFile {
    /// - Throws: `GraphvizFailure` when Graphviz cannot draw it.
    public static func picture(
        _ graph: DrawnGraph, as format: PictureFormat, engine: LayoutEngine, description: String
    ) throws(GraphvizFailure) -> Picture {
        let picture = try Graphviz.render(
            graph.parts?.body ?? graph.dot, as: format, engine: engine, legend: graph.parts?.legend)
        guard format == .svg else { return picture }
        return Picture(
            bytes: AccessibleSVG.bytes(of: picture.bytes, graph, description: description), warnings: picture.warnings)
    }
}
