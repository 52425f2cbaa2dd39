import Foundation
import Support

/// A value of JSON, booleans apart from numbers.
enum JSON: Decodable, Equatable {
    case object([String: JSON])
    case array([JSON])
    case string(String)
    case number(Double)
    case boolean(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value =
            try? container.decode(String.self)
        {
            self = .string(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    subscript(_ key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }
    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    var keys: Set<String> { Set(members.keys) }
    var items: [JSON] { if case .array(let items) = self { items } else { [] } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
}

/// What of JSON Schema the schemas in `Sources/kvgraph/Schemas` use; any other word is a fault. Unlike a validator, it also names
/// keys that a schema does not know: what is printed is promised.
struct Schema {
    let root: JSON

    static let names =
        ((try? FileManager.default.contentsOfDirectory(
            atPath: Repository.file("Sources/kvgraph/Schemas").path)) ?? []).map {
            $0.replacing(".schema.json", with: "")
        }
        .sorted()

    init(named name: String) throws {
        root = try JSON(Repository.text("Sources/kvgraph/Schemas/\(name).schema.json"))
    }

    init(root: JSON) { self.root = root }

    func faults(_ value: JSON) -> [String] { faults(value, root, "$") }

    private func faults(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
        schema.members.flatMap { word, rule -> [String] in
            switch word {
            case "$schema", "$comment", "title", "description": return []
            case "type": return Self.isOf(value, rule.text ?? "") ? [] : ["\(path): is no \(rule.text ?? "")"]
            case "enum": return rule.items.contains(value) ? [] : ["\(path): is none of the values"]
            case "minimum": return value.number.map { $0 >= rule.number ?? 0 } ?? true ? [] : ["\(path): is too small"]
            case "pattern":
                guard let text = value.text, let pattern = try? Regex(rule.text ?? "") else { return [] }
                return text.contains(pattern) ? [] : ["\(path): “\(text)” does not match"]
            case "anyOf":
                return rule.items.contains { faults(value, $0, path).isEmpty } ? [] : ["\(path): is of no allowed form"]
            case "items": return value.items.enumerated().flatMap { faults($1, rule, "\(path)[\($0)]") }
            case "required":
                guard case .object(let members) = value else { return [] }
                return rule.items.compactMap(\.text).filter { members[$0] == nil }.map { "\(path): lacks \($0)" }
            case "properties":
                return value.members.flatMap { key, member in
                    rule[key].map { faults(member, $0, "\(path).\(key)") } ?? ["\(path): \(key) is not promised"]
                }
            default: return ["\(path): the schema says \(word)"]
            }
        }
    }

    private static func isOf(_ value: JSON, _ type: String) -> Bool {
        switch (value, type) {
        case (.object, "object"), (.array, "array"), (.string, "string"), (.number, "number"), (.boolean, "boolean"),
            (.null, "null"):
            true
        case (.number(let number), "integer"): number == number.rounded()
        default: false
        }
    }

    /// `$.citations[].quote`, with `!` behind those that are always there.
    var keys: [String] { keys(root, "$").sorted() }

    private func keys(_ schema: JSON, _ path: String) -> [String] {
        let required = Set(schema["required"]?.items.compactMap(\.text) ?? [])
        let own = (schema["properties"]?.members ?? [:]).flatMap { key, rule in
            ["\(path).\(key)\(required.contains(key) ? "!" : "")"] + keys(rule, "\(path).\(key)")
        }
        let within = schema["items"].map { keys($0, path + "[]") } ?? []
        return own + within + (schema["anyOf"]?.items ?? []).flatMap { keys($0, path) }
    }
}
