import CMarkup
import DutchText

/// An element of an XML or HTML document: a value, free of the parser that made it. Names come without their prefix:
/// `w:p` is `p`.
package struct MarkupElement {
    package enum Node {
        case element(MarkupElement)
        case text(String)
    }

    package let name: String
    package let attributes: [String: String]
    package let children: [Node]

    /// The elements among the children.
    package var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    package func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

    /// The first element of this name at any depth, itself included, in the order they stand.
    package func find(_ isWanted: (MarkupElement) -> Bool) -> MarkupElement? {
        if isWanted(self) { return self }
        for case .element(let element) in children {
            if let found = element.find(isWanted) { return found }
        }
        return nil
    }

    package func find(_ name: String) -> MarkupElement? { find { $0.name == name } }

    /// All text below, as it stands.
    package var text: String {
        var text = ""
        add(to: &text)
        return text
    }

    private func add(to text: inout String) {
        for node in children {
            switch node {
            case .text(let piece): text += piece
            case .element(let element): element.add(to: &text)
            }
        }
    }
}

/// The one owner of libxml2's tree of a document.
package final class MarkupTree {
    /// A deeper document is refused: no letter is, and each level takes stack.
    private static let deepest = 200

    /// What to say where libxml2 is not installed; nil where it is.
    static var lacking: UnreadableLetter? {
        cmarkup_is_there() != 0 ? nil : .lacks(program: "libxml2", package: "libxml2")
    }

    private let document: OpaquePointer
    private var isTooDeep = false

    private init(_ document: OpaquePointer) { self.document = document }

    deinit { cmarkup_free(document) }

    /// The root of an XML document, or nil when it is not well-formed. Entities stay unread, and nothing is loaded from
    /// elsewhere: a bomb of either sort is just a short text.
    package static func xml(_ bytes: [UInt8]) -> MarkupElement? {
        guard MarkupBounds.hold(bytes, isHTML: false) else { return nil }
        let document = bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmarkup_read_xml($0.baseAddress, $0.count) }
        }
        return document.flatMap { MarkupTree($0).root }
    }

    /// The root of an HTML page, however it is written. The encoding is the one the page says, unless it is UTF-8 anyway.
    static func html(_ bytes: [UInt8]) -> MarkupElement? {
        guard MarkupBounds.hold(bytes, isHTML: true) else { return nil }
        let encoding = bytes.reading(\.isUTF8) ? "UTF-8" : nil
        let document = bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmarkup_read_html($0.baseAddress, $0.count, encoding) }
        }
        return document.flatMap { MarkupTree($0).root }
    }

    private var root: MarkupElement? {
        guard let root = cmarkup_root(document) else { return nil }
        let element = element(root, depth: 0)
        return isTooDeep ? nil : element
    }

    private func element(_ node: OpaquePointer, depth: Int) -> MarkupElement {
        var children: [MarkupElement.Node] = []
        if depth == Self.deepest { isTooDeep = true }
        var next = isTooDeep ? nil : cmarkup_first_child(node)
        while let child = next {
            switch UInt32(cmarkup_kind_of(child)) {
            case cmarkup_element.rawValue: children.append(.element(element(child, depth: depth + 1)))
            case cmarkup_text.rawValue:
                if let content = cmarkup_content(child) { children.append(.text(String(cString: content))) }
            case cmarkup_entity.rawValue: children.append(.text("\u{FFFD}"))
            default: break
            }
            next = cmarkup_next(child)
        }
        let name = cmarkup_name(node).map { String(cString: $0) } ?? ""
        return MarkupElement(name: name, attributes: attributes(node), children: children)
    }

    private func attributes(_ node: OpaquePointer) -> [String: String] {
        var attributes: [String: String] = [:]
        var next = cmarkup_first_attribute(node)
        while let attribute = next {
            if let name = cmarkup_attribute_name(attribute), let value = cmarkup_attribute_value(attribute) {
                attributes[String(cString: name)] = String(cString: value)
                cmarkup_free_value(value)
            }
            next = cmarkup_next_attribute(attribute)
        }
        return attributes
    }
}
