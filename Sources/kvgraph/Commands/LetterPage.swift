import GraphAnalysis
import GraphStorage
import Wording

/// A letter in full: its header, its units, and what each of them cites.
struct LetterPage {
    private let letter: StoredLetter
    private let citations: [StoredCitation]
    private let references: [(from: String, to: String, quote: String, line: Int)]
    private let footnotes: [StoredFootnote]
    /// Citations of this letter by others.
    private let citing: [StoredCitation]

    init(_ letter: StoredLetter, _ store: GraphStore) throws {
        self.letter = letter
        citations = try store.citations(ofLetter: letter.name)
        references = try store.crossReferences(ofLetter: letter.name)
        citing = try store.citations(byOthersOf: letter.name)
        footnotes = try store.footnotes(ofLetter: letter.name)
    }

    func print(_ format: OutputFormat) throws {
        switch format {
        case .table: Output().show(text)
        case .csv: TableWriter.print(CitationRow.table(citations), as: .csv)
        case .json: Output.put(JSONText.array([object]))
        case .jsonl: Output.put(JSONText.line(object))
        }
    }

    private func names(_ part: String) -> [String] {
        letter.units.filter { $0.part == part }.map { unit in
            // `Q3`, and `B:Q3` where the numbers start again.
            let sides = unit.name.split(separator: ":")
            return (sides.count > 1 ? sides[0] + ":" : "") + sides[sides.count - 1].dropFirst()
        }
    }

    private func called(_ people: [StoredLetter.Person]) -> [String] {
        people.map { person in person.of.map { "\(person.name) (\($0))" } ?? person.name }
    }

    private var text: Phrase {
        var lines: [Phrase] = [.data(letter.label), "  letter     \(letter.name)", "  file       \(letter.file)"]
        lines += letter.copies.map { "  also       \($0)" }
        func add(_ value: String?, _ line: (String) -> Phrase) {
            if let value, !value.isEmpty { lines.append(line(value)) }
        }
        add(letter.aanhangsel) { "  aanhangsel \($0)" }
        add(letter.zaken.joined(separator: ", ")) { "  zaak       \($0)" }
        add(letter.answered) { "  answered   \($0)" }
        add(letter.submitted) { "  submitted  \($0)" }
        add(called(letter.ministers).joined(separator: ", ")) { "  ministers  \($0)" }
        add(called(letter.askers).joined(separator: ", ")) { "  askers     \($0)" }
        add(letter.subject) { "  subject    \($0)" }
        add(names("question").joined(separator: ", ")) { "  questions  \($0)" }
        add(names("answer").joined(separator: ", ")) { "  answers    \($0)" }
        lines.append("  footnotes  \(letter.footnotes)")
        for unit in letter.units { lines += text(of: unit.name, line: unit.line, unit.origin) }
        if !citing.isEmpty { lines += ["", "cited by"] }
        for citation in citing {
            lines.append(
                "  \(citation.letterLabel) [\(citation.letter)], \(citation.unit): \(citation.context ?? citation.sentence)"
            )
        }
        if !footnotes.isEmpty { lines += ["", "notes"] }
        for note in footnotes {
            lines.append("  \(note.mark) of \(note.units.joined(separator: ", ")), line \(note.line): \(note.text)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of unit: String, line: Int, _ origin: String?) -> [Phrase] {
        let cited = citations.filter { $0.unit == unit }.flatMap { citation -> [Phrase] in
            let note: Phrase = citation.footnote.map { " (note \($0))" } ?? ""
            let locator = citation.locator.map { ", \($0)" } ?? ""
            let label = CitationGraph.titled(CitationGraph.marked(citation.label, citation.doubt), citation.title)
            return [
                "  \(label)\(locator)\(note)  [\(citation.source)], \(citation.page.map { "page \($0), " } ?? "")line \(citation.line)",
                "      “\(plain(citation.quote))” in: \(citation.context ?? citation.sentence)",
            ] + (citation.readAs.map { ["      corrected from \($0)"] } ?? [])
        }
        let referred = references.filter { $0.from == unit }.map { reference -> Phrase in
            "  → \(reference.to): “\(plain(reference.quote))”, line \(reference.line)"
        }
        return ["", "\(unit), \(origin.map { "\(Phrase.english($0)), " } ?? "")line \(line)"] + cited + referred
    }

    private func plain(_ quote: String) -> String { quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The numbers of the questions, each on its own, as they are printed; those of a later part with it, as text: `B:1`.
    private var questions: [JSONValue] {
        names("question").flatMap { name in
            let sides = name.split(separator: ":")
            let numbers = sides[sides.count - 1].split(separator: "+").compactMap { Int($0) }
            return numbers.map { sides.count > 1 ? JSONValue.string("\(sides[0]):\($0)") : JSONValue.integer($0) }
        }
    }

    private var object: [String: JSONValue] {
        [
            "letter": .string(letter.name), "files": .array(([letter.file] + letter.copies).map(JSONValue.string)),
            "format": .string(letter.format),
            "aanhangsel": JSONValue(letter.aanhangsel),
            "zaak": .array(letter.zaken.map(JSONValue.string)), "answered": JSONValue(letter.answered),
            "submitted": JSONValue(letter.submitted),
            "ministers": .array(called(letter.ministers).map(JSONValue.string)),
            "askers": .array(letter.askers.map { .object(["name": .string($0.name), "party": JSONValue($0.of)]) }),
            "subject": JSONValue(letter.subject), "label": .string(letter.label),
            "questions": .array(questions),
            "answers": .array(names("answer").map(JSONValue.string)), "footnotes": .integer(letter.footnotes),
            "citations": .array(citations.map { .object(CitationRow.object($0)) }),
            "units": .array(
                letter.units.map {
                    .object(["unit": .string($0.name), "line": .integer($0.line), "origin": JSONValue($0.origin)])
                }),
            "cited_by": .array(citing.map { .object(CitationRow.object($0)) }),
            "notes": .array(
                footnotes.map {
                    .object([
                        "mark": .string($0.mark), "units": .array($0.units.map(JSONValue.string)),
                        "text": .string($0.text), "line": .integer($0.line),
                    ])
                }),
            "crossrefs": .array(
                references.map {
                    .object([
                        "unit": .string($0.from), "id": .string("#" + $0.to), "quote": .string($0.quote),
                        "line": .integer($0.line),
                    ])
                }),
        ]
    }
}
