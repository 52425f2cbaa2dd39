/// Pages of a PDF → the canonical text: a line for each line, a blank one where the paper is blank, a form feed where a
/// page begins. What stands at the head or foot of several pages, and the column at the right of later ones, is furniture.
struct PDFText {
    private var bytes: [UInt8] = []
    private var furniture: [Range<Int>] = []
    private var origins: [TextOrigin] = []

    init(_ pages: [PDFPage]) {
        let repeated = Self.repeated(pages)
        let ordered = PDFNotes(pages) { repeated.contains(Self.shape($0, on: $1)) }.pages
        for (page, lines) in zip(pages, ordered) {
            if page.number > 1 { bytes.append(Byte.formFeed) }
            origins.append(TextOrigin(offset: bytes.count, page: page.number, paragraph: nil))
            for line in page.sidebar { append(line, isFurniture: page.number > 1) }
            if !page.sidebar.isEmpty { bytes.append(Byte.newline) }
            var last: PDFPage.Line?
            for line in lines {
                if let last, Self.isApart(line, last) {
                    bytes.append(Byte.newline)
                }
                append(line, isFurniture: repeated.contains(Self.shape(line, on: page)))
                last = line
            }
        }
    }

    /// Whether blank paper stands between two lines; a line that came from the next page follows at once.
    private static func isApart(_ line: PDFPage.Line, _ last: PDFPage.Line) -> Bool {
        line.top - last.bottom > line.size * 7 / 10 || (line.top < last.top && line.size != last.size)
    }

    var formatted: FormattedText {
        FormattedText(text: SourceText(bytes), furniture: furniture, origins: origins)
    }

    private mutating func append(_ line: PDFPage.Line, isFurniture: Bool) {
        let start = bytes.count
        bytes += line.text.utf8.map { $0 < 0x20 ? Byte.space : $0 }
        if isFurniture { furniture.append(start..<bytes.count) }
        bytes.append(Byte.newline)
    }

    /// What a line says, digits aside, and where it stands: the same at the same height of several pages is furniture.
    private struct Shape: Hashable {
        let text: String
        let place: Int
    }

    /// `Vraag 3` at the head of one page and `Vraag 8` at the head of another are two headings: a short line is furniture
    /// only when it says the same with its digits.
    private static func shape(_ line: PDFPage.Line, on page: PDFPage) -> Shape {
        let text = line.text.filter { !$0.isWhitespace }
        let words = text.filter { !$0.isNumber }
        return Shape(text: words.count > 16 ? words : text, place: line.top / 12)
    }

    private static func repeated(_ pages: [PDFPage]) -> Set<Shape> {
        var count: [Shape: Int] = [:]
        for page in pages {
            let edges = page.lines.filter { $0.top * 8 < page.height || $0.bottom * 100 > page.height * 86 }
            for shape in Set(edges.map { shape($0, on: page) }) where !shape.text.isEmpty {
                count[shape, default: 0] += 1
            }
        }
        return Set(count.filter { $0.value > 1 }.keys)
    }
}
