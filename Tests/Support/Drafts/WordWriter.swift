/// Word's docx, with notes of its own or typed ones.
public struct WordWriter {
    /// How the notes are made.
    enum Notes: Sendable {
        case footnotes
        case endnotes
        /// Raised digits, and a list behind the last answer.
        case raised
        /// `1)`, and a list behind the last answer.
        case typed
        /// Those of questions are typed as `1)` and listed behind the last answer, those of answers are Word's: two series.
        case both
    }

    private let draft: LetterDraft
    private let notes: Notes

    public static func docx(_ draft: LetterDraft) -> [UInt8] { docx(draft, .footnotes) }

    static func docx(_ draft: LetterDraft, _ notes: Notes) -> [UInt8] { WordWriter(draft: draft, notes: notes).bytes }

    /// What is printed for a note, as the reader of the letter sees it.
    static func printed(_ index: Int, in draft: LetterDraft, _ notes: Notes) -> String {
        let writer = WordWriter(draft: draft, notes: notes)
        let number = writer.number(index)
        if writer.isWords(index) { return "\(number)" }
        return notes == .raised ? "\(number)" : "\(number))"
    }

    private var bytes: [UInt8] {
        var paragraphs = draft.paragraphs.map(paragraph)
        paragraphs += draft.notes.indices.filter { !isWords($0) }.map { index in
            text("\(number(index))\(notes == .raised ? "" : ")") \(draft.notes[index])")
        }
        let body = paragraphs.map { "<w:p>\($0)</w:p>" }.joined()
        let kind = notes == .endnotes ? "endnote" : "footnote"
        let own = draft.notes.indices.filter(isWords).map { index in
            let lines = draft.notes[index].split(separator: "\n").map { text(" " + $0) }
            let inner = run("<w:\(kind)Ref/>") + lines.joined(separator: run("<w:br/>"))
            return "<w:\(kind) w:id=\"\(index + 2)\"><w:p>\(inner)</w:p></w:\(kind)>"
        }
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        return ZipWriter.archive([
            ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
            ("word/\(kind)s.xml", "<w:\(kind)s \(space)>\(own.joined())</w:\(kind)s>"),
        ])
    }

    private func paragraph(_ pieces: [LetterDraft.Piece]) -> String {
        var text = ""
        var last: LetterDraft.Piece?
        for piece in pieces {
            // Raised numbers in a row would be one number.
            if case .note = piece, case .note = last, notes == .raised {
                text += run("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>,</w:t>")
            }
            text += self.piece(piece)
            last = piece
        }
        return text
    }

    private func piece(_ piece: LetterDraft.Piece) -> String {
        switch piece {
        case .text(let words): text(words)
        case .lineBreak: run("<w:br/>")
        case .note(let index) where isWords(index):
            run("<w:\(notes == .endnotes ? "endnote" : "footnote")Reference w:id=\"\(index + 2)\"/>")
        case .note(let index) where notes == .raised:
            run("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>\(number(index))</w:t>")
        case .note(let index): text(" \(number(index)))")
        }
    }

    /// Whether Word itself makes the note.
    private func isWords(_ index: Int) -> Bool {
        switch notes {
        case .footnotes, .endnotes: true
        case .raised, .typed: false
        case .both: draft.callers[index] == .answer
        }
    }

    /// Each series counts on its own.
    private func number(_ index: Int) -> Int {
        draft.notes.indices.count { $0 <= index && isWords($0) == isWords(index) }
    }

    private func run(_ inner: String) -> String { "<w:r>\(inner)</w:r>" }

    private func text(_ text: String) -> String {
        run("<w:t xml:space=\"preserve\">\(MarkupWriters.escaped(text))</w:t>")
    }
}
