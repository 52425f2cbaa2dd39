import DutchText
import LetterReading

/// A letter as KOOP publishes it in XML: `<vraag>`, `<antwoord>`, `<noot>`, `<extref doc="…">`. Its structure is taken as it
/// stands, whatever root and wrappers are around it.
struct OfficialXML {
    private var composer = TextComposer()
    private var notes: [MarkupElement] = []
    /// The number of the last question, and of those without an answer.
    private var asked = 0
    private var open: [Int] = []
    private var isInUnit = false
    /// Where the last question or answer ended: what follows closes the letter.
    private var end: Int?
    /// Notes that are called from elsewhere, by their id, and the numbers they got.
    private var referred: [String: MarkupElement] = [:]
    private var numbers: [String: Int] = [:]

    /// Elements that stand within a line.
    private static let inline: Set<String> = [
        "naam", "voornaam", "voorvoegsels", "achternaam", "politiek", "organisatie", "datum", "kamervraagonderwerp",
        "extref", "intref", "nadruk", "noot", "nootref", "sup", "inf", "unl", "b", "i", "u", "ext-ref", "redactie",
        "span",
    ]
    /// Elements that are paragraphs or hold some, also where text stands beside them; every other element is one only where
    /// none does.
    private static let blocks: Set<String> = [
        "al", "lijst", "li", "table", "tgroup", "tbody", "row", "entry", "tussenkop", "titel", "nr", "vraag",
        "antwoord",
        "groep", "blockquote", "functie",
    ]
    private static let skipped: Set<String> = ["metadata", "meta", "plaatje", "illustratie", "noot.nr"]

    @Sendable static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = MarkupOpening.head(bytes)
        if head.hasPrefix("<?xml") { return !head.contains("<!doctype html") && !head.contains("<html") }
        return ["<officiele-publicatie", "<kamervragen", "<vraag"].contains { head.hasPrefix($0) }
    }

    @Sendable static func read(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        guard let root = MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)) else {
            throw MarkupTree.lacking ?? UnreadableLetter.damaged("it is not well-formed XML, or too large")
        }
        // What describes a letter (KOOP's metadata.xml) is none.
        guard root.find({ ["vraag", "antwoord", "kamervragen", "officiele-publicatie"].contains($0.name) }) != nil
        else { throw UnreadableLetter.otherFormat("XML, but not an official publication with questions or answers") }
        return read(root)
    }

    private static func read(_ root: MarkupElement) -> Document {
        var reader = OfficialXML()
        reader.collectReferences(root)
        reader.block(root)
        reader.composer.endParagraph()
        if let end = reader.end, reader.composer.offset > end { reader.composer.beginUnit(.closing, at: end) }
        var index = 0
        // A note may call another.
        while index < reader.notes.count {
            reader.composer.beginNote(index + 1)
            for child in reader.notes[index].elements where child.name != "noot.nr" { reader.block(child) }
            reader.composer.endNote()
            index += 1
        }
        var text = reader.composer.finished()
        text.knowsMarkers = true
        text.facts = Document.Facts(metadata: root)
        return text
    }

    private mutating func block(_ element: MarkupElement) {
        guard !Self.skipped.contains(element.name) else { return }
        composer.endParagraph()
        let isUnit = !isInUnit && (element.name == "vraag" || element.name == "antwoord")
        if isUnit {
            heading(element)
            isInUnit = true
        }
        defer { if isUnit { (isInUnit, end) = (false, composer.offset) } }
        let isLine = element.children.contains { node in
            if case .text(let text) = node { !text.allSatisfy(\.isWhitespace) } else { false }
        }
        for node in element.children {
            switch node {
            case .text(let text): composer.add(text)
            case .element(let child)
            where Self.inline.contains(child.name) || isLine && !Self.blocks.contains(child.name):
                piece(child)
            case .element(let child): block(child)
            }
        }
        composer.endParagraph()
    }

    /// `<vraag>` opens a question whatever is printed; its numbers are the printed ones, as `Vraag 5, 6`, or else the next.
    /// Where the word is not printed, it is put before the text.
    private mutating func heading(_ element: MarkupElement) {
        let part: UnitName.Part = element.name == "vraag" ? .question : .answer
        let head = element.first("kop") ?? element
        let number = head.first("nr")?.text.trimmed
        let printed = number ?? element.elements.first?.text.trimmed ?? ""
        let word = part == .question ? ["vraag", "vragen"] : ["antwoord", "beantwoording"]
        let isPrinted = word.contains { printed.lowercased().hasPrefix($0) }
        var numbers = isPrinted || number != nil ? Self.numbers(printed) : []
        switch part {
        case .question:
            if numbers.isEmpty { numbers = [asked + 1] }
            asked = numbers.max() ?? asked
            open += numbers
        default:
            // An answer without a number answers every question since the last one.
            if numbers.isEmpty { numbers = open.isEmpty ? [max(asked, 1)] : open }
            open.removeAll { numbers.contains($0) }
        }
        composer.beginUnit(UnitName(part, numbers))
        guard !isPrinted else { return }
        composer.add("\(part == .question ? "Vraag" : "Antwoord") \(numbers.map(String.init).joined(separator: ", "))")
        composer.endParagraph()
    }

    /// The numbers in `Vraag 5, 6`; none in a text that does not open with them.
    private static func numbers(_ printed: String) -> [Int] {
        printed.reading { bytes in
            let digit = bytes.first(in: 0..<min(bytes.count, 40), EightBytes.digits) ?? bytes.count
            var cursor = Cursor(bytes, in: digit..<bytes.count)
            return NumberList.read(&cursor, style: .heading) ?? []
        }
    }

    private mutating func piece(_ element: MarkupElement) {
        switch element.name {
        case "noot": if element.attributes["id"].map(referred.keys.contains) != true { call(element) }
        case "nootref":
            guard let id = element.attributes["refid"], let note = referred[id] else { return }
            if let number = numbers[id] { composer.addMarker(number) } else { call(note, id) }
        case "extref", "ext-ref":
            let from = composer.offset
            content(element)
            composer.endLink(to: element.attributes["doc"] ?? element.attributes["href"], from: from)
        case "sup": composer.addRaised(element.text)
        default: content(element)
        }
    }

    private mutating func call(_ note: MarkupElement, _ id: String? = nil) {
        notes.append(note)
        if let id { numbers[id] = notes.count }
        composer.addMarker(notes.count)
    }

    /// Notes that stand apart and are called by `<nootref refid="…">`.
    private mutating func collectReferences(_ root: MarkupElement) {
        var wanted: Set<String> = []
        var found: [String: MarkupElement] = [:]
        func collect(_ element: MarkupElement) {
            if element.name == "nootref", let id = element.attributes["refid"] { wanted.insert(id) }
            if element.name == "noot", let id = element.attributes["id"] { found[id] = element }
            for child in element.elements { collect(child) }
        }
        collect(root)
        referred = found.filter { wanted.contains($0.key) }
    }

    private mutating func content(_ element: MarkupElement) {
        for node in element.children {
            switch node {
            case .text(let text): composer.add(text)
            case .element(let child): piece(child)
            }
        }
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
