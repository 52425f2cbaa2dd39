import LetterReading

/// A letter as a web page of officielebekendmakingen.nl or rijksoverheid.nl: the part of the page that is the document,
/// paragraph by paragraph. What the site puts around it is left out.
struct HTMLPage {
    private var composer = TextComposer()
    private let pageNotes: HTMLNotes
    /// Notes in the order they are called.
    private var called: [String] = []
    /// How many lists were begun.
    private var lists = 0

    static let skipped: Set<String> = [
        "head", "script", "style", "nav", "header", "footer", "form", "button", "aside", "noscript", "svg", "template",
        "iframe", "select", "input", "title",
    ]
    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "kbd", "label",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "ins", "var", "wbr", "br", "del",
        "img",
    ]

    @Sendable static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = MarkupOpening.head(bytes)
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<head")
            || (head.hasPrefix("<") && head.contains("<html"))
    }

    @Sendable static func read(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        guard let root = MarkupTree.html(MarkupOpening.withoutBlanks(bytes)) else {
            throw MarkupTree.lacking ?? UnreadableLetter.damaged("it is not HTML, or too large")
        }
        let document = read(root)
        if document.text.bytes.isEmpty { throw UnreadableLetter.empty }
        return document
    }

    private static func read(_ root: MarkupElement) -> Document {
        let document = document(root)
        var page = HTMLPage(pageNotes: HTMLNotes(document))
        page.block(document)
        page.composer.endParagraph()
        var index = 0
        while index < page.called.count {
            page.composer.beginNote(index + 1)
            page.pageNotes.content(of: page.called[index]).map { page.note($0) }
            page.composer.endNote()
            index += 1
        }
        var text = page.composer.finished()
        text.knowsMarkers = true
        text.isWebPage = true
        text.facts = Document.Facts(metadata: root)
        return text
    }

    /// The element that holds the document itself.
    private static func document(_ root: MarkupElement) -> MarkupElement {
        let marks: [(MarkupElement) -> Bool] = [
            { $0.attributes["id"] == "broodtekst" || $0.attributes["class"]?.contains("broodtekst") == true },
            { $0.name == "main" || $0.attributes["role"] == "main" },
            { $0.attributes["id"] == "main-column" || $0.attributes["id"] == "content" }, { $0.name == "article" },
        ]
        // The first that holds nearly all headings and links of notes the page has: a page may be cut in several.
        let body = root.find("body") ?? root
        let whole = weight(body)
        return marks.lazy.compactMap { root.find($0) }.first { weight($0) >= whole && weight($0) > 0 } ?? body
    }

    /// How many questions, answers and notes an element holds.
    private static func weight(_ element: MarkupElement) -> Int {
        let text = element.text
        guard !text.allSatisfy(\.isWhitespace) else { return 0 }
        let mentions = Array(text.utf8).reading { bytes in
            ["Vraag", "Antwoord", "noot"].reduce(1) { $0 + bytes.count(of: $1) }
        }
        func anchors(_ element: MarkupElement) -> Int {
            var count = element.attributes["href"]?.hasPrefix("#") == true ? 1 : 0
            for case .element(let child) in element.children where !skipped.contains(child.name) {
                count += anchors(child)
            }
            return count
        }
        return mentions + anchors(element)
    }

    private mutating func block(_ element: MarkupElement, number: (Int, list: Int)? = nil) {
        guard !Self.skipped.contains(element.name), element.attributes["hidden"] == nil else { return }
        // A note is written where it is called from.
        if pageNotes.isNote(element) { return }
        composer.endParagraph()
        if let (number, list) = number { composer.addNumber("\(number).", list: "\(list)") }
        if element.name == "ol" { lists += 1 }
        let list = lists
        var item = min(max(Int(element.attributes["start"] ?? "") ?? 1, 0), 100_000)
        let isRow = element.name == "tr" && element.elements.allSatisfy { Self.isLine($0) }
        for (index, node) in element.children.enumerated() {
            switch node {
            case .text(let text): composer.add(text)
            case .element(let child) where isRow:
                if index > 0 { composer.addTab() }
                for node in child.children { self.node(node) }
            case .element(let child) where Self.inline.contains(child.name): piece(child)
            case .element(let child) where element.name == "ol" && child.name == "li":
                block(child, number: (item, list))
                item += 1
            case .element(let child): block(child)
            }
        }
        composer.endParagraph()
    }

    /// Whether a cell holds nothing but a line of text.
    private static func isLine(_ cell: MarkupElement) -> Bool { cell.elements.allSatisfy { inline.contains($0.name) } }

    private mutating func piece(_ element: MarkupElement) {
        switch element.name {
        case "br": composer.breakLine()
        case "sup": if pageNotes.isCalled(in: element) { content(element) } else { raise(element) }
        case "del", "s", "img": break
        case "a":
            let target = element.attributes["href"]
            if let note = pageNotes.called(by: element) { return call(note) }
            let from = composer.offset
            // A number that leads to another place of the page is the marker of a note, or the way back from one.
            if target?.hasPrefix("#") == true { raise(element) } else { content(element) }
            composer.endLink(to: target?.hasPrefix("#") == true ? nil : target, from: from)
        default: content(element)
        }
    }

    private mutating func call(_ note: String) {
        if !called.contains(note) { called.append(note) }
        composer.addMarker((called.firstIndex(of: note) ?? 0) + 1)
    }

    /// A note without the number and the way back before its text.
    private mutating func note(_ element: MarkupElement) {
        for node in element.children {
            if case .element(let child) = node {
                let isWayBack = child.text.allSatisfy { !$0.isLetter } && child.text.count < 8
                if isWayBack { continue }
                if !Self.inline.contains(child.name) {
                    note(child)
                    composer.endParagraph()
                    continue
                }
            }
            self.node(node)
        }
    }

    private mutating func raise(_ element: MarkupElement) {
        let text = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty || text.contains(where: { !$0.isNumber && $0 != "," && $0 != " " }) {
            content(element)
        } else {
            composer.addRaised(text, isWhole: true)
        }
    }

    private mutating func content(_ element: MarkupElement) {
        for node in element.children { self.node(node) }
    }

    private mutating func node(_ node: MarkupElement.Node) {
        switch node {
        case .text(let text): composer.add(text)
        case .element(let child) where Self.inline.contains(child.name): piece(child)
        case .element(let child): block(child)
        }
    }
}
