import LetterReading

/// A letter from LibreOffice and its kin: the paragraphs of `content.xml`, deletions left out, notes where they are called.
struct OpenDocument {
    private var composer = TextComposer()
    private var notes: [MarkupElement] = []
    private var boxes: [MarkupElement] = []
    /// Names of styles that raise their text.
    private let raised: Set<String>
    private var numbering: ListNumbering

    /// Files of the same make that are no text, by what their body holds.
    private static let others = [
        ("spreadsheet", "a spreadsheet of LibreOffice (.ods)"),
        ("presentation", "a presentation of LibreOffice (.odp)"),
        ("drawing", "a drawing of LibreOffice (.odg)"),
    ]

    @Sendable static func recognises(_ bytes: [UInt8]) -> Bool { OfficeArchive.holds(bytes, "content.xml") }

    @Sendable static func read(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        let parts = try OfficeArchive(bytes)
        let content = try parts.xml("content.xml", isNeeded: true)
        for (body, name) in others where content?.find("body")?.first(body) != nil {
            throw UnreadableLetter.otherFormat(name)
        }
        let styles = try parts.xml("styles.xml")
        var reader = OpenDocument(
            raised: raisedStyles(content).union(raisedStyles(styles)),
            numbering: ListNumbering([content, styles]))
        reader.blocks(content?.find("body"))
        reader.composer.endParagraph()
        for (index, note) in reader.notes.enumerated() {
            reader.composer.beginNote(index + 1)
            reader.blocks(note.first("note-body"))
            reader.composer.endNote()
        }
        var text = reader.composer.finished()
        text.knowsMarkers = true
        return text
    }

    private init(raised: Set<String>, numbering: ListNumbering) {
        (self.raised, self.numbering) = (raised, numbering)
    }

    private static func raisedStyles(_ root: MarkupElement?) -> Set<String> {
        var names: Set<String> = []
        for group in root?.elements ?? [] {
            for style in group.elements where style.name == "style" {
                let position = style.first("text-properties")?.attributes["text-position"] ?? ""
                let isRaised =
                    position.hasPrefix("super") || (position.first?.isNumber == true && !position.hasPrefix("0"))
                if isRaised, let name = style.attributes["name"] { names.insert(name) }
            }
        }
        return names
    }

    private mutating func blocks(_ element: MarkupElement?) {
        for child in element?.elements ?? [] { block(child) }
    }

    /// - Parameter number: what the list prints before it.
    private mutating func block(_ element: MarkupElement, number: (text: String, list: String)? = nil) {
        switch element.name {
        case "p", "h":
            if let number { composer.addNumber(number.text, list: number.list) }
            inline(element, isRaised: false)
            composer.endParagraph()
            let pending = boxes
            boxes = []
            for box in pending { blocks(box) }
        case "list": list(element, style: "", level: 1)
        case "table-row": row(element)
        case "tracked-changes", "annotation", "sequence-decls": break
        default: blocks(element)
        }
    }

    /// A list within a list has the style of the outer one, unless it says its own.
    private mutating func list(_ element: MarkupElement, style inherited: String, level: Int) {
        let style = element.attributes["style-name"] ?? inherited
        numbering.begin(element, style: style, level: level)
        for item in element.elements {
            var number = item.name == "list-item" ? numbering.next(style: style, level: level) : nil
            for child in item.elements {
                if child.name == "list" {
                    list(child, style: style, level: level + 1)
                } else {
                    block(child, number: number.map { ($0, "\(style), \(level)") })
                    number = nil
                }
            }
        }
    }

    /// A row whose cells are a line each is a line; others follow cell by cell.
    private mutating func row(_ row: MarkupElement) {
        let cells = row.elements.filter { $0.name == "table-cell" }
        guard cells.count > 1, cells.allSatisfy({ $0.elements.count <= 1 && $0.elements.allSatisfy { $0.name == "p" } })
        else { return blocks(row) }
        for (index, cell) in cells.enumerated() {
            if index > 0 { composer.addTab() }
            for child in cell.elements { inline(child, isRaised: false) }
        }
        composer.endParagraph()
    }

    private mutating func inline(_ element: MarkupElement, isRaised: Bool) {
        for node in element.children {
            switch node {
            case .text(let text): if isRaised { composer.addRaised(text) } else { composer.add(text) }
            case .element(let child): piece(child, isRaised: isRaised)
            }
        }
    }

    private mutating func piece(_ element: MarkupElement, isRaised: Bool) {
        switch element.name {
        case "note":
            notes.append(element)
            composer.addMarker(notes.count)
        case "a":
            let from = composer.offset
            inline(element, isRaised: isRaised)
            composer.endLink(to: element.attributes["href"], from: from)
        case "s": composer.add(" ")
        case "tab": composer.addTab()
        case "line-break": composer.breakLine()
        case "frame", "text-box", "custom-shape", "rect", "g": boxes.append(element)
        case "annotation", "annotation-end", "tracked-changes": break
        default: inline(element, isRaised: isRaised || element.attributes["style-name"].map(raised.contains) == true)
        }
    }
}
