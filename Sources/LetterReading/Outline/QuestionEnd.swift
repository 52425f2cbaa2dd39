import DutchText

/// Where the text of a question ends that no heading of its answer follows.
extension UnheadedAnswers {
    /// The line and the offset where a question's own text ends; nil when it has no question mark.
    func questionEnd(of lines: [Line], from start: Int, before end: Int) -> (line: Int, offset: Int)? {
        var last: (line: Int, offset: Int)?
        var since = 0
        for index in start..<max(start, end) where lines[index].role == .body {
            if lines[index].blankBefore, let last, last.offset == lines[last.line].range.upperBound { return last }
            var from = lines[index].range.lowerBound
            while let offset = bytes.first(Byte.question, in: from..<lines[index].range.upperBound) {
                defer { from = offset + 1 }
                since += offset + 1 - from
                if last != nil, since > longestAside { return last }
                if goesOn(offset, lines[index].range, isFirst: last == nil) { continue }
                last = (index, past(offset + 1, in: lines[index].range))
                since = 0
            }
            since += lines[index].range.upperBound - from
        }
        return last ?? firstParagraph(lines, from: start, before: end)
    }

    /// Whether the sign ends no sentence: `https://www.waterbode.nl/zoek?dijk=7`, `vaak? niet voldoende` (seen by a scanner in a
    /// note's, behind the question's own).
    private func goesOn(_ sign: Int, _ line: Range<Int>, isFirst: Bool) -> Bool {
        guard sign + 2 < line.upperBound else { return false }
        if bytes[sign + 1].isBlank { return !isFirst && bytes[sign + 2].isLower }
        let word = bytes[line.lowerBound..<sign].reversed().prefix { !$0.isBlank }
        return bytes[sign + 1].isASCIILetter && word.contains(Byte.slash) && word.contains(Byte.dot)
    }

    /// A question that lacks its question mark ends with its first paragraph.
    private func firstParagraph(_ lines: [Line], from start: Int, before end: Int) -> (line: Int, offset: Int)? {
        guard let first = (start..<max(start, end)).first(where: { lines[$0].role == .body }),
            let next = (first + 1..<max(first + 1, end)).first(where: {
                lines[$0].role == .body && lines[$0].blankBefore
            }),
            let last = (first..<next).last(where: { lines[$0].role == .body })
        else { return nil }
        return (last, lines[last].range.upperBound)
    }

    /// Passes over what belongs to the question mark: `?’`, `?”`, ` (Blz. 17)`.
    private func past(_ offset: Int, in range: Range<Int>) -> Int {
        var cursor = Cursor(bytes, in: offset..<range.upperBound)
        while let byte = cursor.current, !byte.isBlank, !byte.isASCIILetter, !byte.isDigit { cursor.position += 1 }
        let plain = cursor.position
        cursor.skipBlanks()
        guard cursor.skip(Byte.openParen), cursor.skip("blz") || cursor.skip("pag") || cursor.skip("p.") else {
            return plain
        }
        while let byte = cursor.current, byte != Byte.closeParen {
            guard cursor.position - plain < 40, byte != Byte.question else { return plain }
            cursor.position += 1
        }
        return cursor.skip(Byte.closeParen) ? cursor.position : plain
    }
}
