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
