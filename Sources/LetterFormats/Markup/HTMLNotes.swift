/// The notes of a page: `<a href="#n1">1</a>` calls the element with `id="n1"` that stands further on, whatever it is made
/// of (a paragraph, an item of a list, a row of a table).
struct HTMLNotes {
    private var notes: [String: MarkupElement] = [:]
    /// Blocks by each id in them, and where they stand.
    private var blocks: [String: (block: MarkupElement, place: Int)] = [:]
    private var calls: [String: Int] = [:]
    private var count = 0

    /// A note is no chapter.
    private static let longest = 4000
    private static let holders: Set<String> = ["p", "li", "dd", "dt", "tr", "td", "div", "section", "aside"]

    init(_ document: MarkupElement) {
        collect(document, in: nil, place: 0)
        for (id, place) in calls {
            guard let target = blocks[id], target.place > place, target.block.text.utf8.count < Self.longest else {
                continue
            }
            let text = target.block.text.drop(while: \.isWhitespace)
            if text.hasPrefix("Vraag") || text.hasPrefix("Antwoord") { continue }
            notes[id] = target.block
        }
    }

    private mutating func collect(_ element: MarkupElement, in block: MarkupElement?, place: Int) {
        var (block, place) = (block, place)
        if Self.holders.contains(element.name) {
            // The innermost block; a list item with a paragraph in it is the item.
            let isWithin = block.map { ["li", "dd", "tr"].contains($0.name) } == true && element.name != "tr"
            if !isWithin {
                count += 1
                (block, place) = (element, count)
            }
        }
        if let id = element.attributes["id"] ?? (element.name == "a" ? element.attributes["name"] : nil), let block,
            blocks[id] == nil
        {
            blocks[id] = (block, place)
        }
        if element.name == "a", let id = Self.target(element), Self.isMarker(element.text), calls[id] == nil {
            calls[id] = place
        }
        // A note that only the site's own parts call would be lost with them.
        for case .element(let child) in element.children where !HTMLPage.skipped.contains(child.name) {
            collect(child, in: block, place: place)
        }
    }

    private static func target(_ anchor: MarkupElement) -> String? {
        guard let href = anchor.attributes["href"], href.hasPrefix("#"), href.count > 1 else { return nil }
        return String(href.dropFirst())
    }

    /// `1`, `[1]`, `(1)`, `*`.
    private static func isMarker(_ text: String) -> Bool {
        let signs = text.filter { !$0.isWhitespace }
        return (1...5).contains(signs.count) && signs.allSatisfy { $0.isNumber || "[]()*.".contains($0) }
    }

    /// The note that an anchor calls; nil for any other link.
    func called(by anchor: MarkupElement) -> String? {
        guard let id = Self.target(anchor), notes[id] != nil, Self.isMarker(anchor.text) else { return nil }
        return id
    }

    /// Whether an anchor somewhere in an element calls a note: `<sup><a href="#n1">1</a></sup>`.
    func isCalled(in element: MarkupElement) -> Bool {
        element.elements.contains { called(by: $0) != nil || isCalled(in: $0) }
    }

    func content(of id: String) -> MarkupElement? { notes[id] }

    /// Whether a block is the text of a note.
    func isNote(_ element: MarkupElement) -> Bool {
        !notes.isEmpty && Self.holders.contains(element.name)
            && Self.ids(element, depth: 4).contains { notes[$0] != nil && isSame(notes[$0], element) }
    }

    private func isSame(_ note: MarkupElement?, _ element: MarkupElement) -> Bool {
        note?.name == element.name && note?.text == element.text
    }

    /// The ids of an element and of what stands at its head.
    private static func ids(_ element: MarkupElement, depth: Int) -> [String] {
        let own = [element.attributes["id"], element.attributes["name"]].compactMap(\.self)
        return depth == 0 ? own : own + element.elements.prefix(3).flatMap { ids($0, depth: depth - 1) }
    }
}
