import LetterReading

/// A letter as lines of text, for cases: each unit with its running text, each note with its units.
enum LetterDump {
    static func lines(_ letter: Letter) -> [String] {
        var lines: [String] = []
        for run in letter.passage.runs {
            let text = String(decoding: letter.passage.text[run.range], as: UTF8.self).replacing("\n\n", with: " ¶ ")
                .replacing("\n", with: " | ")
            if let footnote = run.footnote {
                let note = letter.footnotes[footnote]
                let units = note.units.map(\.description).joined(separator: ",")
                lines.append("note \(note.mark) of \(units): \(text)")
            } else if !run.range.isEmpty {
                lines.append("\(letter.units[run.units[0]].name): \(text)")
            }
        }
        for part in letter.parts where part.role == .furniture {
            lines.append("furniture: " + letter.text.string(part.range).replacing("\n", with: " | "))
        }
        for diagnostic in letter.diagnostics {
            lines.append("\(diagnostic.severity.name): \(diagnostic.code.rawValue)")
        }
        return lines
    }
}
