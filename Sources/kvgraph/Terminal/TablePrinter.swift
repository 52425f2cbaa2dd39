import Foundation
import GraphAnalysis
import TextTable

/// Writes a table in the format asked for.
enum TablePrinter {
    static func print(_ table: Table, as format: OutputFormat) throws {
        let output = Output()
        switch format {
        case .table: output.write(text(table, width: Output.width))
        case .json: output.write(JSONText.array(objects(table)))
        case .jsonl: for object in objects(table) { output.write(JSONText.line(object)) }
        case .csv: output.write(CSVText.text(table))
        }
    }

    private static func objects(_ table: Table) -> [[String: JSONValue]] {
        table.rows.map { row in
            var object: [String: JSONValue] = [:]
            for (column, cell) in zip(table.columns, row) {
                if let key = column.key { object[key] = JSONValue(cell) }
            }
            return object
        }
    }

    /// A table for people, cut to `width` columns when it is given. Numbers stand right; where room is short the widest
    /// columns of text give way.
    static func text(_ table: Table, width: Int?) -> String {
        let shown = table.columns.indices.filter { table.columns[$0].title != nil }
        let rows = table.rows.map { row in shown.map { plain(row[$0]) } }
        guard !rows.isEmpty else { return "" }
        let titles = shown.map { table.columns[$0].title ?? "" }
        let widths = fitted(
            shown.indices.map { column in max(titles[column].count, rows.map { $0[column].count }.max() ?? 0) },
            to: width)
        let isNumber = shown.map { column in table.rows.allSatisfy { $0[column].isNumber } }
        let printer = TextTable<[String]> { row in
            row.indices.map {
                Column(title: titles[$0], value: row[$0], width: widths[$0], align: isNumber[$0] ? .right : .left)
            }
        }
        let lines = (printer.string(for: rows, style: Style.simple) ?? "").split(separator: "\n")
        return lines.map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static func plain(_ cell: Table.Cell) -> String {
        let text =
            switch cell {
            case .text(let text): text
            case .number(let number): String(number)
            case .real(let real):
                real == real.rounded() && abs(real) < 1e6 ? String(Int(real)) : String(format: "%.4f", real)
            case .list(let items): items.joined(separator: "; ")
            case .none: ""
            }
        // A letter's text may hold anything; a terminal gets no control characters from it.
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// Shrinks the widest columns until all fit, to no less than 8 signs each.
    private static func fitted(_ widths: [Int], to width: Int?) -> [Int] {
        guard let width else { return widths }
        var widths = widths
        while widths.reduce(0, +) + widths.count - 1 > width, let widest = widths.max(), widest > 8,
            let column = widths.lastIndex(of: widest)
        {
            widths[column] -= 1
        }
        return widths
    }
}

extension Table.Cell {
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .real: true
        default: false
        }
    }
}
