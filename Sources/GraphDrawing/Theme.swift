/// How things look: one row a kind, told apart by shape and by colour, so that neither is needed alone. Colours are those
/// of Okabe and Ito, which colour-blind readers can tell apart, made light enough for black text.
struct Theme: Sendable {
    struct Style: Sendable {
        let shape: String
        let fill: String
        let line: String
        /// What the legend calls it.
        let name: String
    }

    static let letter = Style(shape: "box", fill: "#FFFFFF", line: "#333333", name: "letter")
    static let answer = Style(shape: "box", fill: "#FFFFFF", line: "#777777", name: "answer")

    /// By the name of the kind; in the order of the legend.
    static let kinds: [(kind: String, style: Style)] = [
        ("kamerstuk", Style(shape: "note", fill: "#CFE6F5", line: "#0072B2", name: "Kamerstuk")),
        ("dossier", Style(shape: "folder", fill: "#B5D3E7", line: "#004E7C", name: "dossier")),
        ("aanhangsel", Style(shape: "tab", fill: "#E3F2EC", line: "#009E73", name: "Aanhangsel")),
        ("handelingen", Style(shape: "component", fill: "#CDE8DD", line: "#00664A", name: "Handelingen")),
        ("zaak", Style(shape: "hexagon", fill: "#EEEEEE", line: "#666666", name: "zaak")),
        ("document", Style(shape: "box3d", fill: "#E6E6F5", line: "#5555AA", name: "document")),
        ("bijlage", Style(shape: "invtrapezium", fill: "#EDE7F3", line: "#7B5AA6", name: "bijlage")),
        ("report", Style(shape: "ellipse", fill: "#FBE5CC", line: "#D55E00", name: "report")),
        ("law", Style(shape: "septagon", fill: "#F3DADA", line: "#8C2D2D", name: "law")),
        ("eu", Style(shape: "pentagon", fill: "#DDE6FA", line: "#2F55B0", name: "European Union")),
        ("ecli", Style(shape: "octagon", fill: "#F5F0C8", line: "#8A7A00", name: "judgment")),
        ("stb", Style(shape: "house", fill: "#D8E8EE", line: "#2A6473", name: "Staatsblad")),
        ("stcrt", Style(shape: "invhouse", fill: "#E0ECF0", line: "#3B7D8C", name: "Staatscourant")),
        ("trb", Style(shape: "trapezium", fill: "#E8F0EE", line: "#4F7F76", name: "Tractatenblad")),
        ("dated", Style(shape: "cylinder", fill: "#F2F2F2", line: "#777777", name: "letter by its date")),
        // Underlined, as links are; Graphviz ends arrows at the edge of the fill.
        ("url", Style(shape: "underline", fill: "#F7E7F0", line: "#B0407F", name: "web page")),
    ]

    static func style(of kind: String) -> Style {
        kinds.first { $0.kind == kind }?.style ?? Style(shape: "box", fill: "#F5F5F5", line: "#444444", name: kind)
    }

    /// A source that several letters cite has a thick line and dark edges; one that a single letter cites steps back.
    static let sharedWidth = "2.6"
    static let plainWidth = "0.9"
    static let centreWidth = "5"
    static let font = "Arial"
}
