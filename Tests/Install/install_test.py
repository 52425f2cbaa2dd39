"""What `make install` puts where, and what `make dist` makes: `make test-install`, which builds the program for release first."""

import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "Sources/kvgraph/kvgraph.docc/Installing.md"
PROGRAM = ROOT / ".build/release/kvgraph"
BARE = {"PATH": "/usr/bin:/bin"}


def said(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, **options).stdout


class InstallTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        said(".ci/install", "/usr/local", env={**os.environ, "DESTDIR": cls.home.name})
        cls.prefix = pathlib.Path(cls.home.name, "usr/local")

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def test_what_is_installed(self):
        program = self.prefix / "bin/kvgraph"
        self.assertLess(program.stat().st_size, PROGRAM.stat().st_size, "it is stripped")
        self.assertEqual(said(program, "cite", "seeds", env=BARE), (ROOT / "Tests/Golden/seeds.jsonl").read_text())
        self.assertIn("kvgraph", gzip.decompress((self.prefix / "share/man/man1/kvgraph.1.gz").read_bytes()).decode())
        for name in ("bash-completion/completions/kvgraph", "zsh/site-functions/_kvgraph", "fish/vendor_completions.d/kvgraph.fish"):
            self.assertIn("explain", (self.prefix / "share" / name).read_text(), name)
        licences = {file.stem for file in (self.prefix / "share/doc/kvgraph/licences").iterdir()}
        packages = {package.name for package in (ROOT / ".build/checkouts").iterdir()}
        self.assertLessEqual(packages | {"kvgraph", "Swift"}, licences)

    def test_it_runs_without_swift(self):
        self.assertNotIn("libswift", said("ldd", self.prefix / "bin/kvgraph"))

    def test_the_program_says_its_commit(self):
        commit = said("git", "rev-parse", "--short=8", "HEAD").strip()
        self.assertRegex(said(self.prefix / "bin/kvgraph", "--version"), rf"^\d+\.\d+\.\d+ \({commit}\+?\)$")

    def test_what_is_made_for_other_machines(self):
        said(".ci/dist")
        made = sorted((ROOT / ".build/dist").iterdir())
        [tarball] = [file for file in made if file.name.endswith(".tar.gz")]
        with tarfile.open(tarball) as files:
            names = {name.split("/", 1)[-1] for name in files.getnames()}
        self.assertLessEqual({"bin/kvgraph", "share/man/man1/kvgraph.1.gz", "share/doc/kvgraph/sbom.cdx.json"}, names)
        [parts] = [file for file in made if file.name.endswith(".cdx.json")]
        self.assertEqual(json.loads(parts.read_text())["bomFormat"], "CycloneDX")
        self.assertEqual(json.loads(said(".ci/sbom"))["bomFormat"], "CycloneDX")
        system = pathlib.Path("/etc/os-release").read_text() if shutil.which("dpkg-deb") else ""
        if 'VERSION_ID="12"' not in system:
            self.skipTest("this is not Debian 12: no package is looked at")
        [package] = [file for file in made if file.name.endswith(".deb")]
        needed = said("dpkg-deb", "-f", package, "Depends") + said("dpkg-deb", "-f", package, "Recommends")
        [sentence] = re.findall(r"The tarball needs these packages of Debian 12: (.*?)\.", ARTICLE.read_text())
        for name in re.findall(r"`([a-z0-9-]+)`", sentence):
            self.assertIn(name, needed)


if __name__ == "__main__":
    unittest.main()
