import Support

/// Small writers of the formats that are XML.
enum MarkupWriters {
    static func escaped(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" }.map(Character.init))
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    static func docx(_ letter: PlainLetter) -> [UInt8] {
        func run(_ inner: String) -> String { "<w:r>\(inner)</w:r>" }
        func text(_ text: String) -> String { run("<w:t xml:space=\"preserve\">\(escaped(text))</w:t>") }
        let body = letter.paragraphs.map { pieces in
            "<w:p>"
                + pieces.map { piece in
                    switch piece {
                    case .text(let words): text(words)
                    case .note(let index): run("<w:footnoteReference w:id=\"\(index + 2)\"/>")
                    case .lineBreak: run("<w:br/>")
                    }
                }.joined() + "</w:p>"
        }.joined()
        let notes = letter.notes.enumerated().map { index, note in
            "<w:footnote w:id=\"\(index + 2)\"><w:p>\(run("<w:footnoteRef/>"))\(note.split(separator: "\n").map { text(" " + $0) }.joined(separator: run("<w:br/>")))</w:p></w:footnote>"
        }.joined()
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        return ZipWriter.archive([
            ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
            ("word/footnotes.xml", "<w:footnotes \(space)>\(notes)</w:footnotes>"),
        ])
    }

    static func odt(_ letter: PlainLetter) -> [UInt8] {
        let body = letter.paragraphs.map { pieces in
            "<text:p>"
                + pieces.map { piece in
                    switch piece {
                    case .text(let words): escaped(words)
                    case .note(let index):
                        "<text:note><text:note-citation>\(index + 1)</text:note-citation><text:note-body><text:p>"
                            + escaped(letter.notes[index]).replacing("\n", with: "<text:line-break/>")
                            + "</text:p></text:note-body></text:note>"
                    case .lineBreak: "<text:line-break/>"
                    }
                }.joined() + "</text:p>"
        }.joined()
        return ZipWriter.archive([
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
            ),
        ])
    }

    static func html(_ letter: PlainLetter) -> [UInt8] {
        let body = letter.paragraphs.map { pieces in
            "<p>"
                + pieces.map { piece in
                    switch piece {
                    case .text(let words): escaped(words)
                    case .note(let index): "<sup><a href=\"#n\(index + 1)\">\(index + 1)</a></sup>"
                    case .lineBreak: "<br>"
                    }
                }.joined() + "</p>\n"
        }.joined()
        let notes = letter.notes.enumerated().map { index, note in
            "<p id=\"n\(index + 1)\"><sup>\(index + 1)</sup> \(escaped(note).replacing("\n", with: "<br>"))</p>\n"
        }.joined()
        return Array(
            "<!DOCTYPE html><html><head><title>x</title></head><body><nav>Kamerstuk 11 111, nr. 1</nav><main>\(body)\(notes)</main></body></html>"
                .utf8)
    }
}
