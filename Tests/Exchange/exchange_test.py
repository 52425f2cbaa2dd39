"""Exports, as the programs of those who use them read them: networkx, igraph, pandas, rdflib, citeproc, Datasette, validators of
XML and of JSON Schema, and LibreOffice where it is there. `make test-exchange` installs them; this takes the path of kvgraph."""

import csv
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import igraph
import jsonschema
import networkx
import pandas
import rdflib

KVGRAPH = str(pathlib.Path(sys.argv.pop(1)).resolve())
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Exchange(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        letters = [str(ROOT / "seeds")]
        shared = ROOT.parent / "shared" / "letters"
        if shared.exists():
            letters.append(str(shared))
        else:
            print("../shared/letters is not beside the checkout: exports of the seeds alone are read")
        cls.run_kvgraph("build", *letters)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def run_kvgraph(cls, *arguments):
        command = [KVGRAPH, *arguments, "--store", str(cls.folder / "kvgraph.sqlite")]
        done = subprocess.run(command, capture_output=True, text=True, cwd=cls.folder)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    def export(self, name, *options):
        path = self.folder / name
        self.run_kvgraph("export", "-o", str(path), *options)
        return str(path)

    def load(self, name, *options):
        return json.loads(pathlib.Path(self.export(name, *options)).read_text(encoding="utf-8"))

    def expected(self, *options):
        rows = json.loads(self.run_kvgraph("shared", "--min-letters", "1", "--format", "json", *options))
        return {(letter, row["id"]) for row in rows for letter in row["cited_by"]}

    @staticmethod
    def bare(edges):
        return {(a.removeprefix("letter:"), b) for a, b in edges}

    def test_networkx_finds_the_same_graph_in_four_formats(self):
        for options in [(), ("--in", "all", "--kind", "all"), ("--sources", "dossiers")]:
            graphs = [
                networkx.read_graphml(self.export("g.graphml", *options)),
                networkx.read_gexf(self.export("g.gexf", *options), version="1.3"),
                networkx.node_link_graph(self.load("g.json", *options), edges="edges"),
                networkx.DiGraph(networkx.read_pajek(self.export("g.net", *options))),
            ]
            expected = self.expected(*options)
            for graph in graphs:
                self.assertTrue(graph.is_directed())
                self.assertEqual(set(graph.nodes), set(graphs[0].nodes))
                self.assertEqual(dict(graph.degree), dict(graphs[0].degree))
                if "--kind" not in options:  # `shared` cannot show kinds of one letter
                    self.assertEqual(self.bare(graph.edges), expected)
                self.assertGreater(len(graph.edges), 20)
            for graph in graphs[:3]:
                for node, data in graph.nodes(data=True):
                    if data["type"] == "source":
                        self.assertEqual(data["letters"], graph.in_degree(node))
                        self.assertEqual(data["citations"], graph.in_degree(node, weight="weight"))

    def test_xmllint_validates_graphml_and_gexf(self):
        empty = ("--since", "1900", "--until", "1901")
        for options in [(), ("--level", "answers"), ("--project", "sources", "--measure", "salton"), empty]:
            for format in ("graphml", "gexf"):
                path = self.export("valid." + format, *options)
                schema = ROOT / f"Tests/Exchange/{format}.rng"
                command = ["xmllint", "--noout", "--huge", "--relaxng", str(schema), path]
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_projections_are_undirected(self):
        graph = networkx.read_graphml(self.export("p.graphml", "--project", "letters"))
        pairs = json.loads(self.run_kvgraph("coupled", "--format", "json"))
        self.assertFalse(graph.is_directed())
        self.assertEqual({frozenset(edge) for edge in graph.edges}, {frozenset([p["a"], p["b"]]) for p in pairs})
        for pair in pairs:
            self.assertEqual(graph.edges[pair["a"], pair["b"]]["weight"], pair["strength"])

    def test_igraph_reads_graphml(self):
        graph = igraph.Graph.Read_GraphML(self.export("g.graphml"))
        found = {(graph.vs[e.source]["name"], graph.vs[e.target]["name"]) for e in graph.es}
        self.assertEqual(self.bare(found), self.expected())
        self.assertEqual(sum(graph.es["weight"]), sum(graph.es["citations"]))

    def test_pandas_reads_the_pair(self):
        self.export("g.csv")
        nodes = pandas.read_csv(self.folder / "g.nodes.csv", index_col="Id")
        edges = pandas.read_csv(self.folder / "g.edges.csv")
        self.assertTrue(nodes.index.is_unique)
        self.assertTrue(set(edges.Source) | set(edges.Target) == set(nodes.index))
        counted = edges.groupby("Target").Weight.agg(["count", "sum"])
        sources = nodes[nodes.type == "source"]
        self.assertTrue((sources.letters == counted["count"][sources.index]).all())
        self.assertTrue((sources.citations == counted["sum"][sources.index]).all())

    def test_pandas_reads_citations(self):
        table = pandas.read_csv(self.export("c.csv", "--csv", "--citations"))
        top = json.loads(self.run_kvgraph("shared", "--min-letters", "1", "--format", "json"))
        self.assertEqual(table.groupby("source").size().to_dict(), {row["id"]: row["citations"] for row in top})

    def test_rdflib_answers_what_shared_lists(self):
        graph = rdflib.Graph().parse(self.export("g.ttl"), format="turtle")
        article = (ROOT / "Sources/kvgraph/kvgraph.docc/Exports.md").read_text()
        query = article.split("```sparql\n")[1].split("```")[0]
        found = [(str(row.id), int(row.letters)) for row in graph.query(query)]
        shared = json.loads(self.run_kvgraph("shared", "--format", "json"))
        self.assertEqual(sorted(found), sorted((row["id"], row["letters"]) for row in shared))

    def test_citeproc_formats_the_sources(self):
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        items = self.load("c.json", "--csl-json")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in bibliography.bibliography()]
        self.assertEqual(len(lines), len(items))
        self.assertTrue(all(lines))

    def test_schemas_validate(self):
        for name, arguments in [
            ("top", ["top", "--kind", "all", "--format", "json"]), ("shared", ["shared", "--format", "json"]),
            ("letters", ["letters", "--format", "json"]), ("check", ["check", "--format", "json"]),
            ("export-json", ["export", "--json"]), ("export-vosviewer", ["export", "--vosviewer"]),
            ("export-csl-json", ["export", "--csl-json"]),
        ]:
            schema = json.loads((ROOT / f"Sources/kvgraph/Schemas/{name}.schema.json").read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            value = json.loads(self.run_kvgraph(*arguments))
            for row in value if isinstance(value, list) else [value]:
                jsonschema.validate(row, schema, jsonschema.Draft202012Validator)

    def test_datasette_serves_store_and_metadata(self):
        metadata = self.export("metadata.json", "--datasette")
        store = str(self.folder / "kvgraph.sqlite")
        datasette = pathlib.Path(sys.executable).parent / "datasette"

        def get(path):
            command = [str(datasette), "--immutable", store, "--metadata", metadata, "--get", path]
            return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

        rows = get("/kvgraph/most-cited.json?_shape=array")
        listed = sqlite3.connect(f"file:{store}?mode=ro", uri=True).execute("SELECT id FROM most_cited LIMIT 20").fetchall()
        self.assertEqual([row["id"] for row in rows], [row[0] for row in listed])
        for name in json.loads(pathlib.Path(metadata).read_text())["databases"]["kvgraph"]["queries"]:
            self.assertIsInstance(get(f"/kvgraph/{name}.json?_shape=array"), list)

    def test_the_article_opens_the_store_read_only(self):
        program = (ROOT / "Sources/kvgraph/kvgraph.docc/SQL.md").read_text().split("```python\n")[1].split("```")[0]
        self.assertIn("output/kvgraph.sqlite", program)
        names = {}
        exec(program.replace("output/kvgraph.sqlite", str(self.folder / "kvgraph.sqlite")), names)
        top = json.loads(self.run_kvgraph("top", "--limit", "1", "--format", "json"))
        self.assertIn(top[0]["id"], [row[0] for row in names["rows"]])
        with self.assertRaises(sqlite3.OperationalError):
            names["store"].execute("DELETE FROM letter")

    def test_a_spreadsheet_computes_nothing(self):
        office = shutil.which("soffice")
        if not office:
            self.skipTest("LibreOffice is not there")
        letter = self.folder / "formule.txt"
        letter.write_text(
            "Vragen van het lid Zeeman (D66) over =1+1.\nAntwoord van Minister Jansen (ontvangen 3 mei 2023).\n\n"
            "Vraag 1\nKlopt dit?\nAntwoord 1\n=2+3 staat in Kamerstuk 33 529, nr. 7.\n")
        store = str(self.folder / "f.sqlite")
        subprocess.run([KVGRAPH, "build", str(letter), "--store", store], check=True, capture_output=True)
        table = str(self.folder / "f.csv")
        subprocess.run([KVGRAPH, "export", "--csv", "--citations", "-o", table, "--store", store], check=True)
        subprocess.run(
            [office, "--headless", "--convert-to", "ods", "--outdir", str(self.folder), table], check=True, capture_output=True)
        subprocess.run(
            [office, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir",
             str(self.folder / "back"), str(self.folder / "f.ods")], check=True, capture_output=True)
        cells = [cell for row in csv.reader(open(self.folder / "back" / "f.csv", encoding="utf-8")) for cell in row]
        self.assertIn("=2+3", "".join(cells))


unittest.main(verbosity=2)
