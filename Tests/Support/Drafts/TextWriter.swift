/// A letter as plain text or Markdown, with its notes in some notation.
struct TextWriter {
    private let draft: LetterDraft
    private let style: NoteStyle
    private let headingMark: String
    private var lines: [String] = []
    /// Called since the last page's foot, or in the paragraph.
    private var called: [Int] = []

    static func text(_ draft: LetterDraft, _ style: NoteStyle) -> String { TextWriter(draft, style, "").written() }

    static func markdown(_ draft: LetterDraft, _ style: NoteStyle) -> String {
        TextWriter(draft, style, "### ").written()
    }

    private init(_ draft: LetterDraft, _ style: NoteStyle, _ headingMark: String) {
        (self.draft, self.style, self.headingMark) = (draft, style, headingMark)
    }

    private func written() -> String {
        var writer = self
        writer.write()
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write() {
        for unit in draft.units {
            if let heading = unit.heading { lines.append(headingMark + heading) }
            for paragraph in unit.paragraphs { write(paragraph, of: unit.part) }
        }
        switch style.place {
        case .paragraph: break
        case .pageFoot: foot()
        case .end:
            for index in draft.notes.indices { lines.append(style.opening(index + style.first) + draft.notes[index]) }
        }
    }

    private mutating func write(_ paragraph: [LetterDraft.Piece], of part: LetterDraft.Part) {
        var text = ""
        var last: LetterDraft.Piece?
        for piece in paragraph {
            switch piece {
            case .text(let words): text += words
            case .lineBreak:
                lines.append(text)
                text = ""
                // A page ends where an answer goes on.
                if style.place == .pageFoot, part == .answer, !called.isEmpty { foot() }
            case .note(let index):
                if case .note = last { text += style.joiner } else { text += style.lead }
                text += style.marker(index + style.first)
                if !called.contains(index) { called.append(index) }
            }
            last = piece
        }
        if style.place == .paragraph {
            for index in called { text += " " + style.opening(index + style.first) + draft.notes[index] + "]" }
            called = []
        }
        lines += [text, ""]
    }

    private mutating func foot() {
        for index in called { lines.append(style.opening(index + style.first) + draft.notes[index]) }
        called = []
        lines.append("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2")
    }
}
