import Foundation
import Support
import Testing

/// What programs read is what the schemas promise, and no promise is taken back.
@Suite struct SchemaTests {
    private let command: Command

    init() throws {
        command = try Command()
        _ = try command.run(
            ["build"] + Repository.ownLetters.map(\.path), environment: ["SOURCE_DATE_EPOCH": "1767225600"])
    }

    /// Outputs by their schema: lines, or elements of an array, or one object.
    static let outputs: [(schema: String, arguments: [String])] = [
        ("cite", ["cite", "seeds"]), ("letters", ["letters"]), ("top", ["top", "--kind", "all", "--in", "all"]),
        ("shared", ["shared", "--in", "all"]), ("coupled", ["coupled"]), ("find", ["find", "verkiezingen"]),
        ("check", ["check"]), ("show-letter", ["show", "001_9ccd9e48aebc7e54"]),
        ("show-source", ["show", "kst-36522-12"]), ("export-json", ["export", "--json"]),
        ("export-json", ["export", "--json", "--level", "answers", "--kind", "all"]),
        ("export-json", ["export", "--json", "--project", "letters", "--measure", "salton"]),
        ("export-vosviewer", ["export", "--vosviewer"]),
        ("export-csl-json", ["export", "--csl-json", "--kind", "all"]),
        ("annotate-jsonld", ["annotate", "002_d81b6e9e41b7345c", "--jsonld"]),
    ]

    @Test func outputsAreAsPromised() throws { for output in Self.outputs { try check(output) } }

    private func check(_ output: (schema: String, arguments: [String])) throws {
        let schema = try Schema(named: output.schema)
        let isTable = !["cite", "export", "annotate"].contains(output.arguments[0])
        for format in isTable ? ["json", "jsonl"] : [""] {
            let options = format.isEmpty ? [] : ["--format", format]
            let result = try command.run(output.arguments + options)
            let isLines = format == "jsonl" || output.schema == "cite"
            let values = try isLines ? result.lines.map { try JSON($0) } : [JSON(result.out)]
            let rows = values.flatMap { value in if case .array(let items) = value { items } else { [value] } }
            #expect(!rows.isEmpty, "\(output.arguments): \(result.err)")
            for row in rows { #expect(schema.faults(row) == [], "\(output.arguments)") }
        }
        guard isTable, !output.schema.hasPrefix("show") else { return }
        let columns = try command.run(output.arguments + ["--format", "csv"]).lines[0].split(separator: ",")
        let promised = schema.root["properties"]?.keys ?? []
        #expect(Set(columns.map(String.init)) == promised)
    }

    @Test func everySchemaHasAnOutput() {
        #expect(Schema.names.count > 10)
        #expect(Set(Schema.names) == Set(Self.outputs.map(\.schema)))
    }

    @Test func theArticleNamesThemAll() throws {
        let article = try Repository.text("Sources/kvgraph/kvgraph.docc/Schemas.md")
        let named = article.matches(of: /`([a-z-]+)\.schema\.json` \|/).map { String($0.1) }
        #expect(named.sorted() == Schema.names.sorted())
    }

    /// Keys may come; none goes. After a major version: `KVGRAPH_GOLDEN=write`.
    @Test func noKeyGoes() throws {
        let keys = try Schema.names.flatMap { name in try Schema(named: name).keys.map { "\(name) \($0)" } }
        let file = Repository.file("Tests/Golden/keys.txt")
        if ProcessInfo.processInfo.environment["KVGRAPH_GOLDEN"] == "write" {
            try Data((keys.joined(separator: "\n") + "\n").utf8).write(to: file)
        }
        let promised = try Repository.text("Tests/Golden/keys.txt").split(separator: "\n").map(String.init)
        #expect(Set(promised).subtracting(keys).sorted() == [], "these were promised")
        #expect(promised.count > 150)
    }

    /// The test itself: what is wrong is seen.
    @Test func faultsAreSeen() throws {
        let schema = try Schema(named: "coupled")
        func faults(_ text: String) throws -> [String] { schema.faults(try JSON(text)) }
        #expect(try faults(#"{"a":"x","b":"y","strength":1.5,"shared":["z"]}"#) == [])
        #expect(try faults(#"{"a":"x","b":"y","strength":1.5}"#) == ["$: lacks shared"])
        #expect(try faults(#"{"a":"x","b":2,"strength":1,"shared":[]}"#) == ["$.b: is no string"])
        #expect(try faults(#"{"a":"x","b":"y","strength":1,"shared":[null]}"#) == ["$.shared[0]: is no string"])
        #expect(try faults(#"{"a":"x","b":"y","strength":1,"shared":[],"c":1}"#) == ["$: c is not promised"])
    }
}
