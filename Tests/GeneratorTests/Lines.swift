import Support

/// Words into lines: `¬` may become a hyphen at a line's end, `‹ ›` stand around a citation.
enum Lines {
    static func broken(_ text: String, width: Int, hyphens: Bool) -> String {
        guard width < .max else { return text }
        return text.split(separator: "⏎", omittingEmptySubsequences: false).map { line in
            wrapped(line.split(separator: " ", omittingEmptySubsequences: false), width, hyphens)
        }.joined(separator: "⏎")
    }

    private static func wrapped(_ words: [Substring], _ width: Int, _ hyphens: Bool) -> String {
        var lines: [String] = []
        var line = ""
        for word in words {
            if line.isEmpty {
                line = String(word)
            } else if length(line) + 1 + length(word) <= width {
                line += " " + word
            } else if hyphens, let (head, tail) = hyphenated(word, width - length(line) - 2) {
                lines.append(line + " " + head + "-")
                line = tail
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    private static func length(_ text: some StringProtocol) -> Int { text.count { !"¬‹›".contains($0) } }

    private static func hyphenated(_ word: Substring, _ room: Int) -> (String, String)? {
        let pieces = word.split(separator: "¬")
        for count in (1..<max(1, pieces.count)).reversed() {
            let head = pieces[..<count].joined()
            if length(head) <= room { return (head, pieces[count...].joined(separator: "¬")) }
        }
        return nil
    }

    /// The blank at which a page ends.
    static func breakPlace(_ text: String, inCitation: Bool, _ generator: inout SeededGenerator) -> String.Index? {
        var places: [String.Index] = []
        var isInCitation = false
        for place in text.indices {
            if text[place] == "‹" { isInCitation = true }
            if text[place] == "›" { isInCitation = false }
            if text[place] == " ", isInCitation == inCitation { places.append(place) }
        }
        return places.randomElement(using: &generator)
    }

    /// The table's signs as the ones they stand for.
    static func signed(_ text: String) -> String {
        var signs = ""
        for sign in text {
            switch sign {
            case "⏎": signs += "\n"
            case "⍽": signs += "\u{A0}"
            case "⇟": signs += "\u{0C}"
            case "¬", "‹", "›": break
            default: signs.append(sign)
            }
        }
        return signs
    }
}
