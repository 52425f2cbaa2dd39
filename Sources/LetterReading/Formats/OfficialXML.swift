/// A letter as KOOP publishes it in XML: `<vraag>`, `<antwoord>`, `<noot>`, `<extref doc="…">`. Its structure is taken as it
/// stands, whatever root and wrappers are around it; its text is read like any other.
extension InputFormat {
    public static let officialXML = InputFormat(
        name: "XML", suffixes: ["xml"],
        recognises: { bytes in
            let head = head(bytes)
            if head.hasPrefix("<?xml") { return !head.contains("<!doctype html") && !head.contains("<html") }
            return ["<officiele-publicatie", "<kamervragen", "<vraag"].contains { head.hasPrefix($0) }
        },
        read: { bytes throws(UnreadableLetter) in
            guard let root = MarkupTree.xml(withoutHead(bytes)) else {
                throw UnreadableLetter.damaged("it is no well-formed XML, or far too large")
            }
            // What describes a letter (KOOP's metadata.xml) is none.
            guard root.find({ ["vraag", "antwoord", "kamervragen", "officiele-publicatie"].contains($0.name) }) != nil
            else { throw UnreadableLetter.otherFormat("XML, but no official publication with questions or answers") }
            return OfficialXML.read(root)
        })
}

struct OfficialXML {
    private var composer = TextComposer()
    private var notes: [MarkupElement] = []
    /// The number of the last question.
    private var asked = 0
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

    static func read(_ root: MarkupElement) -> FormattedText {
        var reader = OfficialXML()
        reader.collectReferences(root)
        reader.block(root)
        reader.composer.endParagraph()
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
        text.facts = FileFacts(metadata: root)
        return text
    }

    private mutating func block(_ element: MarkupElement) {
        guard !Self.skipped.contains(element.name) else { return }
        composer.endParagraph()
        if element.name == "vraag" || element.name == "antwoord" { heading(element) }
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

    /// `<vraag>` opens a question whatever is printed: where its number stands alone, or is not there, the word and the
    /// count are put before it.
    private mutating func heading(_ element: MarkupElement) {
        let isQuestion = element.name == "vraag"
        if isQuestion { asked += 1 }
        let head = element.first("kop") ?? element
        let printed = (head.first("nr") ?? element.elements.first)?.text.trimmed ?? ""
        let lowered = printed.lowercased()
        guard !lowered.hasPrefix("vraag"), !lowered.hasPrefix("vragen"), !lowered.hasPrefix("antwoord") else { return }
        let number = head.first("nr").flatMap { Int($0.text.filter { $0.isASCII && $0.isNumber }) } ?? asked
        if isQuestion { asked = number }
        composer.add("\(isQuestion ? "Vraag" : "Antwoord") \(number)")
        composer.endParagraph()
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
