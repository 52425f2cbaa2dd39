import Foundation
import GraphAnalysis
import GraphExchange

/// A value on its way to JSON; unlike an optional, a null is written.
indirect enum JSONValue: Encodable {
    case string(String)
    case integer(Int)
    case number(Double)
    case array([JSONValue])
    case object([String: JSONValue])
    case null

    init(_ cell: Table.Cell) {
        switch cell {
        case .text(let text): self = .string(text)
        case .number(let number): self = .integer(number)
        case .real(let real): self = .number(real)
        case .list(let items): self = .array(items.map(JSONValue.string))
        case .none: self = .null
        }
    }

    init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .array(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        case .null: try container.encodeNil()
        }
    }
}

/// JSON as the command writes it: keys sorted, slashes as they are.
enum JSONText {
    static func line(_ object: [String: JSONValue]) -> String { encoded(.object(object), pretty: false) + "\n" }

    static func array(_ objects: [[String: JSONValue]]) -> String {
        encoded(.array(objects.map(JSONValue.object)), pretty: true) + "\n"
    }

    /// An object as it stands in an array: without a line end, all lines moved in.
    static func element(_ object: [String: JSONValue]) -> String {
        encoded(.object(object), pretty: true).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }

    private static func encoded(_ value: JSONValue, pretty: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        // Every value is a plain one, so that encoding cannot fail; an empty text would show if it did.
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// Comma-separated values (RFC 4180), the first line naming the columns; lists are joined with `; `.
enum CSVText {
    static func head(_ columns: [Table.Column]) -> String {
        columns.compactMap(\.key).map(quoted).joined(separator: ",") + "\n"
    }

    static func line(_ row: [Table.Cell], _ columns: [Table.Column]) -> String {
        zip(row, columns).filter { $1.key != nil }.map { quoted(plain($0.0)) }.joined(separator: ",") + "\n"
    }

    private static func plain(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): ExchangeText.withoutFormulas(text)
        case .number(let number): String(number)
        case .real(let real): String(real)
        case .list(let items): ExchangeText.withoutFormulas(items.joined(separator: "; "))
        case .none: ""
        }
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
