import Foundation
import GraphAnalysis
import Wording

/// The form in which rows are written.
enum OutputFormat: String, CaseIterable { case table, json, jsonl, csv }

/// Writes a table row by row, as rows come: a list of a hundred thousand letters takes no more memory than one of a hundred.
///
///     letters answers citations kind      source
///     ------- ------- --------- --------- ------
///           2       3         3 kamerstuk 35 165, nr. 97 — Verkiezingen
///
/// For people, the width of a column is that of its first hundred rows, and the last column is not padded.
struct TableWriter {
    /// Rows that say how wide columns are.
    private static let sample = 100

    private let columns: [Table.Column]
    private let format: OutputFormat
    private let output = Output()
    /// The first rows, as long as the widths are not known.
    private var first: [[Table.Cell]] = []
    private var shown: [TableColumns.Shown]?
    private(set) var count = 0

    init(_ columns: [Table.Column], as format: OutputFormat) {
        (self.columns, self.format) = (columns, format)
        if format == .csv { output.write(CSVText.head(columns)) }
        if format == .json { output.write("[\n") }
    }

    /// - Parameter row: as many cells as there are columns.
    mutating func add(_ row: [Table.Cell]) {
        count += 1
        switch format {
        case .csv: output.write(CSVText.line(row, columns))
        case .jsonl: output.write(JSONText.line(object(row)))
        case .json: output.write((count > 1 ? ",\n" : "") + JSONText.element(object(row)))
        case .table:
            if let shown { return write(row, shown) }
            first.append(row)
            if first.count == Self.sample { writeFirst() }
        }
    }

    /// Writes what is left.
    /// - Parameter hint: of an empty list, what to do about it.
    mutating func finish(orSay hint: Phrase? = nil) {
        switch format {
        case .table:
            if shown == nil, count > 0 { writeFirst() }
            if count == 0 { Messages.say(hint.map { "nothing to list: \($0)" } ?? "nothing to list") }
        case .json: output.write("\n]\n")
        case .csv, .jsonl: break
        }
        output.flush()
    }

    private func object(_ row: [Table.Cell]) -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        for (column, cell) in zip(columns, row) {
            if let key = column.key { object[key] = JSONValue(cell) }
        }
        return object
    }

    /// The headings, and the rows that say how wide columns are.
    private mutating func writeFirst() {
        let fitted = TableColumns(columns, rows: first, width: Output.width).fitted
        shown = fitted
        write(line: fitted.map { String($0.title.prefix($0.isNarrow ? $0.width : .max)) }, fitted)
        let last = fitted.count - 1
        write(
            line: fitted.indices.map {
                String(
                    repeating: "-", count: $0 == last ? min(fitted[$0].title.count, fitted[$0].width) : fitted[$0].width
                )
            }, fitted)
        for row in first { write(row, fitted) }
        first = []
    }

    /// A row takes as many lines as its longest cell.
    private func write(_ row: [Table.Cell], _ shown: [TableColumns.Shown]) {
        let cells = shown.map { $0.lines(of: row[$0.index]) }
        for line in 0..<(cells.map(\.count).max() ?? 0) {
            write(line: cells.map { line < $0.count ? $0[line] : "" }, shown)
        }
    }

    /// Numbers stand right; what is longer than its column moves the rest.
    private func write(line texts: [String], _ shown: [TableColumns.Shown]) {
        var line = ""
        for (place, column) in shown.enumerated() {
            let text = texts[place]
            let isLast = place == shown.count - 1
            // Nothing stands behind the last column, and its text may be a megabyte: the letters that cite a law.
            if isLast, !column.isNumber {
                line += text
                break
            }
            let blanks = String(repeating: " ", count: max(0, column.width - text.count))
            line += column.isNumber ? blanks + text : text + blanks
            if !isLast { line += " " }
        }
        while line.last == " " { line.removeLast() }
        output.write(line + "\n")
    }
}

extension TableWriter {
    /// Writes a table that is there as a whole.
    /// - Parameter limit: at most so many rows.
    static func print(_ table: Table, as format: OutputFormat, limit: Int? = nil, orSay hint: Phrase? = nil) {
        var writer = TableWriter(table.columns, as: format)
        for row in table.rows.prefix(limit ?? .max) { writer.add(row) }
        writer.finish(orSay: hint)
    }
}
