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
            guard let root = MarkupTree.xml(bytes) else {
                throw UnreadableLetter.damaged("it is no well-formed XML, or far too large")
            }
            return OfficialXML.read(root)
        })
}

struct OfficialXML {
    private var composer = TextComposer()
    private var notes: [MarkupElement] = []
    private var numbers: [String: Int] = [:]

    /// Elements that stand within a line; every other one is a paragraph or holds some.
    private static let inline: Set<String> = [
        "extref", "intref", "nadruk", "noot", "nootref", "sup", "inf", "unl", "b", "i", "u", "ext-ref", "redactie",
        "span",
    ]
    private static let skipped: Set<String> = ["metadata", "meta", "plaatje", "illustratie", "noot.nr"]

    static func read(_ root: MarkupElement) -> FormattedText {
        var reader = OfficialXML()
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
        // The heading of a question stands alone on its line, whatever is printed around it.
        for node in element.children {
            switch node {
            case .text(let text): composer.add(text)
            case .element(let child) where Self.inline.contains(child.name): piece(child)
            case .element(let child): block(child)
            }
        }
        composer.endParagraph()
    }

    private mutating func piece(_ element: MarkupElement) {
        switch element.name {
        case "noot":
            notes.append(element)
            if let id = element.attributes["id"] { numbers[id] = notes.count }
            composer.addMarker(notes.count)
        case "nootref": if let id = element.attributes["refid"], let number = numbers[id] { composer.addMarker(number) }
        case "extref", "ext-ref":
            let from = composer.offset
            content(element)
            composer.endLink(to: element.attributes["doc"] ?? element.attributes["href"], from: from)
        case "sup": composer.addRaised(element.text)
        default: content(element)
        }
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

extension FileFacts {
    /// `<meta name="issued" content="2023-06-06"/>`, or KOOP's own `OVERHEIDop.datumOntvangst`.
    init(metadata root: MarkupElement) {
        var found: [String: [String]] = [:]
        func collect(_ element: MarkupElement) {
            if element.name == "meta", let name = element.attributes["name"], let value = element.attributes["content"]
            {
                found[String(name.split(separator: ".").last ?? ""), default: []].append(value)
            }
            for child in element.elements { collect(child) }
        }
        collect(root)
        func day(_ names: [String]) -> String? {
            names.lazy.compactMap { found[$0]?.first }.first { value in
                value.count == 10 && value.split(separator: "-").map(\.count) == [4, 2, 2]
            }
        }
        aanhangsel = found["identifier"]?.first { $0.hasPrefix("ah-tk-") || $0.hasPrefix("ah-ek-") }
        answered = day(["datumOntvangst", "datumBrief", "issued"])
        submitted = day(["datumIndiening"])
        askers = (found["indiener"] ?? []).map(Self.surname)
        ministers = (found["ontvanger"] ?? []).map(Self.surname)
    }

    /// `S.J.F. van der Graaf` → `Van der Graaf`.
    private static func surname(_ name: String) -> String {
        let words = name.split(separator: " ").drop { $0.contains(".") }
        let rest = words.joined(separator: " ")
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }
}
