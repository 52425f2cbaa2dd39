/// Text broken between words, for a terminal that is narrower.
enum WrappedText {
    /// The lines of a text within a width.
    /// - Parameters:
    ///   - indent: how many blanks the lines behind the first have in front.
    ///   - isBreaking: whether an address that is longer than the width is broken, as words are; else it stands out, to be
    ///     clicked.
    static func lines(_ text: String, width: Int, indent: Int = 0, isBreaking: Bool = true) -> [String] {
        guard text.count > width else { return [text] }
        let margin = String(repeating: " ", count: min(indent, width / 2))
        var lines: [String] = []
        // The blanks that a line opens with are its own indent.
        var line = String(text.prefix { $0 == " " })
        var length = line.count
        var isEmpty = true
        for word in text.dropFirst(length).split(separator: " ", omittingEmptySubsequences: false) {
            var rest = word[...]
            // What is longer than any line stays beside its key.
            if !isEmpty, length + 1 + rest.count > width, length >= margin.count {
                while line.last == " " { line.removeLast() }
                lines.append(line)
                (line, length, isEmpty) = (margin, margin.count, true)
            } else if !isEmpty {
                line += " "
                length += 1
            }
            while isBreaking || !word.contains("://"), length + rest.count > width {
                let piece = piece(of: rest, max(1, width - length))
                lines.append(line + piece)
                rest = rest.dropFirst(piece.count)
                (line, length) = (margin, margin.count)
            }
            line += rest
            length += rest.count
            isEmpty = rest.isEmpty && length == margin.count
        }
        return isEmpty ? lines : lines + [line]
    }

    /// The front of a word that is too long: up to a sign that addresses and names of files are broken at, else all there is room
    /// for.
    private static func piece(of word: Substring, _ room: Int) -> Substring {
        let front = word.prefix(room)
        guard let sign = front.lastIndex(where: { "-/_.?&".contains($0) }),
            front.distance(from: front.startIndex, to: sign) >= room / 2
        else { return front }
        return front[...sign]
    }
}
