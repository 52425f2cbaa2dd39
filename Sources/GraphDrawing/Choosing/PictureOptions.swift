import GraphAnalysis
import Wording

/// What a picture shows, apart from the graph itself.
public struct PictureOptions: Sendable {
    public enum Level: String, Sendable, CaseIterable {
        /// A node for each letter.
        case letters
        /// A node for each answer, in a box for its letter.
        case answers
    }

    public enum Scheme: String, Sendable, CaseIterable { case light, dark }

    public var level = Level.letters
    public var scheme = Scheme.light
    /// Of the legend, and of what is said of nodes and edges.
    public var language = Language.english
    /// Letters stand in the column of the month or year of their date, the oldest left.
    public var isByDate = false
    /// What is drawn and from how many letters: stands above the picture.
    public var title: String
    /// A legend of the kinds of source that are in the picture.
    public var hasLegend = true
    /// What stands small at the foot: `kvgraph · 125 letters, as of 2025-06-19`; nil for nothing.
    public var credit: String?
    /// Whether the engine keeps the papers of a dossier in a box: `dot` does.
    public var hasBoxes = true
    /// The letter's name or the source's id that the picture is around: its line is the thickest.
    public var centre: String?
    /// How many letters cite a source, by its id, where not all of them are drawn.
    public var letterCounts: [String: Int] = [:]
    /// The part of letters that counts for what is written on a source, where more is drawn than that.
    public var counted = GraphSelection.Units.all
    /// What people call the dossiers that documents are part of, by their ids; those without a name have no box.
    public var dossiers: [String: String] = [:]

    public init(title: String) { self.title = title }
}
