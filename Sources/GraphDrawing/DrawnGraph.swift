/// A picture in Graphviz's own text, and what its parts are in words.
public struct DrawnGraph: Sendable {
    public let dot: String
    let title: String
    let words: [String: String]

    init(_ builder: DOTBuilder) {
        dot = builder.text()
        title = builder.options.title
        words = builder.words
    }
}
