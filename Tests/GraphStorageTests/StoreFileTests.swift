import CitationFinding
import Foundation
import GRDB
import GraphStorage
import Support
import Testing

/// What may lie where a store is looked for.
@Suite struct StoreFileTests {
    @Test func whatIsNoStoreIsSaid() throws {
        let fixture = try StoreFixture()
        #expect(throws: GraphStore.Failure.missing(fixture.path)) { try GraphStore(reading: fixture.path) }
        try Data("This is no database, just a text that is long enough to be looked at as one.".utf8).write(
            to: URL(fileURLWithPath: fixture.path))
        #expect(throws: GraphStore.Failure.self) { try GraphStore(reading: fixture.path) }
        #expect(throws: GraphStore.Failure.self) { try GraphStore(writing: fixture.path) }
        try FileManager.default.removeItem(atPath: fixture.path)
        try DatabaseQueue(path: fixture.path).write { try $0.execute(sql: "CREATE TABLE other (x)") }
        #expect(throws: GraphStore.Failure.self) { try GraphStore(reading: fixture.path) }
        #expect(throws: GraphStore.Failure.self) { try GraphStore(writing: fixture.path) }
        let tables = try DatabaseQueue(path: fixture.path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
        }
        #expect(tables == ["other"], "nothing is added to the file of another program")
    }

    @Test func aStoreOfANewerVersionIsLeftAlone() throws {
        let fixture = try StoreFixture()
        try fixture.write([])
        try DatabaseQueue(path: fixture.path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 of tomorrow')")
        }
        let newer = GraphStore.Failure.notAStore(fixture.path, "it was made by a newer version of kvgraph")
        #expect(throws: newer) { try GraphStore(reading: fixture.path) }
        #expect(throws: newer) { try GraphStore(writing: fixture.path) }
    }

    private func schema(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try Row.fetchAll(database, sql: "SELECT type, name, sql FROM sqlite_schema ORDER BY name").map { "\($0)" }
                + Row.fetchAll(database, sql: "SELECT * FROM kind ORDER BY name").map { "\($0)" }
                + String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
        }
    }

    @Test func aStoreOfAnOlderVersionIsBroughtUpToDate() throws {
        let fixture = try StoreFixture()
        let record = try fixture.record("Antwoord 1\nZie Kamerstuk 35 165, nr. 97 en de Wet open overheid.", name: "a")
        let graph = try fixture.write([record]).graph()
        let (schema, content) = (try schema(fixture.path), try fixture.content())
        // As the ninth version left it.
        try DatabaseQueue(path: fixture.path).write { database in
            for view in ["coupling", "letter_source", "shared_source", "most_cited", "answer_citation"] {
                try database.execute(sql: "DROP VIEW \(view); CREATE VIEW \(view) AS SELECT 1 AS old")
            }
            try database.execute(
                sql: "DROP TABLE kind; DELETE FROM grdb_migrations WHERE identifier IN ('10 kinds', '12 views')")
        }
        #expect(throws: GraphStore.Failure.unbuilt(fixture.path)) { try GraphStore(reading: fixture.path) }
        #expect(try GraphStore(writing: fixture.path).graph() == graph)
        #expect(try self.schema(fixture.path) == schema)
        #expect(try fixture.content() == content)
    }

    /// What is doubted was said by messages alone.
    @Test func doubtsOfAnOlderVersionAreMarked() throws {
        let fixture = try StoreFixture()
        let texts = ["36 522, nr. 12", "36 552, nr. 12", "36 552, nr. 12", "36 552, nr. 999"]
        try fixture.write(
            texts.enumerated().map { try fixture.record("Antwoord 1\nZie Kamerstuk \($1).", name: "\($0)") })
        let (schema, content) = (try schema(fixture.path), try fixture.content())
        #expect(content.contains { $0.contains("canonical:\"kst-36522-12\"") && $0.contains("doubt:\"kst-36552-12\"") })
        try DatabaseQueue(path: fixture.path).write { database in
            try database.execute(
                sql: """
                    DROP INDEX source_doubt; ALTER TABLE source DROP COLUMN doubt;
                    DROP INDEX diagnostic_about; ALTER TABLE diagnostic DROP COLUMN about;
                    DELETE FROM grdb_migrations WHERE identifier = '13 doubts'
                    """)
        }
        _ = try GraphStore(writing: fixture.path)
        #expect(try self.schema(fixture.path) == schema)
        #expect(try fixture.content() == content)
    }

    /// Traits that changed since the store was made reach its table of kinds; nothing is written where none did.
    @Test func theTableOfKindsSaysWhatKindsAre() throws {
        let fixture = try StoreFixture()
        let record = try fixture.record("Antwoord 1\nZie Kamerstuk 35 165, nr. 97 en de Wet open overheid.", name: "a")
        try fixture.write([record])
        func names(_ condition: String) throws -> Set<String> {
            try DatabaseQueue(path: fixture.path).read {
                try String.fetchSet($0, sql: "SELECT name FROM kind WHERE \(condition)")
            }
        }
        #expect(try names("is_quiet") == SourceKind.names(where: \.isQuiet))
        #expect(try names("is_registered") == SourceKind.names(where: \.isRegistered))
        #expect(try names("counts_for IS NOT NULL") == SourceKind.names { $0.countsFor != nil })
        #expect(try names("true").count == SourceKind.all.count)
        let listed = try DatabaseQueue(path: fixture.path).read {
            try String.fetchAll($0, sql: "SELECT id FROM most_cited")
        }
        #expect(listed == ["kst-35165-97"], "laws are quiet")
        try DatabaseQueue(path: fixture.path).write { try $0.execute(sql: "UPDATE kind SET is_quiet = 0") }
        _ = try GraphStore(writing: fixture.path)
        #expect(try names("is_quiet") == SourceKind.names(where: \.isQuiet))
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        _ = try GraphStore(writing: fixture.path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    }

    /// A build that is killed leaves the file half changed, and beside it the journal that takes the change back.
    @Test func whatAKilledBuildLeftIsTakenBack() throws {
        let (running, killed) = (try StoreFixture(), try StoreFixture())
        let store = try running.write([try running.record("Antwoord 1\nZie Kamerstuk 35 165, nr. 97.", name: "a")])
        let before = try store.graph()
        try DatabaseQueue(path: running.path).inDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = 1; BEGIN; DELETE FROM letter;")
            for index in 0..<500 {
                try database.execute(sql: "CREATE TABLE t\(index) (x)")
            }
            for suffix in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: running.path + suffix, toPath: killed.path + suffix)
            }
            try database.execute(sql: "ROLLBACK")
        }
        let size = try FileManager.default.attributesOfItem(atPath: killed.path)[.size] as? Int ?? 0
        #expect(size > 1_000_000, "the change had reached the file")
        #expect(try GraphStore(reading: killed.path).graph() == before)
    }
}
