import Foundation
import GraphAnalysis
import TextTable

/// The form in which rows are written.
enum OutputFormat: String, CaseIterable { case table, json, jsonl, csv }

/// Writes a table in the format asked for.
enum TablePrinter {
    static func print(_ table: Table, as format: OutputFormat) throws {
        let output = Output()
        switch format {
        case .table:
            output.write(text(table, width: Output.width))
            if table.rows.isEmpty { Messages.say("nothing to list") }
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

    /// A table for people, no wider than `width` when it is given. Numbers stand right; where room is short, columns that
    /// can be spared go, the last first, and long texts are cut: names stay whole as long as they can.
    static func text(_ table: Table, width: Int?) -> String {
        guard !table.rows.isEmpty else { return "" }
        let shown = TableColumns(table, plain: plain, width: width).fitted
        let rows = table.rows.map { row in shown.map { plain(row[$0.index]) } }
        let printer = TextTable<[String]> { row in
            row.indices.map {
                let column = shown[$0]
                return Column(
                    title: column.title, value: row[$0], width: column.width, align: column.isNumber ? .right : .left)
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
        return PlainText.clean(text)
    }
}
