import DutchText

/// A page of a PDF: its lines in reading order, and beside them the narrow column that letters of the government have
/// at the right (`Ons kenmerk`, `Contactpersoon`).
struct PDFPage {
    /// A stretch of words of one size.
    struct Span {
        let top: Int
        let left: Int
        let width: Int
        let height: Int
        /// Of the letters, in pixels.
        let size: Int
        let text: String

        var right: Int { left + width }
        var bottom: Int { top + height }
    }

    struct Line {
        var spans: [Span]
        /// Whether it stands on the next page, as the end of a note.
        var isCarriedOver = false

        var top: Int { spans.map(\.top).min() ?? 0 }
        var bottom: Int { spans.map(\.bottom).max() ?? 0 }
        var left: Int { spans.map(\.left).min() ?? 0 }
        /// The size of its words; what is raised is smaller.
        var size: Int { spans.map(\.size).max() ?? 0 }

        /// Whether a span is a number set smaller than the line, and not lower: a note's marker, or the number before its
        /// text. The 2 of CO₂ stands lower. (Poppler does not see that a number is raised where the file says so by text
        /// rise; then it seems to stand on the line.)
        func isRaised(_ span: Span) -> Bool {
            let isNumber = span.text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "," || $0 == " ") }
            guard isNumber, span.text.contains(where: \.isNumber), span.size * 5 < size * 4 else { return false }
            guard let word = spans.first(where: { $0.size == size }) else { return false }
            return span.bottom <= word.bottom + 1
        }

        var hasRaisedNumber: Bool { spans.contains(where: isRaised) }

        var text: String {
            var text = ""
            for (index, span) in spans.enumerated() {
                let gap = index > 0 ? span.left - spans[index - 1].right : 0
                if gap > size / 5, text.last != " ", !isRaised(span) { text += " " }
                if index > 0, isRaised(span), isRaised(spans[index - 1]) { text += "," }
                text +=
                    isRaised(span)
                    ? String(span.text.filter { $0 != " " }.map { Superscript.raised[$0] ?? $0 })
                        + (span.text.last == " " ? " " : "") : span.text
            }
            return text
        }
    }

    let number: Int
    let height: Int
    /// From top to bottom, as Poppler orders them.
    let lines: [Line]
    /// The lines of the narrow column at the right, if there is one.
    let sidebar: [Line]

    /// - Parameter fonts: the sizes of all fonts of the document, by number.
    init(_ page: MarkupElement, number: Int, fonts: [String: Int]) {
        self.number = number
        height = Self.points(page, "height")
        let spans = page.elements.compactMap { Self.span($0, fonts) }
        let edge = Self.sidebarEdge(spans, width: Self.points(page, "width"), height: height)
        lines = Self.lines(edge.map { edge in spans.filter { $0.left < edge } } ?? spans)
        sidebar = Self.lines(edge.map { edge in spans.filter { $0.left >= edge } } ?? [])
    }

    /// Where a column at the right begins: several lines open there, and none to the left of it reaches in, but for what
    /// stands above them. The last column of a table begins lower on its page.
    private static func sidebarEdge(_ spans: [Span], width: Int, height: Int) -> Int? {
        let right = spans.filter { $0.left * 100 > width * 62 }
        let lefts = Dictionary(grouping: right, by: \.left).filter { $0.value.count >= 4 }
        guard let edge = lefts.keys.min(), let top = lefts[edge]?.map(\.top).min(), top * 100 < height * 45
        else { return nil }
        let beside = spans.filter { $0.left < edge && $0.bottom > top }
        return beside.contains { $0.right > edge - 6 } || beside.count < 4 ? nil : edge
    }

    /// A number that another program gives: no page is so large that sums of its numbers could overflow.
    static func points(_ element: MarkupElement, _ name: String) -> Int {
        max(-farthest, min(farthest, Int(element.attributes[name] ?? "") ?? 0))
    }

    private static let farthest = 1_000_000

    private static func span(_ element: MarkupElement, _ fonts: [String: Int]) -> Span? {
        func number(_ name: String) -> Int { points(element, name) }
        let text = element.text
        guard element.name == "text", !text.allSatisfy(\.isWhitespace) else { return nil }
        return Span(
            top: number("top"), left: number("left"), width: number("width"), height: number("height"),
            size: fonts[element.attributes["font"] ?? ""] ?? number("height"), text: text)
    }

    /// Spans that stand beside one another are a line. Poppler gives them in reading order.
    private static func lines(_ spans: [Span]) -> [Line] {
        var lines: [Line] = []
        for span in spans {
            if let last = lines.indices.last, continues(lines[last], span) {
                lines[last].spans.append(span)
            } else {
                lines.append(Line(spans: [span]))
            }
        }
        return lines
    }

    /// A page number far to the right belongs to the foot of the page beside it; words so far away are another column.
    private static func continues(_ line: Line, _ span: Span) -> Bool {
        let overlap = min(line.bottom, span.bottom) - max(line.top, span.top)
        guard let last = line.spans.last, overlap * 2 >= min(span.height, line.bottom - line.top) else { return false }
        let gap = span.left - last.right
        return gap >= -max(4, last.size / 3) && (gap < 5 * line.size || span.text.allSatisfy { !$0.isLetter })
    }
}
