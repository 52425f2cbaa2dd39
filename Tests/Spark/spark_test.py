"""`make test-spark`: what Spark builds in parts is what one machine builds, and the article on scaling shows the program that does it."""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RECIPE = ROOT / "Tests/Spark/build_with_spark.py"
ARTICLE = ROOT / "Sources/kvgraph/kvgraph.docc/Scaling.md"
# The program, and a folder of letters beside the seeds.
KVGRAPH = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else str(ROOT / ".build/debug/kvgraph")
LETTERS = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else ROOT / ".build/bench/letters"
PARTITIONS = 3


class Rows:
    """The rows of a store without their numbers: where one row names another by its number, that row stands instead."""

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.known = {}

    def table(self, name):
        columns = [row[1] for row in self.ask(f"PRAGMA table_info('{name}')")]
        others = {row[3]: row[2] for row in self.ask(f"PRAGMA foreign_key_list('{name}')")}
        return sorted((self.row(name, columns, others, row) for row in self.ask(f"SELECT * FROM \"{name}\"")), key=repr)

    def tables(self):
        names = self.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        return [name for name, in names if "_search" not in name]

    def words(self, index):
        """What a full-text index holds: how it is laid out depends on the order in which letters came."""
        self.ask(f"CREATE VIRTUAL TABLE temp.{index}_word USING fts5vocab(main, {index}, col)")
        return self.ask(f"SELECT * FROM temp.{index}_word")

    def row(self, table, columns, others, row):
        return tuple((column, self.named(others[column], value) if column in others else value)
                     for column, value in zip(columns, row) if column != "id")

    def named(self, table, number):
        if number is None:
            return None
        if table not in self.known:
            columns = [row[1] for row in self.ask(f"PRAGMA table_info('{table}')")]
            others = {row[3]: row[2] for row in self.ask(f"PRAGMA foreign_key_list('{table}')")}
            rows = {row[columns.index("id")]: row for row in self.ask(f"SELECT * FROM \"{table}\"")}
            self.known[table] = (columns, others, rows)
        columns, others, rows = self.known[table]
        return self.row(table, columns, others, rows[number])

    def ask(self, question):
        return self.database.execute(question).fetchall()


class SparkTest(unittest.TestCase):
    def test_parts_make_the_store_that_one_machine_makes(self):
        letters = sorted(str(file) for folder in (ROOT / "seeds", LETTERS) for file in folder.rglob("*.*"))
        with tempfile.TemporaryDirectory() as folder:
            whole, spread = (os.path.join(folder, name) for name in ("whole.sqlite", "spread.sqlite"))
            subprocess.run([KVGRAPH, "build", *letters, "--store", whole], check=True, capture_output=True)
            environment = {
                **os.environ, "KVGRAPH": KVGRAPH, "PARTITIONS": str(PARTITIONS), "SPARK_LOCAL_IP": "127.0.0.1",
                "PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": f"--master local[{PARTITIONS}] pyspark-shell"}
            run = subprocess.run(
                [sys.executable, RECIPE, spread, *letters], env=environment, capture_output=True, text=True)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn(f"{PARTITIONS} stores merged", run.stdout)
            self.assertEqual(sorted(os.listdir(folder)), ["spread.sqlite", "whole.sqlite"], "the parts are gone")
            one, many = Rows(whole), Rows(spread)
            self.assertEqual(one.tables(), many.tables())
            counts = {}
            for table in one.tables():
                rows = one.table(table)
                self.assertEqual(rows, many.table(table), table)
                counts[table] = len(rows)
            for index in ("letter_search", "source_search"):
                counts[index] = len(words := one.words(index))
                self.assertEqual(words, many.words(index), index)
            self.assertGreater(counts["letter"], 20)
            self.assertGreater(counts["citation"], 100)
            self.assertGreater(counts["letter_search"], 1000)

    def test_the_article_shows_the_program(self):
        recipe, article = (path.read_text(encoding="utf-8") for path in (RECIPE, ARTICLE))
        self.assertTrue(f"```python\n{recipe}```" in article, f"the article shows another program than {RECIPE.name}")


if __name__ == "__main__":
    unittest.main()
