"""What a store says, without the numbers of its rows: they are of the order in which letters came."""

import hashlib
import sqlite3


class Rows:
    """The rows of a store without their numbers: where one row names another by its number, a hash of that row stands instead."""

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.known, self.hashes = {}, {}

    def table(self, name):
        return sorted(repr(self.row(cells)) for cells in self.rows(name).values())

    def tables(self):
        names = self.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        return [name for name, in names if "_search" not in name]

    def words(self, index):
        """What a full-text index holds: how it is laid out depends on the order in which letters came."""
        self.ask(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_word USING fts5vocab(main, {index}, col)")
        return self.ask(f"SELECT * FROM temp.{index}_word")

    def rows(self, table):
        """By their numbers, or where they have none by their place; each with the other table of a column that names a row."""
        if table not in self.known:
            columns = [row[1] for row in self.ask(f"PRAGMA table_info('{table}')")]
            others = {row[3]: row[2] for row in self.ask(f"PRAGMA foreign_key_list('{table}')")}
            self.known[table] = {
                row[columns.index("id")] if "id" in columns else place:
                    [(column, value, others.get(column)) for column, value in zip(columns, row) if column != "id"]
                for place, row in enumerate(self.ask(f"SELECT * FROM \"{table}\""))}
        return self.known[table]

    def row(self, cells):
        return [(column, value if table is None else self.named(table, value)) for column, value, table in cells]

    def named(self, table, number):
        if number is None:
            return None
        if (table, number) not in self.hashes:
            row = repr(self.row(self.rows(table)[number]))
            self.hashes[table, number] = hashlib.sha256(row.encode()).hexdigest()
        return self.hashes[table, number]

    def ask(self, question):
        return self.database.execute(question).fetchall()
