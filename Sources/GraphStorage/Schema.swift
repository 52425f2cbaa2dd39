import GRDB

/// The tables of the store. The comments are part of the statements: `sqlite3 kvgraph.sqlite .schema` shows them.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 letters, sources, citations") { try $0.execute(sql: firstVersion) }
        migrator.registerMigration("1 views") { try $0.execute(sql: Views.firstVersion) }
        migrator.registerMigration("2 notes, settings, suggestions") { try $0.execute(sql: secondVersion) }
        migrator.registerMigration("3 files, pages") { try $0.execute(sql: ThirdVersion.sql) }
        migrator.registerMigration("4 titles") { try $0.execute(sql: FourthVersion.sql) }
        migrator.registerMigration("5 views without dates") { try $0.execute(sql: Views.secondVersion) }
        migrator.registerMigration("6 names and labels") { try $0.execute(sql: SixthVersion.sql) }
        migrator.registerMigration("7 names of papers") { try $0.execute(sql: NamesVersion.sql) }
        migrator.registerMigration("8 views with titles") { try $0.execute(sql: Views.thirdVersion) }
        migrator.registerMigration("9 letters without a number") {
            try $0.execute(sql: "CREATE INDEX letter_without_number ON letter (size) WHERE aanhangsel IS NULL")
        }
        return migrator
    }

    /// Whether a file is a store, or empty and free to become one; never the database of another program.
    static func isOurs(_ database: Database) throws -> Bool {
        let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        return tables.isEmpty || tables.isSuperset(of: ["grdb_migrations", "letter", "citation"])
    }

    static let foreign = "it is the file of another program"
    static let newer = "it was made by a newer kvgraph"
    static let unbuilt = "it holds no letters yet, or is of an older kvgraph"

    /// Why a file cannot be read as a store, if it cannot.
    static func fault(_ database: Database) throws -> String? {
        if try !isOurs(database) { return foreign }
        if try migrator.hasBeenSuperseded(database) { return newer }
        return try migrator.hasCompletedMigrations(database) ? nil : unbuilt
    }

    private static let firstVersion = """
        CREATE TABLE letter ( -- one letter with answers to written questions
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE, -- the file's name without its suffix: 000_9e62648be3f14f18
          file TEXT NOT NULL, -- the file as it was named when it was read
          path TEXT NOT NULL UNIQUE, -- where the file is
          size INTEGER NOT NULL, -- bytes
          modified REAL NOT NULL, -- seconds since 1970
          fingerprint TEXT NOT NULL, -- of the content and of what read it: the same fingerprint is not read again
          label TEXT NOT NULL, -- what people call it: BZK 7 jul 2025 · Bontenbal c.s. (CDA)
          answered TEXT, -- ISO 8601 day
          submitted TEXT, -- ISO 8601 day
          ministry TEXT, -- short: BZK
          subject TEXT,
          aanhangsel TEXT, -- its own number: ah-tk-20232024-704
          footnotes INTEGER NOT NULL -- how many notes it has
        );
        CREATE TABLE letter_minister ( -- who signs
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          position INTEGER NOT NULL, name TEXT NOT NULL, portfolio TEXT,
          PRIMARY KEY (letter_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE letter_asker ( -- who asked
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          position INTEGER NOT NULL, name TEXT NOT NULL, party TEXT,
          PRIMARY KEY (letter_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE letter_zaak ( -- the kenmerk of the questions it answers: 2026Z06925
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          position INTEGER NOT NULL, zaak TEXT NOT NULL,
          PRIMARY KEY (letter_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE unit ( -- a part of a letter that citations belong to
          id INTEGER PRIMARY KEY,
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          position INTEGER NOT NULL, -- in the order of the letter, from 0
          name TEXT NOT NULL, -- preamble, Q3, A8+9, closing
          part TEXT NOT NULL, -- preamble, question, answer, closing
          line INTEGER NOT NULL, -- 1-based
          UNIQUE (letter_id, name)
        );
        CREATE TABLE source ( -- what is cited
          id INTEGER PRIMARY KEY,
          canonical TEXT NOT NULL UNIQUE, -- its id: kst-30821-230, report:aivd-jaarverslag-2024, an address
          kind TEXT NOT NULL, -- kamerstuk, aanhangsel, report, law, url and so on
          label TEXT NOT NULL, -- as people write it: 30 821, nr. 230
          page TEXT, -- its official page
          parent_id INTEGER REFERENCES source -- what it is part of: its dossier, its series
        );
        CREATE TABLE citation ( -- one source at one place of one unit
          id INTEGER PRIMARY KEY,
          unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
          source_id INTEGER NOT NULL REFERENCES source,
          footnote TEXT, -- the mark of the note it stands in: [1], 13; null in running text
          quote TEXT NOT NULL, -- the exact text
          sentence TEXT NOT NULL, -- the sentence that holds it
          context TEXT, -- for a note: the sentence that carries its marker
          locator TEXT, -- the place within the source: p. 9
          first_byte INTEGER NOT NULL, -- UTF-8 offsets into the letter's text, 0-based, end excluded
          end_byte INTEGER NOT NULL,
          line INTEGER NOT NULL, -- 1-based
          read_as TEXT -- the id as it was read, where a user's correction gave it another
        );
        CREATE TABLE crossreference ( -- a unit refers to another unit of its letter
          id INTEGER PRIMARY KEY,
          from_unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
          to_unit_id INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE,
          footnote TEXT, quote TEXT NOT NULL, sentence TEXT NOT NULL,
          first_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL
        );
        CREATE TABLE diagnostic ( -- a doubt about a letter
          id INTEGER PRIMARY KEY,
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
          unit TEXT NOT NULL, footnote TEXT, line INTEGER NOT NULL, column_number INTEGER NOT NULL
        );
        CREATE TABLE dropped_citation ( -- citations that a user's corrections took out, as they were read
          id INTEGER PRIMARY KEY,
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          unit TEXT NOT NULL, canonical TEXT NOT NULL, quote TEXT NOT NULL, line INTEGER NOT NULL
        );
        CREATE INDEX unit_of_letter ON unit (letter_id);
        CREATE INDEX citation_of_unit ON citation (unit_id, source_id);
        CREATE INDEX citation_of_source ON citation (source_id, unit_id);
        CREATE INDEX crossreference_from ON crossreference (from_unit_id);
        CREATE INDEX crossreference_to ON crossreference (to_unit_id);
        CREATE INDEX diagnostic_of_letter ON diagnostic (letter_id);
        CREATE INDEX dropped_of_letter ON dropped_citation (letter_id);
        CREATE INDEX source_parent ON source (parent_id);
        """

    private static let secondVersion = """
        CREATE TABLE footnote ( -- a note of a letter
          letter_id INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
          position INTEGER NOT NULL, -- in the order of the letter, from 0
          mark TEXT NOT NULL, -- as printed: [1], 13
          units TEXT NOT NULL, -- whose citations it holds: those of its markers, with blanks between
          text TEXT NOT NULL, line INTEGER NOT NULL, -- 1-based
          PRIMARY KEY (letter_id, position)
        ) WITHOUT ROWID;
        CREATE TABLE setting ( -- what build goes by: the text of the user's catalogue and corrections
          name TEXT PRIMARY KEY, value TEXT NOT NULL
        ) WITHOUT ROWID;
        ALTER TABLE diagnostic
          ADD COLUMN suggestions /* ids that may have been meant, the likeliest first, blanks between */ TEXT NOT NULL DEFAULT '';
        """
}
