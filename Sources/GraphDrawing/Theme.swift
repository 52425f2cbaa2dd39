import CitationFinding

/// How things look: letters and answers here, each kind of source as its own file says.
package struct Theme: Sendable {
    package typealias Style = Look

    package static let letter = Style(shape: "box", fill: "#FFFFFF", line: "#333333", name: "letter")
    package static let answer = Style(shape: "box", fill: "#FFFFFF", line: "#777777", name: "answer")

    /// By the name of the kind; in the order of the legend.
    package static let kinds: [(kind: String, style: Style)] = SourceKind.all.compactMap { kind in
        kind.look.map { (kind.name, $0) }
    }

    package static func style(of kind: String) -> Style {
        kinds.first { $0.kind == kind }?.style ?? Style(shape: "box", fill: "#F5F5F5", line: "#444444", name: kind)
    }

    /// A source that several letters cite has a thick line and dark edges; one that a single letter cites steps back.
    static let sharedWidth = "2.6"
    static let plainWidth = "0.9"
    static let centreWidth = "5"
    static let font = "Arial"
}
