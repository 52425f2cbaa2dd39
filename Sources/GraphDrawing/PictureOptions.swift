/// What a picture shows, apart from the graph itself.
public struct PictureOptions: Sendable {
    public enum Level: String, Sendable, CaseIterable {
        /// A node for each letter.
        case letters
        /// A node for each answer, in a box for its letter.
        case answers
    }

    public var level = Level.letters
    /// What is drawn and from how many letters: stands above the picture.
    public var title: String
    /// A legend of the kinds of source that are in the picture.
    public var hasLegend = true

    public init(title: String) { self.title = title }
}
