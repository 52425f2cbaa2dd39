import DutchText
import LetterReading

/// Pages of a PDF → the canonical text: a line for each line, a blank one where the paper is blank, a form feed where a
/// page begins. What stands at the head or foot of several pages, and the column at the right of later ones, is furniture.
struct PDFText {
    private var bytes: [UInt8] = []
    private var furniture: [Range<Int>] = []
    private var origins: [TextOrigin] = []

    init(_ pages: [PDFPage]) {
        let repeated = Self.repeated(pages)
        let ordered = PDFNotes(pages, isFurniture: repeated).pages
        for (page, lines) in zip(pages, ordered) {
            if page.number > 1 { bytes.append(Byte.formFeed) }
            origins.append(TextOrigin(offset: bytes.count, page: page.number))
            for line in page.sidebar { append(line, isFurniture: page.number > 1) }
            if !page.sidebar.isEmpty { bytes.append(Byte.newline) }
            var last: PDFPage.Line?
            for line in lines {
                if let last, Self.isApart(line, last) {
                    bytes.append(Byte.newline)
                }
                append(line, isFurniture: repeated(line, page))
                last = line
            }
        }
    }

    /// Whether blank paper stands between two lines; a line that came from the next page follows at once.
    private static func isApart(_ line: PDFPage.Line, _ last: PDFPage.Line) -> Bool {
        if line.isCarriedOver { return false }
        return line.top - last.bottom > line.size * 7 / 10 || (line.top < last.top && line.size != last.size)
    }

    var formatted: Document {
        var document = Document(SourceText(bytes))
        (document.furniture, document.origins) = (furniture, origins)
        return document
    }

    private mutating func append(_ line: PDFPage.Line, isFurniture: Bool) {
        let start = bytes.count
        bytes += line.text.utf8.map { $0 < 0x20 ? Byte.space : $0 }
        if isFurniture { furniture.append(start..<bytes.count) }
        bytes.append(Byte.newline)
    }

    /// Where a line stands and what it says, its numbers apart.
    private struct Shape: Hashable {
        let words: String
        let place: Int
    }

    private static func shape(_ line: PDFPage.Line) -> Shape {
        Shape(words: line.text.filter { !$0.isNumber && !$0.isWhitespace }, place: line.top / 12)
    }

    private static func numbers(_ line: PDFPage.Line) -> [Int] {
        line.text.split { !($0.isASCII && $0.isNumber) }.map { Int($0) ?? 0 }
    }

    /// The lines at the head or foot of several pages that say the same, but for a page number that rises with the page.
    /// `Vraag 3` above one page and `Vraag 8` above another are two headings, notes are no furniture however alike, nor is
    /// what names a source.
    private static func repeated(_ pages: [PDFPage]) -> (PDFPage.Line, PDFPage) -> Bool {
        var found: [Shape: [(page: Int, numbers: [Int])]] = [:]
        for page in pages {
            for line in page.lines where isAtEdge(line, of: page) && mayRepeat(line) {
                found[shape(line), default: []].append((page.number, numbers(line)))
            }
        }
        let repeated = found.filter { _, places in
            guard let first = places.first, places.count > 1 else { return false }
            return places.dropFirst().allSatisfy { place in
                place.page > first.page && place.numbers.count == first.numbers.count
                    && zip(first.numbers, place.numbers).allSatisfy {
                        $0 == $1 || $1 - $0 == place.page - first.page
                    }
            }
        }
        return { line, page in isAtEdge(line, of: page) && mayRepeat(line) && repeated[shape(line)] != nil }
    }

    private static func isAtEdge(_ line: PDFPage.Line, of page: PDFPage) -> Bool {
        line.top * 8 < page.height || line.bottom * 100 > page.height * 86
    }

    private static func mayRepeat(_ line: PDFPage.Line) -> Bool {
        let text = line.text
        guard text.count(where: \.isLetter) > 16, !line.spans.contains(where: line.isRaised) else { return false }
        let isFoot = text.contains("Kamer, vergaderjaar")
        return isFoot
            || !["Vraag", "Antwoord", "Kamerstuk", "http", "www."].contains { text.contains($0) }
    }
}
