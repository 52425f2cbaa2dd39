import DutchText
import LetterReading

/// Puts the canonical text of a letter together from the paragraphs of a file: a blank line between paragraphs, notes
/// called as `[^1]` where they are called and written as `[^1]: …` at the end, so that the text alone tells the same
/// story as the file.
struct TextComposer {
    private var bytes: [UInt8] = []
    private var links: [LetterLink] = []
    private var origins: [TextOrigin] = []
    private var headings: [Document.Heading] = []
    private var notes: [Document.Note] = []
    private var markers: [Document.Marker] = []
    private var items: [Document.Item] = []
    private var lists: [String: Int] = [:]
    private var noteNumber = 0
    private var noteStart = 0
    private var paragraphs = 0
    private var start = 0
    /// A note is one paragraph, however many it holds.
    private var isInNote = false

    /// The letter's text so far, without blanks at the end.
    func finished() -> Document {
        var end = bytes.count
        while end > 0, bytes[end - 1].isBlank { end -= 1 }
        var document = Document(SourceText(Array(bytes[..<end]) + (end > 0 ? [Byte.newline] : [])))
        (document.headings, document.notes, document.markers) = (headings.filter { $0.offset < end }, notes, markers)
        (document.links, document.origins) = (links, origins)
        document.items = items.filter { $0.number.upperBound < end }
        return document
    }

    var isEmpty: Bool { bytes.allSatisfy(\.isBlank) }

    /// Text of the paragraph; line ends and runs of blanks in it are one blank.
    mutating func add(_ text: String) {
        for byte in text.utf8 {
            let isBlank = byte == Byte.space || byte == Byte.newline || byte == Byte.tab || byte == Byte.carriageReturn
            if isBlank {
                if bytes.count > start, bytes[bytes.count - 1] != Byte.space, bytes[bytes.count - 1] != Byte.newline {
                    bytes.append(Byte.space)
                }
            } else {
                if bytes.count == start, !isInNote { open() }
                bytes.append(byte)
            }
        }
    }

    /// The number that a list of the file prints before its paragraph.
    mutating func addNumber(_ text: String, list: String) {
        let start = bytes.count
        add(text)
        if !isInNote, bytes.count > start {
            items.append(Document.Item(number: start..<bytes.count, list: lists[list] ?? lists.count))
            lists[list] = items[items.count - 1].list
        }
        add(" ")
    }

    private mutating func open() {
        paragraphs += 1
        origins.append(TextOrigin(offset: bytes.count, paragraph: paragraphs))
    }

    /// Raised text: digits become `¹²³`, so that a marker stays one; all else is as it is.
    /// - Parameter isWhole: whether it is a number of its own, so that two beside one another are two: `¹,²`.
    mutating func addRaised(_ text: String, isWhole: Bool = false) {
        let isNumber = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "," || $0 == " ") }
        if isNumber, isWhole, endsRaised { add(",") }
        add(isNumber ? String(text.map { Superscript.raised[$0] ?? $0 }) : text)
    }

    private var endsRaised: Bool {
        var last = bytes.count - 1
        while last >= start, bytes[last].isContinuation { last -= 1 }
        guard last >= start else { return false }
        return bytes.reading { bytes in
            var cursor = Cursor(bytes, in: last..<bytes.count)
            return Superscript.number(&cursor) != nil
        }
    }

    /// A space that stays one, also beside others: between the cells of a table.
    mutating func addTab() {
        guard bytes.count > start else { return }
        while bytes.count > start, bytes[bytes.count - 1] == Byte.space { bytes.removeLast() }
        bytes.append(Byte.tab)
    }

    mutating func breakLine() {
        guard bytes.count > start else { return }
        while bytes.count > start, bytes[bytes.count - 1] == Byte.space { bytes.removeLast() }
        // A blank line would end a note.
        if isInNote, bytes[bytes.count - 1] == Byte.newline { return }
        bytes.append(Byte.newline)
    }

    mutating func endParagraph() {
        if isInNote { return breakLine() }
        let end = bytes.reading { $0.trimmed(start..<$0.count).upperBound }
        bytes.removeSubrange(max(start, end)...)
        if bytes.count > start { bytes += [Byte.newline, Byte.newline] }
        start = bytes.count
    }

    /// Says that what comes next belongs to a unit, its heading first.
    /// - Parameter offset: where it began, when that is known only now.
    mutating func beginUnit(_ unit: UnitName, at offset: Int? = nil) {
        endParagraph()
        headings.append(Document.Heading(offset: offset ?? bytes.count, unit: unit))
    }

    /// The place where a note is called.
    mutating func addMarker(_ number: Int) {
        guard !isInNote else { return }
        let text = "[^\(number)]"
        add(text)
        markers.append(Document.Marker(number: number, range: bytes.count - text.utf8.count..<bytes.count))
    }

    /// Opens a note's text: all that follows, until `endNote`, is one paragraph of it.
    mutating func beginNote(_ number: Int) {
        endParagraph()
        (noteNumber, noteStart) = (number, bytes.count)
        add("[^\(number)]: ")
        start = bytes.count
        isInNote = true
    }

    mutating func endNote() {
        let text = bytes.reading { $0.trimmed(start..<$0.count) }
        // A note without a text is called, and not there.
        if !text.isEmpty { notes.append(Document.Note(number: noteNumber, range: noteStart..<text.upperBound)) }
        isInNote = false
        endParagraph()
    }

    /// The offset of what comes next, for a link whose end is not known yet.
    var offset: Int { bytes.count }

    mutating func endLink(to target: String?, from: Int) {
        let range = bytes.reading { $0.trimmed(min(from, $0.count)..<$0.count) }
        guard let target, !range.isEmpty else { return }
        links.append(LetterLink(range: range, target: target))
    }
}
