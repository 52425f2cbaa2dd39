import Wording

/// The text of a picture as it grows, and the words that stand for its parts.
struct DOTBuilder {
    let options: PictureOptions
    let colours: ColourScheme
    private(set) var lines: [String] = []
    /// How many of them say what holds for the whole graph.
    private let head: Int
    private var legendLines: [String] = []
    private var creditLines: [String] = []
    /// What a node, edge or box is, in words for those who do not see it, by the name that Graphviz gives it:
    /// `l0` → `BZK 12 mrt 2026`, `l0->s3` → `BZK 12 mrt 2026 cites 35 165, nr. 97`.
    private(set) var words: [String: String] = [:]
    private(set) var boxes: [String: String] = [:]
    private var openBox: String?

    init(_ options: PictureOptions, settings: String) {
        self.options = options
        colours = ColourScheme.of(options.scheme)
        let title = DOTText.label(options.title + "\n ")
        lines = [
            "digraph kvgraph {",
            "  graph [\(settings), pad=0.3, bgcolor=\"\(colours.ground)\", outputorder=edgesfirst,",
            "    fontname=\(Theme.font), fontsize=18, fontcolor=\"\(colours.text)\", labelloc=t, label=\(title),",
            "    tooltip=\(DOTText.tooltip(options.title))]",
            "  node [fontname=\(Theme.font), fontsize=12, fontcolor=\"\(colours.text)\", style=filled, margin=\"0.12,0.06\", height=0.3]",
            "  edge [fontname=\(Theme.font), fontsize=9, arrowsize=0.6]",
        ]
        head = lines.count
        words["kvgraph"] = options.title
        credit()
    }

    /// The whole, legend and all.
    var whole: String { Self.text(lines + legendLines) }

    /// What is laid out, and what is set beside it: the legend in its box, and the credit.
    var parts: (body: String, beside: String?) {
        let beside = legendLines + creditLines
        let head = Array(lines.prefix(head)) + ["  graph [rankdir=LR, nodesep=0.12, label=\"\"]"]
        return (Self.text(lines), beside.isEmpty ? nil : Self.text(head + beside))
    }

    private static func text(_ lines: [String]) -> String { (lines + ["}"]).joined(separator: "\n") + "\n" }

    mutating func add(_ line: String) { lines.append("  " + line) }

    /// A node with the look of its kind, and a class and an id that a stylesheet can reach.
    mutating func node(
        _ name: String, _ style: Theme.Style, label: Phrase, tooltip: Phrase, page: String?, class: String,
        extra: [String] = []
    ) {
        let (label, tooltip) = (options.language.text(label), options.language.text(tooltip))
        var parts = [
            "label=\(DOTText.label(label))", "tooltip=\(DOTText.tooltip(tooltip))", "shape=\(style.shape)",
            "fillcolor=\"\(style.fill(options.scheme))\"", "color=\"\(style.line(options.scheme))\"",
            "class=\(DOTText.name(`class`))", "id=\(DOTText.name(name))",
        ]
        if let page = page.flatMap(DOTText.address) { parts += ["URL=\(page)", "target=\"_blank\""] }
        add("\(name) [\((parts + extra).joined(separator: ", "))]")
        words[name] = tooltip
        boxes[name] = openBox
    }

    mutating func edge(_ from: String, _ to: String, tooltip: Phrase, class: String, attributes: [String]) {
        let tooltip = options.language.text(tooltip)
        let parts =
            attributes + [
                "tooltip=\(DOTText.tooltip(tooltip))", "class=\(`class`)", "id=\(DOTText.name("\(from)-\(to)"))",
            ]
        add("\(from) -> \(to) [\(parts.joined(separator: ", "))]")
        words["\(from)->\(to)"] = tooltip
    }

    /// A box around what `body` adds; without it where the engine draws none, or draws them over whatever stands there.
    mutating func box(
        _ name: String, label: Phrase, tooltip: Phrase, attributes: [String], isLegend: Bool = false,
        _ body: (inout DOTBuilder) -> Void
    ) {
        guard options.hasBoxes || isLegend else { return body(&self) }
        let (label, tooltip) = (options.language.text(label), options.language.text(tooltip))
        add("subgraph cluster_\(name) {")
        let parts = [
            "label=\(DOTText.label(label))", "tooltip=\(DOTText.tooltip(tooltip))", "id=\(DOTText.name(name))",
        ]
        add("  \((parts + attributes).joined(separator: "; "))")
        openBox = name
        body(&self)
        openBox = nil
        add("}")
        words["cluster_\(name)"] = tooltip
    }

    /// What shapes and colours mean: one node for each style, in a box.
    mutating func legend(_ styles: [(kind: String, style: Theme.Style)], heading: Phrase) {
        guard options.hasLegend, !styles.isEmpty else { return }
        let attributes = [
            "fontsize=10", "fontcolor=\"\(colours.quietText)\"", "color=\"\(colours.box)\"", "style=rounded",
            "class=legend",
        ]
        let start = lines.count
        box("legend", label: heading, tooltip: heading, attributes: attributes, isLegend: true) {
            $0.legendNodes(styles)
        }
        legendLines = Array(lines[start...])
        lines.removeSubrange(start...)
    }

    /// Where the picture is from, for who meets it elsewhere.
    private mutating func credit() {
        guard let credit = options.credit else { return }
        let style = Theme.Style(shape: "plaintext", fill: "#FFFFFF", line: "#FFFFFF", name: credit)
        node(
            DrawnGraph.credit, style, label: .data(credit), tooltip: .data(credit), page: nil, class: "legend credit",
            extra: ["style=\"\"", "fontsize=10", "fontcolor=\"\(colours.quietText)\"", "margin=0", "height=0.2"])
        creditLines = [lines.removeLast()]
    }

    private mutating func legendNodes(_ styles: [(kind: String, style: Theme.Style)]) {
        for (index, (kind, style)) in styles.enumerated() {
            // A group is called by a title, a kind by a word of ours.
            let name = kind.hasPrefix("group") ? Phrase.data(style.name) : .english(style.name)
            let shape = style.shape == "box" ? "style=\"filled,rounded\"" : "style=filled"
            node(
                "k\(index)", style, label: name, tooltip: name, page: nil, class: "legend \(kind)",
                extra: [shape, "fontsize=10", "height=0.22"])
        }
    }
}

/// A picture in Graphviz's own text, and what its parts are in words.
public struct DrawnGraph: Sendable {
    /// The name of the node that says where the picture is from.
    static let credit = "credit"

    public let dot: String
    /// The same in two: the legend is set in a corner of what the engine made of the rest, the credit at its foot.
    let parts: (body: String, beside: String?)
    let title: String
    let words: [String: String]
    /// The box of each node that stands in one: `s3` in `d3`, a dossier; `u7` in `l2`, a letter.
    public let boxes: [String: String]

    init(_ builder: DOTBuilder) {
        dot = builder.whole
        parts = builder.parts
        title = builder.options.title
        words = builder.words
        boxes = builder.boxes
    }
}
