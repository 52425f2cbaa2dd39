/// A picture in Graphviz's own text, and what its parts are in words.
public struct DrawnGraph: Sendable {
    public let dot: String
    /// The same in two, where the engine draws no boxes and the legend is set beside what it made.
    let parts: (body: String, legend: String?)?
    let title: String
    let words: [String: String]
    /// The box of each node that stands in one: `s3` in `d3`, a dossier; `u7` in `l2`, a letter.
    public let boxes: [String: String]

    init(_ builder: DOTBuilder) {
        dot = builder.whole
        parts = builder.options.hasBoxes ? nil : builder.parts
        title = builder.options.title
        words = builder.words
        boxes = builder.boxes
    }
}
