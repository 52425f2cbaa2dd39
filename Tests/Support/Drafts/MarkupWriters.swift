/// Small writers of the formats that are XML, but for Word's (`WordWriter`).
public enum MarkupWriters {
    static func escaped(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" }.map(Character.init))
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    public static func odt(_ letter: LetterDraft) -> [UInt8] {
        let body = letter.paragraphs.map { pieces in
            let inner = pieces.map { piece in
                switch piece {
                case .text(let words): escaped(words)
                case .note(let index):
                    "<text:note><text:note-citation>\(index + 1)</text:note-citation><text:note-body><text:p>"
                        + escaped(letter.notes[index]).replacing("\n", with: "<text:line-break/>")
                        + "</text:p></text:note-body></text:note>"
                case .lineBreak: "<text:line-break/>"
                }
            }
            return "<text:p>\(inner.joined())</text:p>"
        }
        let content = "<office:body><office:text>\(body.joined())</office:text></office:body>"
        return ZipWriter.archive([
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\">\(content)</office:document-content>"
            ),
        ])
    }

    /// A page with a menu, whose notes are what its numbers lead to.
    public static func html(_ letter: LetterDraft) -> [UInt8] {
        let body = letter.paragraphs.map { pieces in
            let inner = pieces.map { piece in
                switch piece {
                case .text(let words): escaped(words)
                case .note(let index): "<sup><a href=\"#n\(index + 1)\">\(index + 1)</a></sup>"
                case .lineBreak: "<br>"
                }
            }
            return "<p>\(inner.joined())</p>\n"
        }
        let notes = letter.notes.enumerated().map { index, note in
            let text = escaped(note).replacing("\n", with: "<br>")
            return "<p id=\"n\(index + 1)\"><sup>\(index + 1)</sup> \(text)</p>\n"
        }
        let main = "<main>\(body.joined())\(notes.joined())</main>"
        return Array(
            "<!DOCTYPE html><html><head><title>x</title></head><body><nav>Kamerstuk 11 111, nr. 1</nav>\(main)</body></html>"
                .utf8)
    }

    /// The official publications' XML: each note where it is called, or all behind the letter.
    static func officialXML(_ letter: LetterDraft, notesApart: Bool) -> [UInt8] {
        func note(_ index: Int) -> String {
            "<noot id=\"n\(index + 1)\" type=\"voet\"><noot.nr>\(index + 1)</noot.nr>"
                + "<noot.al>\(escaped(letter.notes[index]))</noot.al></noot>"
        }
        var written: Set<Int> = []
        func call(_ index: Int) -> String {
            notesApart || !written.insert(index).inserted ? "<nootref refid=\"n\(index + 1)\"/>" : note(index)
        }
        func paragraph(_ pieces: [LetterDraft.Piece]) -> String {
            let inner = pieces.map { piece in
                switch piece {
                case .text(let words): escaped(words)
                case .note(let index): call(index)
                case .lineBreak: " "
                }
            }
            return "<al>\(inner.joined())</al>"
        }
        let units = letter.units.map { unit in
            let inner = unit.paragraphs.map(paragraph).joined(separator: "\n")
            guard let heading = unit.heading else { return inner }
            let name = unit.part == .question ? "vraag" : "antwoord"
            return "<\(name)><nr>\(heading)</nr>\n\(inner)</\(name)>"
        }
        let notes = notesApart ? letter.notes.indices.map(note) : []
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <officiele-publicatie><kamervragen>
            \((units + notes).joined(separator: "\n"))
            </kamervragen></officiele-publicatie>
            """.utf8)
    }
}
