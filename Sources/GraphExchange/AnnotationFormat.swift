import Wording

/// A format in which a letter is written with its citations linked. A new one is a file in `Annotating/` and a row here.
public struct AnnotationFormat: Sendable {
    /// As an option names it.
    public let name: String
    public let summary: Phrase
    public let write: @Sendable (AnnotatedText, ExchangeOutput) throws -> Void

    public static let all = [
        AnnotationFormat(
            name: "html", summary: "A page, in which nothing of the letter can run (default).", write: HTMLLetter.write),
        AnnotationFormat(name: "markdown", summary: "Markdown: the letter with links.", write: MarkdownLetter.write),
        AnnotationFormat(
            name: "jsonld", summary: "W3C Web Annotations: each quote with its place in the text.",
            write: WebAnnotations.write),
    ]
}
