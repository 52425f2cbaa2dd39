/// Notes that run over to the foot of the next page: their lines are put back behind the note they belong to, where a
/// reader's eye goes.
struct PDFNotes {
    /// The lines of each page, in reading order.
    private(set) var pages: [[PDFPage.Line]]
    /// The size of most of the letter's words.
    private let bodySize: Int

    /// - Parameter isFurniture: whether a line of a page is printed on each.
    init(_ pages: [PDFPage], isFurniture: (PDFPage.Line, PDFPage) -> Bool) {
        self.pages = pages.map(\.lines)
        var signs: [Int: Int] = [:]
        for line in pages.flatMap(\.lines) { signs[line.size, default: 0] += line.text.count }
        bodySize = signs.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        for index in pages.indices.dropFirst() {
            let foot = foot(of: index) { isFurniture($0, pages[index]) }
            let head = head(of: foot, on: index)
            guard let first = head.first, head.count < 15,
                let last = lastOfNotes(on: index - 1, left: self.pages[index][first].left)
            else { continue }
            let lines = head.map { PDFPage.Line(spans: self.pages[index][$0].spans, isCarriedOver: true) }
            for place in head.reversed() { self.pages[index].remove(at: place) }
            self.pages[index - 1].insert(contentsOf: lines, at: last + 1)
        }
    }

    /// The places of the small lines below the last line of running text.
    private func foot(of page: Int, _ isFurniture: (PDFPage.Line) -> Bool) -> [Int] {
        let lines = pages[page]
        let body = lines.lastIndex { $0.size >= bodySize && !isFurniture($0) }
        return lines.indices.filter { $0 > body ?? -1 && lines[$0].size < bodySize && !isFurniture(lines[$0]) }
    }

    /// The block of lines right above the first note of a page's foot, or all there is below the last blank paper. What
    /// stands higher is a table in small print, and stays where it is.
    private func head(of foot: [Int], on page: Int) -> ArraySlice<Int> {
        let lines = pages[page]
        let end = foot.firstIndex { opensNote(lines[$0]) } ?? foot.endIndex
        guard end > 0 else { return [] }
        if end < foot.endIndex, isApart(lines[foot[end - 1]], lines[foot[end]]) { return [] }
        let last = lines[foot[end - 1]]
        var start = end - 1
        while start > 0, !isApart(lines[foot[start - 1]], lines[foot[start]]),
            abs(lines[foot[start - 1]].left - last.left) < 4, lines[foot[start - 1]].size == last.size
        {
            start -= 1
        }
        return foot[start..<end]
    }

    private func isApart(_ upper: PDFPage.Line, _ lower: PDFPage.Line) -> Bool {
        lower.top - upper.bottom > lower.size * 7 / 10
    }

    private func opensNote(_ line: PDFPage.Line) -> Bool {
        line.spans.first.map(line.isRaised) == true
    }

    /// The last line of the notes of a page, when the note does not end there and its lines stand as far to the right.
    private func lastOfNotes(on page: Int, left: Int) -> Int? {
        let lines = pages[page]
        guard let first = lines.lastIndex(where: opensNote), lines[first].size < bodySize else { return nil }
        let text = lines[first].spans.dropFirst().first?.left ?? lines[first].left
        var last = first
        while last + 1 < lines.count, lines[last + 1].size == lines[first].size, abs(lines[last + 1].left - left) < 4 {
            last += 1
        }
        guard abs(text - left) < 4 || abs(lines[first].left - left) < 4 else { return nil }
        return lines[last].text.last.map { ".)?!;:".contains($0) } == true ? nil : last
    }
}
