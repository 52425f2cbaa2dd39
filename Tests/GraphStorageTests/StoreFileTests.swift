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
        let newer = GraphStore.Failure.notAStore(fixture.path, "it was made by a newer kvgraph")
        #expect(throws: newer) { try GraphStore(reading: fixture.path) }
        #expect(throws: newer) { try GraphStore(writing: fixture.path) }
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
