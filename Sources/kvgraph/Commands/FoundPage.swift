import Foundation
import GraphAnalysis
import GraphStorage
import Wording

/// Letters and sources that a search found: for people the letters with their sentences, below them the sources; for programs
/// one list, each row with the same keys.
struct FoundPage {
    private let letters: [FoundLetter]
    private let sources: [MostCited.Row]

    /// - Parameter found: nil for nothing.
    init(_ found: FoundTexts?) { (letters, sources) = (found?.letters ?? [], found?.sources ?? []) }

    var count: Int { letters.count + sources.count }
    var isEmpty: Bool { count == 0 }

    /// - Parameter hint: of an empty list, what to do about it.
    func print(_ format: OutputFormat, orSay hint: Phrase? = nil) {
        guard format == .table else {
            let rows = letters.map(Self.cells) + sources.map(Self.cells)
            return TableWriter.print(Table(columns: Self.columns, rows: rows), as: format)
        }
        if !letters.isEmpty || isEmpty { TableWriter.print(letterTable, as: format, orSay: hint) }
        if count > max(letters.count, sources.count) { Output.put("\n") }
        if !sources.isEmpty { TableWriter.print(sourceTable, as: format) }
    }

    private var letterTable: Table {
        Table(
            columns: [
                .init(nil, title: "letter", .wrapped), .init(nil, title: "where", .wrapped),
                .init(nil, title: "sentence", .wrapped),
            ],
            rows: letters.map { found in
                let passage = found.passage
                let sentence = Output.width == nil ? passage?.sentence : passage?.excerpt(Self.longest)
                return [
                    .text(found.letter.label), .text(passage.map { Self.place($0).spoken } ?? ""),
                    .text(sentence ?? found.letter.subject ?? ""),
                ]
            })
    }

    /// Longer sentences are cut on a terminal, around the words.
    private static let longest = 240

    /// `A10, note 15, line 305`
    private static func place(_ passage: FoundPassage) -> Phrase {
        let note: Phrase? = passage.footnote.map { "note \($0)" }
        let line: Phrase? = passage.line.map { "line \($0)" }
        let unit = passage.unit.map(Phrase.data) ?? (note == nil ? Phrase.english(passage.part) : nil)
        return [unit, note, line].compactMap(\.self).joined(separator: ", ")
    }

    private var sourceTable: Table {
        Table(
            columns: [
                .init(nil, title: "letters", .whole), .init(nil, title: "kind", .spared),
                .init(nil, title: "id", .spared), .init(nil, title: "source", .wrapped),
            ],
            rows: sources.map { row in
                [
                    .number(row.letters), .text(row.source.kind), .text(row.source.id),
                    .text(CitationGraph.titled(row.source.marked, row.source.title, longest: .max)),
                ]
            })
    }
}

/// For programs: what a column does not apply to is null.
extension FoundPage {
    private static let columns = [
        "kind", "id", "label", "title", "date", "letters", "part", "unit", "footnote", "line", "sentence", "url",
        "doubt",
    ].map { Table.Column($0) }

    private static func cells(_ found: FoundLetter) -> [Table.Cell] {
        let (letter, passage) = (found.letter, found.passage)
        return [
            .text("letter"), .text(letter.name), .text(letter.label), Table.Cell(letter.subject),
            Table.Cell(letter.date), .none, Table.Cell(passage?.part), Table.Cell(passage?.unit),
            Table.Cell(passage?.footnote), passage?.line.map(Table.Cell.number) ?? .none, Table.Cell(passage?.sentence),
            Table.Cell(letter.page), .none,
        ]
    }

    private static func cells(_ row: MostCited.Row) -> [Table.Cell] {
        let source = row.source
        return [
            .text(source.kind), .text(source.id), .text(source.label), Table.Cell(source.title), .none,
            .number(row.letters), .none, .none, .none, .none, .none, Table.Cell(source.page), Table.Cell(source.doubt),
        ]
    }
}
