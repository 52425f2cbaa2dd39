import Wording

/// A format in which a letter is written with its citations linked. A new one is a file in `Annotating/` and a row here.
public struct AnnotationFormat: Sendable {
    /// As an option names it.
    public let name: String
    public let summary: Phrase
    /// How names of its files end.
    public let endings: [String]
    public let write: @Sendable (AnnotatedText, ExchangeOutput) throws -> Void

    public static let all = [
        AnnotationFormat(
            name: "html", summary: "A page, in which nothing of the letter can run (default).",
            endings: ["html", "htm"], write: HTMLLetter.write),
        AnnotationFormat(
            name: "markdown", summary: "Markdown: the letter with links.", endings: ["md", "markdown"],
            write: MarkdownLetter.write),
        AnnotationFormat(
            name: "jsonld", summary: "W3C Web Annotations: each quote with its place in the text.",
            endings: ["jsonld", "json"], write: WebAnnotations.write),
    ]

    /// The format that the name of a file promises, or nil.
    public static func named(by file: String) -> AnnotationFormat? {
        let name = file.lowercased()
        return all.first { format in format.endings.contains { name.hasSuffix("." + $0) } }
    }
}
