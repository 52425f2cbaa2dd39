"""Reads every format of `kvgraph export` back with parsers that are not ours, and prints what stands in each as JSON:
python3 read_back.py FOLDER ..., each with g.graphml, g.gexf, g.nodes.csv, g.edges.csv, g.json, g.vosviewer.json, g.csl.json, g.ttl, g.net.
A format reads as {"nodes": {id: label}, "edges": [[from, to, weight]]}; nothing but Python's own library is needed."""

import csv
import json
import re
import sys
import xml.etree.ElementTree as ElementTree


def graphml(path):
    name = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(name + "key")}

    def data(element):
        return {keys[part.get("key")]: part.text or "" for part in element.iter(name + "data")}

    nodes = {node.get("id"): data(node) for node in root.iter(name + "node")}
    edges = [[e.get("source"), e.get("target"), float(data(e)["weight"])] for e in root.iter(name + "edge")]
    assert len(nodes) == len(list(root.iter(name + "node"))), "an id twice"
    return {"nodes": {id: node["label"] for id, node in nodes.items()}, "edges": edges,
            "titles": {id: node["title"] for id, node in nodes.items() if "title" in node}}


def gexf(path):
    name = "{http://gexf.net/1.3}"
    root = ElementTree.parse(path).getroot()
    titles = {a.get("id"): a.get("title") for part in root.iter(name + "attributes") if part.get("class") == "node"
              for a in part.iter(name + "attribute")}
    nodes, found = {}, {}
    for node in root.iter(name + "node"):
        assert node.get("id") not in nodes, "an id twice"
        nodes[node.get("id")] = node.get("label")
        for value in node.iter(name + "attvalue"):
            if titles[value.get("for")] == "title":
                found[node.get("id")] = value.get("value")
    edges = [[e.get("source"), e.get("target"), float(e.get("weight"))] for e in root.iter(name + "edge")]
    return {"nodes": nodes, "edges": edges, "titles": found}


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"


def formulas(path):
    """Cells that a spreadsheet would compute, whatever it takes for the separator. For one that takes another than the comma, quotes
    stand within cells, and hold nothing together."""
    with open(path, newline="", encoding="utf-8") as file:
        text = file.read()
    found = []
    for separator in ",;\t":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)[:1 if separator == "," else 2]:
            lines = re.split("[\r\n]", text) if quoting == csv.QUOTE_NONE else text.splitlines(keepends=True)
            csv.field_size_limit(1 << 24)
            for row in csv.reader(lines, delimiter=separator, quoting=quoting):
                for cell in row:
                    cell = re.sub(r'^[\x00-\x08\x0a-\x0c\x0e-\x20"\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*', "", cell)
                    if cell[:1] and cell[0] in FORMULA:
                        found.append(cell[:40])
    return found


def pair(folder):
    nodes = {row["Id"]: row for row in rows(folder + "/g.nodes.csv")}
    edges = [[row["Source"], row["Target"], float(row["Weight"])] for row in rows(folder + "/g.edges.csv")]
    return {"nodes": {id: row["Label"] for id, row in nodes.items()}, "edges": edges,
            "titles": {id: row["title"] for id, row in nodes.items() if row["title"]},
            "formulas": formulas(folder + "/g.nodes.csv") + formulas(folder + "/g.edges.csv")}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def node_link(path):
    graph = load(path)
    nodes = {node["id"]: node["label"] for node in graph["nodes"]}
    assert len(nodes) == len(graph["nodes"]), "an id twice"
    return {"nodes": nodes, "edges": [[e["source"], e["target"], e["weight"]] for e in graph["edges"]],
            "titles": {node["id"]: node["title"] for node in graph["nodes"] if "title" in node}}


def vosviewer(path):
    network = load(path)["network"]
    names = {item["id"]: item["label"] for item in network["items"]}
    assert len(names) == len(network["items"]), "an id twice"
    for item in network["items"]:
        assert set(item) <= {"id", "label", "description", "url", "cluster", "weights", "scores"}, item
        assert "<" not in item["description"].replace("<br>", ""), item
    edges = [[link["source_id"], link["target_id"], link["strength"]] for link in network["links"]]
    assert all(end in names for edge in edges for end in edge[:2])
    return {"nodes": {str(id): label for id, label in names.items()}, "edges": edges}


TOKEN = re.compile(r'<([^<>"{}|^`\\\x00-\x20]*)>|"((?:[^"\\\n\r]|\\["\\nrt]|\\u[0-9A-F]{4})*)"(?:\^\^xsd:date)?|([a-z]+:[A-Za-z]+|a)|([.;])')


def turtle(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = "".join(line for line in file.read().splitlines(keepends=True) if not line.startswith("@prefix"))
    place, subject, predicate, state = 0, None, None, 0
    nodes, edges = {}, []
    while place < len(text):
        if text[place] in " \n":
            place += 1
            continue
        token = TOKEN.match(text, place)
        assert token, "not Turtle: " + text[place:place + 60]
        place = token.end()
        iri, literal, word, mark = token.groups()
        if mark:
            assert state == 3, text[place - 60:place]
            state = 0 if mark == "." else 1
        elif state == 0:
            subject, state = iri, 1
        elif state == 1:
            predicate, state = word, 2
        else:
            state = 3
            if predicate == "dcterms:identifier":
                nodes[json.loads('"' + literal + '"')] = subject
            if predicate in ("cito:cites", "dcterms:relation"):
                edges.append([subject, iri, 1])
    return {"nodes": nodes, "edges": edges}


def pajek(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    count = int(lines[0].split()[1])
    nodes = {}
    for line in lines[1:count + 1]:
        number, label = line.split(" ", 1)
        assert label[0] == label[-1] == '"' and '"' not in label[1:-1], line
        nodes[number] = label[1:-1]
    assert len(set(nodes.values())) == count, "a label twice"
    assert lines[count + 1] in ("*Arcs", "*Edges")
    edges = [[float(part) for part in line.split()] for line in lines[count + 2:] if line]
    return {"nodes": nodes, "edges": edges}


def main(folder):
    result = {
        "graphml": graphml(folder + "/g.graphml"), "gexf": gexf(folder + "/g.gexf"), "csv": pair(folder),
        "json": node_link(folder + "/g.json"), "vosviewer": vosviewer(folder + "/g.vosviewer.json"),
        "turtle": turtle(folder + "/g.ttl"), "pajek": pajek(folder + "/g.net"),
        "csl-json": {"nodes": {item["id"]: item["title"] for item in load(folder + "/g.csl.json")}, "edges": []},
    }
    return result


json.dump([main(folder) for folder in sys.argv[1:]], sys.stdout)
