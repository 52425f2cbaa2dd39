import CMigrations
import CitationFinding
import GRDB

/// How a store is made and brought up to date: numbered files of SQL in `Migrations/`, run one after the other, each once.
/// The comments are part of the statements: `sqlite3 kvgraph.sqlite .schema` shows them.
enum Schema {
    /// The names stand in stores that there are: none may change, and none may go. A store runs those it lacks, in this order,
    /// also where it has later ones already.
    private static let versions: [(name: String, number: Int32)] = [
        ("1 letters, sources, citations", 1), ("1 views", 0), ("2 notes, settings, suggestions", 2),
        ("3 files, pages", 3), ("4 titles", 4), ("5 views without dates", 0), ("6 names and labels", 6),
        ("7 names of papers", 7), ("8 views with titles", 0), ("9 letters without a number", 9), ("10 kinds", 10),
        ("11 works", 11), ("12 views", 12), ("13 doubts", 13), ("14 search", 14), ("15 first read", 15),
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, number) in versions {
            migrator.registerMigration(name) { database in
                // Views that a later version makes anew have no file any more.
                if let sql = kvgraph_migration(number) { try database.execute(sql: String(cString: sql)) }
            }
        }
        return migrator
    }

    /// Brings a store up to date, its table of kinds too.
    static func update(_ queue: DatabaseQueue) throws {
        try migrator.migrate(queue)
        try queue.inDatabase { database in
            // Most stores know the kinds already: those are not written.
            if try Kinds.known(database) != Kinds.wanted { try database.inTransaction { try Kinds.write(database) } }
        }
    }

    /// Whether a file is a store, or empty and free to become one; never the database of another program.
    static func isOurs(_ database: Database) throws -> Bool {
        let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        // Where the first of its versions was not written whole, it has but the list of them.
        return tables.isSubset(of: ["grdb_migrations"])
            || tables.isSuperset(of: ["grdb_migrations", "letter", "citation"])
    }

    static let foreign = "it belongs to another program"
    static let newer = "it was made by a newer version of kvgraph"
    static let unbuilt = "it holds no letters, or was made by an older version of kvgraph"

    /// Why a file cannot be read as a store, if it cannot.
    static func fault(_ database: Database) throws -> String? {
        if try !isOurs(database) { return foreign }
        if try migrator.hasBeenSuperseded(database) { return newer }
        return try migrator.hasCompletedMigrations(database) ? nil : unbuilt
    }
}

/// The table `kind`: the traits of `SourceKind`, for SQL. Views and queries go by it, and none names a kind.
private enum Kinds {
    /// A row for each kind, in the order of their names.
    static let wanted: [[DatabaseValue]] = SourceKind.all.sorted { $0.name < $1.name }.map { kind in
        [
            kind.name.databaseValue, kind.isSource.databaseValue, kind.isQuiet.databaseValue,
            kind.isWithinLetter.databaseValue, kind.isRegistered.databaseValue, kind.countsFor?.databaseValue ?? .null,
        ]
    }

    static func known(_ database: Database) throws -> [[DatabaseValue]] {
        try Row.fetchAll(database, sql: "SELECT * FROM kind ORDER BY name").map { Array($0.databaseValues) }
    }

    static func write(_ database: Database) throws -> Database.TransactionCompletion {
        try database.execute(sql: "DELETE FROM kind")
        for row in wanted {
            try database.execute(sql: "INSERT INTO kind VALUES (?, ?, ?, ?, ?, ?)", arguments: StatementArguments(row))
        }
        return .commit
    }
}
