/// A letter of any format after an accident: its text, the markup around it, or the file as a whole.
public enum SpoiledFile {
    private static let signs =
        [
            "<", ">", "</", "/>", "&", "&#", "&#x0;", "&lt;", "\"", "'", "<p>", "</p>", "<!--", "-->", "<![CDATA[",
            "]]>", "<al>", "<noot id=\"1\">",
            "<w:p>", "</w:r>", "<text:p>", "<text:note>", "<sup>1</sup>", " number=\"", " top=\"-1\"",
            " size=\"9999999999999999999\"",
            " w:val=\"-9\"", "Kamerstuk 35 165, nr. 97", "Vraag 2", "Antwoord 1", "[1]", "¹", "\u{0}", "\u{1B}[31m",
            "\u{202E}", "\u{85}", "\r",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0x80]]

    /// The parts that each file is made of: a name for those of an archive.
    private struct Whole {
        let suffix: String
        var parts: [(name: String, bytes: [UInt8])]
    }

    private static let wholes: [Whole] = {
        let draft = OwnLetter.all[0].draft
        let formats = DraftFormat.all.filter { $0.suffix != "pdf" && ($0.suffix != "docx" || $0.isCalledOnce) }
        let files = formats.map { format in
            let bytes = format.write(draft)
            let isArchive = ["docx", "odt"].contains(format.suffix)
            return Whole(suffix: format.suffix, parts: isArchive ? ZipWriter.parts(of: bytes) : [("", bytes)])
        }
        return files + [Whole(suffix: "pdf", parts: [("", extracted(draft))])]
    }()

    /// What `pdftohtml` would make of a PDF of the letter.
    private static func extracted(_ draft: LetterDraft) -> [UInt8] {
        let words = draft.paragraphs.flatMap { $0 + [.lineBreak] }
        var lines = ""
        var (top, left) = (80, 90)
        for piece in words {
            switch piece {
            case .lineBreak: (top, left) = (top + 20, 90)
            case .note(let index):
                lines +=
                    "<text top=\"\(top)\" left=\"\(left)\" width=\"5\" height=\"8\" font=\"1\">\(index + 1)</text>\n"
                left += 6
            case .text(let text):
                let width = text.utf8.count * 6
                lines +=
                    "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width)\" height=\"15\" font=\"0\"><b>\(MarkupWriters.escaped(text))</b></text>\n"
                left += width
            }
        }
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <pdf2xml producer="poppler"><page number="1" position="absolute" top="0" left="0" height="1263" width="893">
            <fontspec id="0" size="13" family="Times" color="#000000"/><fontspec id="1" size="8" family="Times" color="#000000"/>
            \(lines)</page></pdf2xml>
            """.utf8)
    }

    /// The bytes of a file and the ending of its name; the same seed gives the same.
    public static func bytes(seed: Int) -> (bytes: [UInt8], suffix: String) {
        var generator = SeededGenerator(UInt64(seed))
        var whole = wholes[seed % wholes.count]
        for _ in 0..<([1, 3, 10, 60].randomElement(using: &generator) ?? 1) {
            let part = Int.random(in: whole.parts.indices, using: &generator)
            spoil(&whole.parts[part].bytes, &generator)
        }
        guard whole.parts[0].name.isEmpty else {
            var archive = ZipWriter.archive(whole.parts)
            if Int.random(in: 0..<8, using: &generator) == 0 { spoil(&archive, &generator) }
            return (archive, whole.suffix)
        }
        return ((whole.suffix == "pdf" ? Array("%PDF-1.4\n".utf8) : []) + whole.parts[0].bytes, whole.suffix)
    }

    private static func spoil(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        func end(_ most: Int) -> Int { min(bytes.count, place + Int.random(in: 0...most, using: &generator)) }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<3: bytes.removeSubrange(place..<end(30))
        case 3..<7: bytes.insert(contentsOf: signs[Int.random(in: 0..<signs.count, using: &generator)], at: place)
        case 7: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
        case 8: if Int.random(in: 0..<4, using: &generator) == 0 { bytes.removeSubrange(place...) }
        default:
            let piece = Array(bytes[place..<end(400)])
            bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
        }
    }
}
