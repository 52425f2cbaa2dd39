"""`make test-spark`: what Spark builds in parts is what one machine builds, and the article on scaling shows the program that does it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from rows import Rows

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RECIPE = ROOT / "Tests/Spark/build_with_spark.py"
ARTICLE = ROOT / "Sources/kvgraph/kvgraph.docc/Scaling.md"
# The program, and a folder of letters beside the seeds.
KVGRAPH = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else str(ROOT / ".build/debug/kvgraph")
LETTERS = pathlib.Path(os.path.abspath(sys.argv.pop(1))) if len(sys.argv) > 1 else ROOT / ".build/bench/letters"
PARTITIONS = 3


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.letters = sorted(str(file) for folder in (ROOT / "seeds", LETTERS) for file in folder.rglob("*.*"))
        cls.home = tempfile.TemporaryDirectory()
        whole, damaged = (os.path.join(cls.home.name, name) for name in ("whole.sqlite", "damaged.docx"))
        # What cannot be read is said, and stops nothing.
        pathlib.Path(damaged).write_bytes(b"PK\x03\x04")
        cls.letters.append(damaged)
        run = subprocess.run([KVGRAPH, "build", *cls.letters, "--store", whole], capture_output=True)
        assert run.returncode == 1, run.stderr
        cls.whole = Rows(whole)

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def spread(self, program):
        """The store that Spark's workers make with a program, and what was printed."""
        folder = tempfile.mkdtemp(dir=self.home.name)
        store = os.path.join(folder, "spread.sqlite")
        # A part that fails is tried again, as on a cluster.
        environment = {
            **os.environ, "KVGRAPH": program, "PARTITIONS": str(PARTITIONS), "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": f"--master local[{PARTITIONS},4] pyspark-shell"}
        run = subprocess.run(
            [sys.executable, RECIPE, store, *self.letters], env=environment, capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(f"{PARTITIONS} stores merged", run.stdout)
        self.assertEqual(os.listdir(folder), ["spread.sqlite"], "the parts are gone")
        return Rows(store)

    def assert_same(self, many):
        one = self.whole
        self.assertEqual(one.tables(), many.tables())
        counts = {}
        for table in one.tables():
            rows = one.table(table)
            others = many.table(table)
            self.assertEqual(set(rows) ^ set(others), set(), table)
            self.assertEqual(len(rows), len(others), table)
            counts[table] = len(rows)
        for index in ("letter_search", "source_search"):
            counts[index] = len(words := one.words(index))
            self.assertEqual(words, many.words(index), index)
        self.assertGreater(counts["letter"], 20)
        self.assertGreater(counts["citation"], 100)
        self.assertGreater(counts["letter_search"], 1000)

    def test_parts_make_the_store_that_one_machine_makes(self):
        self.assert_same(self.spread(KVGRAPH))

    def test_a_part_whose_program_is_killed_is_built_again(self):
        folder = pathlib.Path(self.home.name)
        program, died = folder / "kvgraph-that-dies", folder / "died"
        # The second part's first build ends in the middle: only what it had put away by then is there.
        program.write_text(f"""#!{sys.executable}
import os, pathlib, signal, subprocess, sys, time
died = pathlib.Path({str(died)!r})
if sys.argv[1] == "build" and sys.argv[-1].endswith(".part1") and not died.exists():
    build = subprocess.Popen([{KVGRAPH!r}, *sys.argv[1:]])
    while build.poll() is None and not os.path.exists(sys.argv[-1]):
        time.sleep(0.001)
    build.kill()
    died.write_text(str(build.wait()))
    os.kill(os.getpid(), signal.SIGKILL)
os.execv({KVGRAPH!r}, [{KVGRAPH!r}, *sys.argv[1:]])
""")
        program.chmod(0o755)
        self.assert_same(self.spread(str(program)))
        self.assertEqual(died.read_text(), "-9", "it was killed while it built")

    def test_the_article_shows_the_program(self):
        recipe, article = (path.read_text(encoding="utf-8") for path in (RECIPE, ARTICLE))
        self.assertTrue(f"```python\n{recipe}```" in article, f"the article shows another program than {RECIPE.name}")


if __name__ == "__main__":
    unittest.main()
