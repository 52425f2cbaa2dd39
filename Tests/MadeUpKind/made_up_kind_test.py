"""A new kind of source is one file, one row and one file of cases: `make test-kind`.

Copies the package into .build/made-up-kind, adds the kind `motie` there and nothing else, builds, and looks for it everywhere a kind
has to be seen: found, stored, listed, filtered, drawn, and missed by the check of the README until its row stands there.
"""

import json
import os
import pathlib
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / ".build/made-up-kind"
HERE = "Tests/MadeUpKind"
ID = "motie:janssen-2024-03-03"
LETTER = """Vraag {0}
Kent u het bericht?

Antwoord {0}
Ja. De motie-Janssen van 3 maart 2024 is uitgevoerd, zie Kamerstuk 35 165, nr. {1}.
"""


def copy():
    """The files of the package, tracked or new, with the kind added; what was built there before is kept."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    wanted = {name: (ROOT / name).read_bytes() for name in names if name and (ROOT / name).is_file()}
    wanted["Sources/CitationFinding/Kinds/Motie.swift"] = wanted[f"{HERE}/Motie.swift"]
    wanted["Tests/Cases/kinds/motie.case"] = wanted[f"{HERE}/motie.case"]
    table = "Sources/CitationFinding/Kinds/KindTable.swift"
    text = wanted[table].decode()
    assert text.count("        .dossier,\n") == 1, "the table of kinds has a row for dossier"
    wanted[table] = text.replace("        .dossier,\n", "        .dossier,\n        .motie,\n").encode()
    for folder, folders, files in os.walk(COPY):
        folders[:] = [name for name in folders if name != ".build"]
        for path in (pathlib.Path(folder, name) for name in files if name != "Package.resolved"):
            if str(path.relative_to(COPY)) not in wanted:
                path.unlink()
    for name, content in wanted.items():
        path = COPY / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # A file that is as it was keeps its time, so that it is not built again.
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def swift(*words):
    return subprocess.run(["swift", *words], cwd=COPY, capture_output=True, text=True)


def kvgraph(*words):
    command = [str(COPY / ".build/debug/kvgraph"), *words]
    return subprocess.run(command, cwd=COPY / "letters", check=True, capture_output=True, text=True).stdout


class MadeUpKind(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        copy()
        built = swift("build", "--build-tests")
        assert built.returncode == 0, built.stdout + built.stderr
        letters = COPY / "letters"
        shutil.rmtree(letters, ignore_errors=True)
        letters.mkdir()
        for number in (1, 2):
            (letters / f"brief{number}.txt").write_text(LETTER.format(number, number))
        kvgraph("build", "brief1.txt", "brief2.txt", "--store", "store.sqlite")

    def rows(self, *words):
        return json.loads(kvgraph(*words, "--format", "json", "--store", "store.sqlite"))

    def test_it_is_found(self):
        found = [json.loads(line) for line in kvgraph("cite", "brief1.txt").splitlines()]
        self.assertIn(("motie", ID, "A1"), [(row["kind"], row["id"], row["unit"]) for row in found])

    def test_it_is_stored(self):
        self.assertIn("[motie]", kvgraph("show", ID, "--store", "store.sqlite"))

    def test_it_is_listed(self):
        self.assertEqual([row["id"] for row in self.rows("top", "--kind", "motie")], [ID])
        self.assertIn(ID, [row["id"] for row in self.rows("top", "--kind", "all")])

    def test_lists_can_be_filtered_by_it(self):
        self.assertEqual([row["id"] for row in self.rows("shared", "--kind", "motie")], [ID])
        self.assertEqual(self.rows("shared", "--kind", "kamerstuk"), [])

    def test_it_is_drawn_with_its_look(self):
        dot = kvgraph("render", "--dot", "--store", "store.sqlite", "-o", "-")
        node = next(line for line in dot.splitlines() if "label=\"motie janssen" in line)
        self.assertIn("egg", node)
        self.assertIn("#FFF4D6", node)
        self.assertIn('"motion"', dot, "the legend names it")

    def test_its_cases_are_read(self):
        read = swift("test", "--skip-build", "--disable-xctest", "--filter", "KindCaseTests")
        self.assertEqual(read.returncode, 0, read.stdout + read.stderr)

    def add_row(self, name, row):
        path = COPY / name
        text = path.read_text()
        place = text.index("| `zaak` |")
        path.write_text(text[:place] + row + text[place:])

    def test_the_readme_has_to_have_its_row(self):
        check = ["test", "--skip-build", "--disable-xctest", "--filter", "ReadmeTests/everyKindHasItsRow"]
        missing = swift(*check)
        self.assertNotEqual(missing.returncode, 0)
        self.assertIn("a row for motie", missing.stdout + missing.stderr)
        self.add_row("README.md", f"| `motie` | a motion by its mover and its day | motie-Janssen van 3 maart 2024 | `{ID}` |\n")
        self.add_row("Sources/CitationFinding/CitationFinding.docc/SourcesAndUnits.md", f"| `motie` | `{ID}` | |\n")
        there = swift(*check)
        self.assertEqual(there.returncode, 0, there.stdout + there.stderr)


if __name__ == "__main__":
    unittest.main()
