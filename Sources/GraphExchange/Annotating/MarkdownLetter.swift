/// A letter as Markdown, its citations linked: the letter byte for byte with links around quotes. Only what would be a tag, or a
/// link of the letter's own making, has a backslash before it.
enum MarkdownLetter {
    static func write(_ letter: AnnotatedText, _ output: ExchangeOutput) throws {
        var line = LineOpening()
        for piece in letter.pieces {
            let text = letter.string(piece.range)
            guard let link = piece.link else {
                try output.write(escaped(text, &line))
                continue
            }
            // A blank line would end a link, and so a link ends with its line.
            for part in lines(text) {
                let isBlank = part.allSatisfy(\.isWhitespace)
                let words = escaped(part, &line, isLinked: true)
                try output.write(isBlank ? words : "[\(words)](\(address(link)))")
            }
        }
    }

    /// A text as its lines and their ends.
    private static func lines(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for sign in text {
            guard sign.isNewline else {
                part.append(sign)
                continue
            }
            parts += part.isEmpty ? [String(sign)] : [part, String(sign)]
            part = ""
        }
        return part.isEmpty ? parts : parts + [part]
    }

    /// Whether the line so far is `[`, or blanks before it: a definition of a link opens so.
    private struct LineOpening {
        var isBlank = true
        var isBracket = false

        mutating func add(_ scalar: Unicode.Scalar) {
            if scalar == "\n" || scalar == "\r" { (isBlank, isBracket) = (true, false) }
            if isBlank, scalar == "[" { isBracket = true }
            if !scalar.properties.isWhitespace, scalar != ">" { isBlank = false }
        }
    }

    private static func escaped(_ text: String, _ line: inout LineOpening, isLinked: Bool = false) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            line.add(scalar)
            let isEscaped: Bool =
                switch scalar {
                case "<": next.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? true
                case "[": isLinked
                case "]": isLinked || next == nil || next == "(" || next == "[" || next == ":" && line.isBracket
                default: false
                }
            if isEscaped { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private static func address(_ link: String) -> String {
        ExchangeText.iri(link).replacing("(", with: "%28").replacing(")", with: "%29")
    }
}
