import Foundation
import GRDB
import GraphStorage
import Support
import Testing

/// The questions in the article on SQL can be asked, and are answered as the command answers them.
@Suite struct SQLTests {
    private let command: Command
    private let store: DatabaseQueue

    init() throws {
        command = try Command()
        _ = try command.run(["build"] + Repository.ownLetters.map(\.path))
        // As any other program opens it: without what kvgraph adds to SQLite.
        var configuration = Configuration()
        configuration.readonly = true
        store = try DatabaseQueue(path: command.store, configuration: configuration)
    }

    private func rows(_ name: String) throws -> [Row] {
        let question = try #require(SQLQuestions.all.first { $0.name == name })
        return try store.read { try Row.fetchAll($0, sql: question.sql) }
    }

    private func ids(_ arguments: String..., key: String = "id") throws -> [String] {
        try command.run(arguments + ["--format", "json"]).json().map { "\($0[key] ?? "")" }
    }

    @Test func questionsAreAnswered() throws {
        let mayBeNothing: Set = ["letters-citing-letters", "answers-without-sources"]
        for name in SQLQuestions.all.map(\.name) {
            #expect(try !rows(name).isEmpty || mayBeNothing.contains(name), "\(name)")
        }
    }

    @Test func answersAreThoseOfTheCommand() throws {
        let top = try rows("most-cited")
        let kinds = "kamerstuk,dossier,aanhangsel,handelingen,document,bijlage,report,eu,ecli,stb,stcrt,trb,url"
        #expect(try top.map { $0["id"] } == ids("top", "--kind", kinds, "--limit", "20"))
        #expect(try rows("shared").map { $0["id"] } == ids("shared"))
        let citing = try command.run("shared", "--format", "json").json().map { $0["cited_by"] as? [String] ?? [] }
        #expect(try rows("shared").map { $0["cited_by"] } == citing.map { $0.joined(separator: "; ") })
        let pairs = try command.run("coupled", "--format", "json").json()
        #expect(
            try rows("coupled").map { "\($0["a"] as String) \($0["b"] as String)" }
                == pairs.map { "\($0["a"] ?? "") \($0["b"] ?? "")" })
        let dossiers = try ids("shared", "--sources", "dossiers", "--min-letters", "1", "--kind", "kamerstuk")
        #expect(try Set(rows("dossiers").map { $0["dossier"] as String }).isSubset(of: dossiers))
        #expect(try rows("words").allSatisfy { try ids("find", "buitenlandse").contains($0["name"]) })
        let citations =
            try command.run("show", "kst-35165-97", "--format", "json").json()[0]["citations"] as? [[String: Any]]
        #expect(
            try rows("sentences").map { $0["line"] }
                == citations?.filter { "\($0["unit"] ?? "")".hasPrefix("A") }.map { $0["line"] as? Int })
    }

    /// The sets of sources in the article's table.
    @Test func viewsAndCommandsLookAtTheSameSources() throws {
        func sources(_ sql: String) throws -> Set<String> { try store.read { try String.fetchSet($0, sql: sql) } }
        let exported = try command.run("export", "--csv", "--citations").lines.count - 1
        let linked = "SELECT canonical FROM letter_source JOIN source ON source.id = source_id"
        let shared = try Set(ids("shared", "--min-letters", "1"))
        #expect(try sources(linked) == shared)
        let counted = "SELECT sum(citations) FROM most_cited WHERE id IN (\(linked))"
        #expect(try store.read { try Int.fetchOne($0, sql: counted) } == exported)
        let kamerstukken = "SELECT id FROM most_cited WHERE kind = 'kamerstuk'"
        #expect(try sources(kamerstukken) == Set(ids("top", "--limit", "1000")))
        let pages = "SELECT id FROM most_cited WHERE id NOT IN (\(linked))"
        #expect(try sources(pages).allSatisfy { $0.hasSuffix("/") })
    }

    /// The article has each question and its SQL, word for word.
    @Test func theArticleHasThem() throws {
        let article = try Repository.text("Sources/kvgraph/kvgraph.docc/SQL.md")
        #expect(SQLQuestions.all.count >= 10)
        for question in SQLQuestions.all {
            #expect(article.contains("**\(question.title)**\n\n```sql\n\(question.sql)\n```\n"), "\(question.name)")
        }
        #expect(article.components(separatedBy: "```sql").count == SQLQuestions.all.count + 1)
    }

    /// The article on the store names every table and view, and no other; what it asks is answered.
    @Test func theArticleOnTheStoreHasItsTables() throws {
        let article = try Repository.text("Sources/GraphStorage/GraphStorage.docc/Store.md")
        let rows = article.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|")[0] }
        let named = rows.flatMap { $0.matches(of: /`([a-z_]+)`/).map { String($0.1) } }
        let schema = try store.read {
            try Row.fetchAll(
                $0,
                sql: """
                    SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
                      AND name NOT LIKE '%!_search!_%' ESCAPE '!' AND name <> 'grdb_migrations'
                    """)
        }
        #expect(named.sorted() == schema.map { $0["name"] as String }.sorted())
        for table in schema {
            #expect((table["sql"] as String).contains("--"), "\(table["name"] as String) has a comment")
        }
        let questions = article.components(separatedBy: "```sql\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(questions.count == 2)
        for question in questions { _ = try store.read { try Row.fetchAll($0, sql: question) } }
        #expect(try !store.read { try Row.fetchAll($0, sql: questions[0]) }.isEmpty)
    }

    /// Datasette is told of every table, with what the schema says of it.
    @Test func metadataIsOfThisStore() throws {
        let metadata = try JSON(command.run("export", "--datasette").out)
        let database = try #require(metadata["databases"]?["s"])
        let queries = database["queries"]?.keys ?? []
        #expect(queries == Set(SQLQuestions.all.map(\.name)))
        let tables = database["tables"]?.members ?? [:]
        #expect(tables["letter"]?["description"]?.text == "one letter with answers to written questions")
        #expect(tables["source"]?["columns"]?["canonical"]?.text?.contains("kst-30821-230") == true)
        #expect(tables["citation"]?["columns"]?["resolves_to"] != nil && tables["coupling"]?["description"] != nil)
        for (name, table) in tables {
            let columns = try store.read { try $0.columns(in: name).map(\.name) }
            let explained = table["columns"]?.keys ?? []
            #expect(explained.isSubset(of: columns), "\(name)")
        }
        #expect(tables.count > 15 && !tables.keys.contains { $0.contains("_search_") })
        #expect(try command.run("export", "--datasette", "--json").status == 64)
    }
}
