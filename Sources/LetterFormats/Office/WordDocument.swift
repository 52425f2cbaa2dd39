import DutchText
import LetterReading

/// A letter from Word: the paragraphs of `word/document.xml` with its tables and text boxes, tracked changes as they would
/// be accepted, notes where they are called. Headers and footers are furniture and stay out.
struct WordDocument {
    private var links: [String: String]
    private var composer = TextComposer()
    private var fields = WordFields()
    private var numbering: WordNumbering
    /// Notes in the order they are called: Word numbers them so, whatever their ids.
    private var calls: [Call] = []
    /// Text boxes of the paragraph, which follow it.
    private var boxes: [MarkupElement] = []

    private struct Call {
        let kind: String
        let id: String
    }

    @Sendable static func recognises(_ bytes: [UInt8]) -> Bool { OfficeArchive.holds(bytes, "word/document.xml") }

    /// - Throws: `UnreadableLetter` when the archive's parts are damaged or too large.
    @Sendable static func read(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        let parts = try OfficeArchive(bytes)
        let document = try parts.xml("word/document.xml", isNeeded: true)
        var reader = WordDocument(
            links: links(try parts.xml("word/_rels/document.xml.rels")),
            numbering: WordNumbering(
                numbering: try parts.xml("word/numbering.xml"), styles: try parts.xml("word/styles.xml")))
        reader.blocks(document?.first("body"))
        var notes: [String: [String: MarkupElement]] = [:]
        var targets: [String: [String: String]] = [:]
        for kind in ["footnote", "endnote"] {
            let root = try parts.xml("word/\(kind)s.xml")
            targets[kind] = links(try parts.xml("word/_rels/\(kind)s.xml.rels"))
            let pairs = (root?.elements ?? []).compactMap { note in note.attributes["id"].map { ($0, note) } }
            notes[kind] = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        reader.composer.endParagraph()
        for (index, call) in reader.calls.enumerated() {
            // Each part of the file has links of its own under the same names.
            reader.links = targets[call.kind] ?? [:]
            reader.note(index + 1, notes[call.kind]?[call.id])
        }
        var text = reader.composer.finished()
        text.knowsMarkers = true
        text.letterhead = try letterhead(document, parts)
        return text
    }

    /// The text of the headers that the first page prints, and those behind it where they have one of their own: a date and
    /// a subject may stand nowhere else.
    private static func letterhead(_ document: MarkupElement?, _ parts: OfficeArchive) throws(UnreadableLetter)
        -> [UInt8]
    {
        guard let section = document?.find("sectPr") else { return [] }
        let relations = try parts.xml("word/_rels/document.xml.rels")?.elements ?? []
        var text: [UInt8] = []
        for type in section.first("titlePg") == nil ? ["default"] : ["first", "default"] {
            let reference = section.elements.first { $0.name == "headerReference" && $0.attributes["type"] == type }
            guard let id = reference?.attributes["id"],
                let target = relations.first(where: { $0.attributes["Id"] == id })?.attributes["Target"],
                let header = try parts.xml("word/\(target)")
            else { continue }
            var reader = WordDocument(links: [:], numbering: WordNumbering(numbering: nil, styles: nil))
            reader.blocks(header)
            reader.composer.endParagraph()
            text += reader.composer.finished().text.bytes + [Byte.newline]
        }
        return text
    }

    private init(links: [String: String], numbering: WordNumbering) {
        (self.links, self.numbering) = (links, numbering)
    }

    private static func links(_ relations: MarkupElement?) -> [String: String] {
        let pairs = (relations?.elements ?? []).compactMap { relation -> (String, String)? in
            guard relation.attributes["TargetMode"] == "External", let id = relation.attributes["Id"],
                let target = relation.attributes["Target"]
            else { return nil }
            return (id, target)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private mutating func note(_ number: Int, _ element: MarkupElement?) {
        composer.beginNote(number)
        blocks(element)
        composer.endNote()
    }

    private mutating func blocks(_ element: MarkupElement?) {
        for child in element?.elements ?? [] {
            switch child.name {
            case "p": paragraph(child)
            case "tbl": table(child)
            case "del", "moveFrom", "sectPr": break
            case "AlternateContent": blocks(child.first("Choice") ?? child.first("Fallback"))
            default: blocks(child)
            }
        }
    }

    private mutating func paragraph(_ element: MarkupElement) {
        if let (number, list) = numbering.number(of: element.first("pPr")) { composer.addNumber(number, list: list) }
        inline(element)
        composer.endParagraph()
        let pending = boxes
        boxes = []
        for box in pending { blocks(box) }
    }

    /// A row whose cells are a line each is a line; others follow cell by cell.
    private mutating func table(_ element: MarkupElement) {
        for row in Self.unwrapped(element) where row.name == "tr" {
            let cells = Self.unwrapped(row).filter { $0.name == "tc" }
            let isLine = cells.count > 1 && cells.allSatisfy { Self.isLine($0) }
            guard isLine else {
                for cell in cells { blocks(cell) }
                continue
            }
            for (index, cell) in cells.enumerated() {
                if index > 0 { composer.addTab() }
                for child in Self.unwrapped(cell) where child.name == "p" { inline(child) }
            }
            composer.endParagraph()
        }
    }

    private static func isLine(_ cell: MarkupElement) -> Bool {
        let content = unwrapped(cell).filter { $0.name != "tcPr" }
        return content.count <= 1 && content.allSatisfy { $0.name == "p" }
    }

    /// The elements of an element, those within content controls and accepted insertions with them.
    private static func unwrapped(_ element: MarkupElement) -> [MarkupElement] {
        element.elements.flatMap { child in
            switch child.name {
            case "sdt", "sdtContent", "ins", "moveTo", "customXml": unwrapped(child)
            default: [child]
            }
        }
    }

    private mutating func inline(_ element: MarkupElement) {
        for child in element.elements {
            switch child.name {
            case "r": run(child)
            case "hyperlink":
                let from = composer.offset
                inline(child)
                composer.endLink(to: child.attributes["id"].flatMap { links[$0] }, from: from)
            case "fldSimple":
                let from = composer.offset
                inline(child)
                composer.endLink(to: WordFields.target(child.attributes["instr"] ?? ""), from: from)
            case "del", "moveFrom", "pPr", "rPr": break
            default: inline(child)
            }
        }
    }

    private mutating func run(_ run: MarkupElement) {
        let properties = run.first("rPr")
        let isRaised = properties?.first("vertAlign")?.attributes["val"] == "superscript"
        let isHidden = properties?.first("vanish").map {
            $0.attributes["val"] != "0" && $0.attributes["val"] != "false"
        }
        for child in run.elements {
            switch child.name {
            case "fldChar": fields.mark(child.attributes["fldCharType"] ?? "", &composer)
            case "instrText": fields.add(child.text)
            default: if fields.isVisible, isHidden != true { piece(child, isRaised: isRaised) }
            }
        }
    }

    private mutating func piece(_ element: MarkupElement, isRaised: Bool) {
        switch element.name {
        case "t": if isRaised { composer.addRaised(element.text) } else { composer.add(element.text) }
        case "tab", "ptab": composer.addTab()
        case "br", "cr": composer.breakLine()
        case "noBreakHyphen": composer.add("-")
        case "footnoteReference", "endnoteReference":
            guard let id = element.attributes["id"] else { return }
            calls.append(Call(kind: String(element.name.dropLast("Reference".count)), id: id))
            composer.addMarker(calls.count)
        case "drawing", "pict", "object": collectBoxes(element)
        case "AlternateContent":
            let chosen = element.first("Choice") ?? element.first("Fallback")
            for child in chosen?.elements ?? [] { piece(child, isRaised: isRaised) }
        default: break
        }
    }

    /// The text boxes of a drawing, of a group of them all; what is drawn twice, for old and new programs, is read once.
    private mutating func collectBoxes(_ element: MarkupElement) {
        for child in element.elements where child.name != "Fallback" {
            if child.name == "txbxContent" { boxes.append(child) } else { collectBoxes(child) }
        }
    }
}
