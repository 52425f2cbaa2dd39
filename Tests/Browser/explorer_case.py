"""What the tests of the explorer share: pages that kvgraph wrote, a server, a headless Chromium, and what the command says."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from webdriver import Browser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KVGRAPH = os.path.abspath(os.environ.get("KVGRAPH") or os.path.join(ROOT, ".build/debug/kvgraph"))
DEFAULT_KINDS = "kamerstuk,dossier,aanhangsel,handelingen,document,bijlage,report,eu,ecli,stb,stcrt,trb,url"
SHOWN = "g.node:not(.away):not(.legend)"
READY = "return document.documentElement.dataset.ready === 'true'"


def kvgraph(*words):
    return subprocess.run([KVGRAPH, *words], check=True, capture_output=True, text=True, cwd=ROOT)


def is_front_page(source):
    """Of a site: left out unless kinds are named."""
    address = urllib.parse.urlsplit(source)
    return address.path == "/" and not address.query


def most_cited(store, *options):
    """What `kvgraph top` says of the sources that a page lists: id, letters, answers, citations."""
    rows = json.loads(kvgraph("top", "--kind", DEFAULT_KINDS, "--limit", "500", "--format", "json", "--store", store, *options).stdout)
    return [[row["id"], *(str(row[count]) for count in ("letters", "answers", "citations"))] for row in rows if not is_front_page(row["id"])]


class ExplorerCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.seeds = cls.page("seeds", ["seeds"])
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.folder.cleanup()

    @classmethod
    def page(cls, name, letters, *options):
        """A page of letters, and that it is the same the second time."""
        store, file = (os.path.join(cls.folder.name, name + ending) for ending in (".sqlite", ".html"))
        kvgraph("build", *letters, "--store", store)
        kvgraph("render", "--html", "--store", store, "-o", file, *options)
        with open(file, encoding="utf-8") as page:
            again = kvgraph("render", "--html", "--store", store, "-o", "-", *options).stdout
            assert page.read() == again, "a page of the same store is the same file"
        return "file://" + file

    def open(self, page, state=""):
        self.browser.open("about:blank")
        self.browser.open(page + state)
        self.browser.wait_for(READY)

    def tearDown(self):
        self.assertEqual(self.browser.complaints(), [], "the console is silent")

    def shown(self):
        return self.browser.count(SHOWN)

    def node(self, label):
        """The id of the node with this label."""
        return self.browser.ask(
            "return [...document.querySelectorAll('g.node')].find(node =>"
            " [...node.querySelectorAll('text')].some(text => text.textContent === arguments[0]))?.id", label)

    def listed(self):
        """The rows of the table: id, letters, answers, citations."""
        return self.browser.ask(
            "return [...document.querySelectorAll('#table tbody tr')].map(row =>"
            " [row.dataset.row.replace('source:', ''), ...[...row.cells].slice(1).map(cell => cell.textContent)])")

    @contextlib.contextmanager
    def served(self, store, *options):
        """The address of a server that runs."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [KVGRAPH, "serve", "--store", store, "--port", str(port), *options], stderr=subprocess.PIPE, text=True)
        try:
            site = f"http://127.0.0.1:{port}"
            self.assertIn(site + "/", server.stderr.readline())
            for _ in range(100):
                try:
                    self.assertEqual(self.status(site, "/"), 200)
                    break
                except ConnectionError:
                    time.sleep(0.1)
            yield site
        finally:
            server.kill()
            server.wait()
            server.stderr.close()

    @staticmethod
    def status(site, path, method="GET", **headers):
        host, port = urllib.parse.urlsplit(site).netloc.split(":")
        with contextlib.closing(http.client.HTTPConnection(host, int(port), timeout=30)) as connection:
            connection.request(method, path, headers=headers)
            return connection.getresponse().status
