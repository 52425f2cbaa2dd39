import LetterFormats
import Wording

/// What bytes are, whatever was said of them; and whether all of them came.
enum FileCheck {
    /// The format of a file, by its content; nil for none that is known.
    static func format(_ bytes: [UInt8]) -> FileFormat? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return isOpenDocument(bytes) ? .odt : .docx }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .doc }
        let head = MarkupOpening.head(bytes)
        if head.isEmpty { return nil }
        return head.contains("<!doctype html") || head.contains("<html") ? .html : .xml
    }

    private static func isOpenDocument(_ bytes: [UInt8]) -> Bool {
        let mark = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
        return bytes.count > 30 + mark.count && bytes[30..<30 + mark.count].elementsEqual(mark)
    }

    /// Whether a file ends as one of its format does.
    static func isWhole(_ bytes: [UInt8], _ format: FileFormat) -> Bool {
        switch format {
        case .pdf: ends(bytes, "%%EOF", within: 2048)
        case .docx, .odt: ends(bytes, "PK\u{5}\u{6}", within: 70_000)
        case .xml: MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)) != nil
        case .html, .doc: true
        }
    }

    private static func ends(_ bytes: [UInt8], _ mark: String, within count: Int) -> Bool {
        bytes.suffix(count).firstRange(of: Array(mark.utf8)) != nil
    }

    /// The id that an official publication gives itself: in the address of its metadata,
    /// `https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1244/metadata.xml`, or as its identifier.
    static func ownID(_ bytes: [UInt8]) -> String? {
        guard let root = MarkupTree.xml(MarkupOpening.withoutBlanks(bytes)) else { return nil }
        var found: [String] = []
        func collect(_ element: MarkupElement) {
            if element.name == "meta", let name = element.attributes["name"], let value = element.attributes["content"]
            {
                let end = name.split(separator: ".").last
                if end == "externMetadataRecord" || end == "identifier" {
                    found += value.split(separator: "/").map(String.init)
                }
            }
            for child in element.elements where ["metadata", "meta"].contains(child.name) { collect(child) }
        }
        collect(root)
        return found.first { if case .aanhangsel? = LetterID($0) { true } else { false } }
    }
}
