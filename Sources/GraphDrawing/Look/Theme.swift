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
    /// The size of words beside a line, in points.
    static let tieSize = 10.0
}

/// The colours of a picture apart from those of the kinds: on white paper, or on a dark screen.
package struct ColourScheme {
    package let ground: Colour
    package let text: Colour
    /// Words that step back: the heading of the legend.
    package let quietText: Colour
    /// Boxes around what belongs together.
    package let box: Colour
    package let boxFill: Colour
    package let sharedEdge: Colour
    package let plainEdge: Colour
    package let referenceEdge: Colour

    package static let light = ColourScheme(
        ground: Colour("#FFFFFF"), text: Colour("#000000"), quietText: Colour("#555555"), box: Colour("#8A8A8A"),
        boxFill: Colour("#F7F7F4"), sharedEdge: Colour("#333333"), plainEdge: Colour("#909090"),
        referenceEdge: Colour("#8A6D00"))

    package static let dark = ColourScheme(
        ground: Colour("#16191D"), text: Colour("#F2F2F2"), quietText: Colour("#B4B4B4"), box: Colour("#7C828A"),
        boxFill: Colour("#1D2126"), sharedEdge: Colour("#DDDDDD"), plainEdge: Colour("#767C84"),
        referenceEdge: Colour("#D6B84A"))

    static func of(_ scheme: PictureOptions.Scheme) -> ColourScheme { scheme == .light ? light : dark }
}

extension Theme.Style {
    /// The inside of the shape. On a dark ground a kind keeps its hue, so that a kind is one row for both.
    package func fill(_ scheme: PictureOptions.Scheme) -> Colour {
        switch scheme {
        case .light: Colour(fill)
        case .dark: ColourScheme.dark.ground.mixed(with: Colour(line), fill == "#FFFFFF" ? 0.12 : 0.4)
        }
    }

    /// The line around it; on a dark ground lightened until it stands out.
    package func line(_ scheme: PictureOptions.Scheme) -> Colour {
        guard scheme == .dark else { return Colour(line) }
        let white = Colour("#FFFFFF")
        return Colour(line).mixed(with: white, fill == "#FFFFFF" ? 0.75 : 0.45)
    }
}
