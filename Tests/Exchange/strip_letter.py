"""Takes the links out of annotated letters again, with Python's own parsers, and says what is wrong with them:
python3 strip_letter.py FOLDER, with NAME.txt (kvgraph show --text), NAME.html, NAME.md, NAME.jsonld of each letter.
Prints how many links and annotations there are; every fault is a line, and status 1."""

import json
import pathlib
import re
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    ALLOWED = {"html", "head", "meta", "title", "style", "body", "pre", "a", "mark"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.links, self.faults, self.inside = "", [], [], False

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if tag not in self.ALLOWED or any(name.startswith("on") for name in names):
            self.faults.append(f"<{tag} {attributes}>")
        if tag == "a":
            self.links.append(names["href"])
        if tag == "pre":
            self.inside = True

    def handle_endtag(self, tag):
        if tag == "pre":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.text += data

    def handle_comment(self, data):
        self.faults.append("a comment: " + data)


def html(path):
    page = Page()
    page.feed(path.read_bytes().decode("utf-8"))
    page.close()
    # A parser of HTML passes over the line end behind <pre>.
    return page.text[1:], page.links, page.faults


LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\\n]|\\.)*)\]\((https?://[^\s()<>]*)\)")


def markdown(path):
    text = path.read_bytes().decode("utf-8")
    links = [match.group(2) for match in LINK.finditer(text)]
    bare = LINK.sub(lambda match: match.group(1), text)
    faults = [match.group() for match in re.finditer(r"(?<!\\)\]\((?!https?://)[^)]*\)|(?<!\\)<[a-zA-Z/!?]", text)]
    return re.sub(r"\\([\[\]<])", r"\1", bare), links, faults


def annotations(path, text):
    page = json.loads(path.read_bytes())
    faults = []
    for item in page["items"]:
        quote, place = item["target"]["selector"]
        start, end = place["start"], place["end"]
        if text[start:end] != quote["exact"]:
            faults.append(f"{item['id']}: {text[start:end]!r} is not {quote['exact']!r}")
        if text[:start][-len(quote["prefix"]):] != quote["prefix"] and quote["prefix"]:
            faults.append(f"{item['id']}: prefix")
        if not text[end:].startswith(quote["suffix"]):
            faults.append(f"{item['id']}: suffix")
    return len(page["items"]), faults


def main(folder):
    counts = {"letters": 0, "html": 0, "markdown": 0, "annotations": 0}
    status = 0
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found, links, faults = html(path.with_suffix(".html"))
        faults += [] if found == text.replace("\0", "\ufffd") else ["the page is not the letter"]
        faults += [link for link in links if not link.startswith(("https://", "http://"))]
        counts["html"] += len(links)
        found, links, more = markdown(path.with_suffix(".md"))
        faults += more + ([] if found == re.sub(r"\\([\[\]<])", r"\1", text) else ["the Markdown is not the letter"])
        counts["markdown"] += len(links)
        count, more = annotations(path.with_suffix(".jsonld"), text)
        counts["letters"] += 1
        counts["annotations"] += count
        for fault in faults + more:
            print(f"{path.stem}: {fault}")
            status = 1
    print(json.dumps(counts))
    return status


sys.exit(main(sys.argv[1]))
