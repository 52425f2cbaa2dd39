"""Text that means something elsewhere, in a letter, and everything that is made of it, read again by other programs. What a browser makes
of it stands in Tests/Browser."""

import csv
import html.parser
import io
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import tempfile
import unicodedata

from house import run, start

TEXTS = ['"><script>alert(1)</script>', "'/><svg onload=alert(1)>", "]]></text><script>x</script>", "--><img src=x onerror=alert(1)>", "</title></style><b>", "&lt;script&gt;&#60;b&#62;", "\\N \\G \\E \\\" \\",
         '" URL="javascript:alert(1)', "=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "\t=1", ";=1", "${x} `id` $(id)", "'; drop table letters; --", "%s%n%x", "\x1b[31mrood\x1b[0m", "\x9b31m", "\u202egnp.exe", "\u2066x\u2069", "\u061cx",
         "\u200ex\u200f", "\u2028x\u2029", "\x00\x01\x07\x08", "\x7f", "\x85x", "{|}", "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;", "\ufffe\uffff", "👩‍👩‍👧 e\u0301", "a\r\nSet-Cookie: x", "[a](javascript:alert(1))", "<javascript:x>"]
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def letter(number, text):
    """The text as the subject, a title, an asker, within a sentence, a note, and an address."""
    return (f"Kenmerk 2024Z{number:05}\nAntwoord van minister Jansen (BZK) op vragen van het lid {text} (D66) over {text} (ingezonden 3 maart 2024), ontvangen 4 april 2024\n"
            f"Vraag 1\nKent u het rapport “{text} in het bericht van gisteren”?\n\nAntwoord 1\nJa, {text} zie het rapport “Een {text} titel van een rapport” van de Raad, Kamerstuk 35 165, nr. {number} {text}[1] en "
            f"https://a.nl/x?y={text.replace(' ', '')}z.\n\n[1] {text} Kamerstuk 36 552, nr. {number}.\n")


def on_terminal(*words, store):
    """What a terminal gets of the program."""
    ours, theirs = pty.openpty()
    process = start(*words, store=store, stdout=theirs)
    os.close(theirs)
    text = b""
    try:
        while part := os.read(ours, 65536):
            text += part
    except OSError:
        # The other end is closed.
        pass
    os.close(ours)
    process.wait()
    return text.decode()


class Page(html.parser.HTMLParser):
    """What of a page would run: elements, attributes, addresses."""

    def __init__(self):
        super().__init__()
        self.found, self.text, self.script = [], [], False

    def handle_starttag(self, tag, attributes):
        self.script = tag == "script"
        for name, value in attributes:
            if name.startswith("on") or re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                self.found.append(f"{tag} {name}")
        if tag in ("iframe", "object", "embed", "base", "img"):
            self.found.append(tag)

    def handle_endtag(self, tag):
        self.script = False

    def handle_data(self, data):
        if not self.script:
            self.text.append(data)


def unsafe(text, lines="\n\t\r"):
    """Signs that no page, picture or terminal should be given."""
    return sorted({f"U+{ord(sign):04X}" for sign in text if (unicodedata.category(sign) == "Cc" and sign not in lines) or sign in TURNING})


def check(report):
    report.room("Text that means something elsewhere", f"{len(TEXTS)} texts, each as subject, name, title, sentence, note and address of a letter; what comes out is read again by another program.")
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        folder = place / "letters"
        folder.mkdir()
        for number, text in enumerate(TEXTS, 1):
            # A NUL makes a file no text.
            (folder / f"{number}.txt").write_text(letter(number, text.replace("\0", "")), newline="")
        store = place / "s.sqlite"
        built = run("build", folder, store=store)
        count = run("letters", "--format", "csv", store=store)
        report.line("`build`", len(TEXTS), f"status {built.status}; signs in its messages that a terminal obeys: {unsafe(built.err) or 'none'}", built.status in (0, 1) and not unsafe(built.err))

        def made(*words):
            done = run(*words, store=store)
            assert done.status in (0, 1), f"{words}: {done.status} {done.err}"
            return done.out

        for words in (["top", "--kind", "all"], ["letters"], ["shared"], ["check"], ["show", "1"], ["show", "20"], ["find", "rapport"]):
            text = made(*words).decode()
            report.line(f"`{' '.join(words)}`, as a terminal reads it", 1, f"{len(text):,} signs; obeyed: {unsafe(text, chr(10)) or 'none'}", not unsafe(text, "\n"))
        for words in (["top", "--kind", "all"], ["letters"], ["check"]):
            rows = json.loads(made(*words, "--format", "json"))
            lines = [json.loads(line) for line in made(*words, "--format", "jsonl").decode().split("\n") if line]
            table = list(csv.reader(io.StringIO(made(*words, "--format", "csv").decode(), newline="")))
            whole = rows == lines and len(table) == len(rows) + 1 and {len(row) for row in table} == {len(table[0])}
            formulas = [cell for row in table for cell in row if cell and cell[0] in "=+-@\t\r＝＋－＠" and not re.fullmatch(r"-?[\d.]+", cell)]
            report.line(f"`{' '.join(words)}` as JSON, JSON lines and CSV", 3, f"{len(rows)} rows in each; formulas {formulas or 'none'}", whole and not formulas)
        lines = made("cite", folder).split(b"\n")
        read = [json.loads(line) for line in lines if line]
        raw = sorted({byte for line in lines for byte in line if byte < 0x20})
        report.line("`cite`", len(TEXTS), f"{len(read)} lines of JSON; control bytes as they are: {raw or 'none'}", not raw and len(read) > len(TEXTS))
        for words in (["cite", folder], ["show", "18", "--text"], ["show", "19", "--text"], ["show", "20", "--format", "json"], ["letters", "--format", "csv"]):
            text = on_terminal(*words, store=store)
            report.line(f"`{' '.join(map(str, words))}` on a terminal".replace(str(folder), "FOLDER"), 1, f"{len(text):,} signs; obeyed: {unsafe(text) or 'none'}", len(text) > 100 and not unsafe(text))
        pictures(report, place, made)
        pages(report, made)
        exports(report, place, made)


