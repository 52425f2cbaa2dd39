/// What a picture can be written as.
public enum PictureFormat: String, CaseIterable, Sendable {
    /// A drawing for the web, with links and tooltips; the same bytes on every machine that has the same Graphviz.
    case svg
    /// The graph's own text with the places of its nodes and edges filled in.
    case dot
    case png
    /// With links, without tooltips. Cairo writes the time of drawing into it.
    case pdf

    /// Whether fonts have to be drawn: only then is the full context, with pango and cairo, worth its start.
    var needsFonts: Bool { self == .png || self == .pdf }
}
