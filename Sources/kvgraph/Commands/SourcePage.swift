import GraphAnalysis
import GraphStorage
import Wording

/// A source in full: title, page on the web, and who cites it where.
struct SourcePage {
    private let source: StoredSource
    private let citations: [StoredCitation]
    private let parent: (id: String, label: String)?
    /// The letter in the store that it is.
    private let letter: String?
    /// What the user's corrections join to it, and keep apart from it.
    private let verdicts: (joined: [String], apart: [String])
    /// Letters, answers and citations of it alone, by the part of letters that is looked at, as lists count them.
    private let counts: [GraphSelection.Units: [Int]]

    init(_ source: StoredSource, _ store: GraphStore) throws {
        (self.source, citations) = (source, try store.citations(ofSource: source.id))
        verdicts = try store.verdicts(on: source.id)
        letter = try store.letter(citedAs: source.id)
        counts = try Dictionary(
            uniqueKeysWithValues: GraphSelection.Units.allCases.map { units in
                var selection = GraphSelection()
                selection.units = units
                return (units, try store.counts(selection, of: [source.id])[source.id] ?? [0, 0, 0])
            })
        parent = try source.parent.flatMap { id in try store.label(ofSource: id).map { (id, $0) } }
    }

    func print(_ format: OutputFormat) throws {
        switch format {
        case .table: Output().show(text)
        case .csv: TableWriter.print(table, as: .csv)
        case .json: Output.put(JSONText.array([object]))
        case .jsonl: Output.put(JSONText.line(object))
        }
    }

    private var letters: Int { Set(citations.map(\.letter)).count }

    /// What letters call it beside its number, each name once: motie Krul/Ceder.
    private var names: [String] {
        var seen: Set<String> = []
        return citations.lazy.filter { $0.source == source.id }.compactMap(\.name).filter {
            seen.insert($0).inserted
        }
    }

    /// The ids that letters wrote for it, each once.
    private var writtenForms: [String] { Set(citations.compactMap(\.writtenAs)).sorted() }

    private var text: Phrase {
        var lines: [Phrase] = [
            "\(CitationGraph.titled(CitationGraph.marked(source.label, source.doubt), source.title))  [\(source.kind)]",
            "  id     \(source.id)",
        ]
        if let doubt = source.doubt { lines.append("  doubt  perhaps \(doubt): see kvgraph check") }
        if let page = source.page { lines.append("  page   \(page)") }
        if let parent { lines.append("  part of \(parent.label) (\(parent.id))") }
        if let letter { lines.append("  letter \(letter)") }
        if !names.isEmpty { lines.append("  named  \(names.joined(separator: "; "))") }
        if !writtenForms.isEmpty { lines.append("  also written \(writtenForms.joined(separator: ", "))") }
        if !verdicts.joined.isEmpty {
            lines.append("  joined \(verdicts.joined.joined(separator: ", ")) (your corrections)")
        }
        if !verdicts.apart.isEmpty {
            lines.append("  apart  from \(verdicts.apart.joined(separator: ", ")) (your corrections)")
        }
        if !source.parts.isEmpty { lines.append("  parts  \(source.parts.joined(separator: ", "))") }
        lines.append(
            "  cited  \(citations.count == 1 ? "once" : "\(citations.count) times"), in \(letters == 1 ? "one letter" : "\(letters) letters")\(source.parts.isEmpty ? "" : ", with its parts")"
        )
        // What is listed below holds questions too, and the parts of a dossier or a series; lists count otherwise.
        let inAnswers = counts[.answers] ?? []
        if counts[.all] != [0, 0, 0], inAnswers.count == 3,
            inAnswers[0] != letters || inAnswers[2] != citations.count
        {
            let words = zip(inAnswers, ["letter", "answer", "citation"]).map { counted($0, $1) }
            lines.append("  counts \(words.joined(separator: ", ")), in answers alone (as kvgraph top)")
        }
        var letter = ""
        for citation in citations {
            if citation.letter != letter { lines += ["", "\(citation.letterLabel)  [\(citation.letter)]"] }
            letter = citation.letter
            let note: Phrase = citation.footnote.map { ", note \($0)" } ?? ""
            let part = citation.source == source.id ? "" : " \(CitationGraph.marked(citation.label, citation.doubt)):"
            lines.append(
                "  \(citation.unit)\(note)\(citation.page.map { ", page \($0)" } ?? ""), line \(citation.line):\(part) \(citation.context ?? citation.sentence)"
            )
            if citation.context != nil { lines.append("      \(citation.footnote ?? ""): \(citation.sentence)") }
            if let readAs = citation.readAs { lines.append("      corrected from \(readAs)") }
            if let writtenAs = citation.writtenAs { lines.append("      written as \(writtenAs)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var object: [String: JSONValue] {
        [
            "id": .string(source.id), "kind": .string(source.kind), "label": .string(source.label),
            "title": JSONValue(source.title), "url": JSONValue(source.page),
            "parent": JSONValue(source.parent), "letter": JSONValue(letter), "doubt": JSONValue(source.doubt),
            "names": .array(names.map(JSONValue.string)),
            "joined": .array(verdicts.joined.map(JSONValue.string)),
            "apart": .array(verdicts.apart.map(JSONValue.string)),
            "written_as": .array(writtenForms.map(JSONValue.string)),
            "parts": .array(source.parts.map(JSONValue.string)),
            "letters": .integer(letters),
            "counts": .object(
                Dictionary(
                    uniqueKeysWithValues: counts.map { units, counts in
                        let named = zip(["letters", "answers", "citations"], counts.map(JSONValue.integer))
                        return (units.rawValue, .object(Dictionary(uniqueKeysWithValues: Array(named))))
                    })),
            "citations": .array(citations.map { .object(CitationRow.object($0)) }),
        ]
    }

    private var table: Table { CitationRow.table(citations) }
}

/// A stored citation as programs get it.
enum CitationRow {
    static func object(_ citation: StoredCitation) -> [String: JSONValue] {
        [
            "letter": .string(citation.letter), "unit": .string(citation.unit),
            "footnote": JSONValue(citation.footnote),
            "id": .string(citation.source), "kind": .string(citation.kind), "title": JSONValue(citation.title),
            "name": JSONValue(citation.name),
            "quote": .string(citation.quote),
            "sentence": .string(citation.sentence), "context": JSONValue(citation.context),
            "locator": JSONValue(citation.locator),
            "line": .integer(citation.line), "page": citation.page.map(JSONValue.integer) ?? .null,
            "read_as": JSONValue(citation.readAs), "written_as": JSONValue(citation.writtenAs),
            "doubt": JSONValue(citation.doubt),
        ]
    }

    static func table(_ citations: [StoredCitation]) -> Table {
        Table(
            columns: [
                "letter", "unit", "footnote", "id", "kind", "quote", "sentence", "context", "locator", "line",
                "page", "read_as", "written_as", "doubt",
            ].map {
                Table.Column($0)
            },
            rows: citations.map {
                [
                    .text($0.letter), .text($0.unit), Table.Cell($0.footnote), .text($0.source), .text($0.kind),
                    .text($0.quote),
                    .text($0.sentence), Table.Cell($0.context), Table.Cell($0.locator), .number($0.line),
                    $0.page.map(Table.Cell.number) ?? .none, Table.Cell($0.readAs), Table.Cell($0.writtenAs),
                    Table.Cell($0.doubt),
                ]
            })
    }
}