def parses(program, *words, content):
    """What another program says of it; None where it is not installed."""
    if not shutil.which(program):
        return None
    done = subprocess.run([program, *words], input=content, capture_output=True)
    return "" if done.returncode == 0 else done.stderr.decode(errors="replace")[:120]


def pictures(report, place, made):
    for options in ([], ["--kind", "all"], ["--project", "letters"], ["--level", "answers"]):
        svg = made("render", "--svg", "-o", "-", "--limit", "200", *options)
        said = parses("xmllint", "--noout", "--nonet", "-", content=svg)
        text = svg.decode()
        risky = re.findall(r"<script|<foreignObject|\son\w+=|href=[\"'](?!https?://|#)", text)
        report.line(f"`render --svg {' '.join(options)}`".replace(" `", "`"), 1, f"`xmllint`: {said or 'well formed'}; scripts and other addresses {risky or 'none'}; signs that turn or control {unsafe(text) or 'none'}", said == "" and not risky and not unsafe(text))
        dot = made("render", "--dot", "-o", "-", "--limit", "200", *options)
        said = parses("dot", "-Tdot", content=dot)
        report.line(f"`render --dot {' '.join(options)}`".replace(" `", "`"), 1, f"`dot`: {'not installed' if said is None else said or 'reads it'}; signs {unsafe(dot.decode()) or 'none'}", not said and not unsafe(dot.decode()))
    pdf = made("render", "--pdf", "-o", "-", "--limit", "200", "--kind", "all")
    links = re.findall(rb"/URI \((.{0,12})", pdf)
    report.line("`render --pdf`", 1, f"{len(links)} links, all of the web; scripts {pdf.count(b'/JavaScript') + pdf.count(b'/JS ')}", all(link.startswith(b"http") for link in links) and b"/JavaScript" not in pdf and b"/JS " not in pdf)


def pages(report, made):
    for words in (["render", "--html", "-o", "-", "--limit", "200", "--kind", "all"], ["annotate", "1", "--html"], ["annotate", "20", "--html"], ["annotate", "21", "--html"]):
        page = Page()
        text = made(*words).decode()
        page.feed(text)
        shown = "".join(page.text)
        # Of `annotate` the page is the letter itself, byte for byte.
        signs = unsafe(shown) if words[0] == "render" else []
        report.line(f"`{' '.join(words)}`", 1, f"{len(text):,} signs; what would run: {page.found or 'nothing'}; signs that turn or control {signs or 'none'}", not page.found and not signs and "content-security-policy" in text.lower())


def exports(report, place, made):
    for name in ("graphml", "gexf"):
        said = parses("xmllint", "--noout", "--nonet", "-", content=made("export", f"--{name}", "-o", "-", "--kind", "all"))
        report.line(f"`export --{name}`", 1, f"`xmllint`: {said or 'well formed'}", said == "")
    for name in ("json", "csl-json", "vosviewer"):
        json.loads(made("export", f"--{name}", "-o", "-", "--kind", "all"))
        report.line(f"`export --{name}`", 1, "a JSON parser reads it", True)
    table = list(csv.reader(io.StringIO(made("export", "--csv", "--citations", "-o", "-", "--kind", "all").decode(), newline="")))
    formulas = [cell for row in table for cell in row if cell and cell[0] in "=+@\t\r"]
    report.line("`export --csv --citations`", len(table), f"rows of {sorted({len(row) for row in table})} cells; formulas {formulas or 'none'}", len({len(row) for row in table}) == 1 and not formulas)
