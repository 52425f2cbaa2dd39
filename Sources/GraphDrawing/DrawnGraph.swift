/// A picture in Graphviz's own text, and what its parts are in words.
public struct DrawnGraph: Sendable {
    public let dot: String
    let title: String
    let words: [String: String]
    /// The box of each node that stands in one: `s3` in `d3`, a dossier; `u7` in `l2`, a letter.
    public let boxes: [String: String]

    init(_ builder: DOTBuilder) {
        dot = builder.text()
        title = builder.options.title
        words = builder.words
        boxes = builder.boxes
    }
}
