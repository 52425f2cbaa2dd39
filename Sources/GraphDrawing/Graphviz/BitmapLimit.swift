import CGraphviz

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
