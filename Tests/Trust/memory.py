"""Valgrind over one letter of each format and one picture: no memory is lost that our code asked for, and none is read or written where
none is. What is compared before it was set is not looked at: compiled Swift reads the padding of short texts. Under Valgrind no program
can be started by Foundation, so that of a PDF only the way to Poppler is seen."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

from house import PROGRAM, ROOT, letters, run

BODY = "<{0}>Vraag 1</{0}><{0}>Kent u dit?</{0}><{0}>Antwoord 1</{0}><{0}>Zie Kamerstuk 35 165, nr. 97.</{0}>"


def files(place):
    """One small letter in each format; the PDF is drawn by the program itself."""
    with zipfile.ZipFile(place / "a.docx", "w") as archive:
        text = BODY.format("w:p").replace("<w:p>", "<w:p><w:r><w:t>").replace("</w:p>", "</w:t></w:r></w:p>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="w"><w:body>{text}</w:body></w:document>')
    with zipfile.ZipFile(place / "a.odt", "w") as archive:
        archive.writestr("content.xml", f'<o:document-content xmlns:o="o" xmlns:text="t"><o:body><o:text>{BODY.format("text:p")}</o:text></o:body></o:document-content>')
    (place / "a.html").write_text(f"<!DOCTYPE html><html><body>{BODY.format('p')}</body></html>")
    (place / "a.xml").write_text('<?xml version="1.0"?><kamervragen><vraag><nr>Vraag 1</nr><al>Kent u dit?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Zie Kamerstuk 35 165, nr. 97.</al></antwoord></kamervragen>')
    shutil.copy(sorted((ROOT / "seeds").glob("*.txt"))[0], place / "a.md")
    (place / "a.txt").write_text("Vraag 1\nA?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n")
    run("build", letters(place / "letters", 4), store=place / "s.sqlite")
    run("render", "--pdf", "-o", place / "a.pdf", store=place / "s.sqlite")
    return sorted(place.glob("a.*"))


LIBRARIES = r"\(in .*/(libgvc|libcgraph|libcdt|libgvplugin|libpango|libcairo|libfontconfig|libglib|libgobject|libharfbuzz)"


def watched(program, *words):
    """Bytes lost for certain, in blocks of ours and of the libraries; and reads or writes where nothing is."""
    done = subprocess.run(["valgrind", "--leak-check=full", "--show-leak-kinds=definite", "--num-callers=40", "--undef-value-errors=no", "-q", program, *map(str, words)],
                          cwd=ROOT, capture_output=True, text=True, errors="replace")
    blocks = re.split(r"==\d+== *\n", done.stderr)
    lost = [bool(re.search(LIBRARIES, block)) for block in blocks if "definitely lost" in block]
    # Of a wrong read the first function is who did it: Graphviz 2.42 looks at a graph again that it has just closed.
    invalid = [bool(re.search(r"Invalid (read|write|free).*\n.* at .*" + LIBRARIES, block)) for block in blocks if re.search(r"Invalid (read|write|free)", block)]
    whole = "Valgrind:" not in done.stderr
    return lost.count(False), lost.count(True), invalid.count(False), invalid.count(True), done.returncode if whole else -1


def check(report):
    report.room("Memory", "Valgrind: what is lost for certain, and what is read or written where nothing is. What Graphviz and the libraries below it lose is theirs.")
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        # As it is installed; and Valgrind of Debian 12 cannot read what lld says of functions.
        program = place / "kvgraph"
        subprocess.run(["strip", "-o", program, PROGRAM], check=True)
        runs = [(f"`cite` of a {path.suffix[1:]}", ["cite", path]) for path in files(place)]
        runs += [("`build`", ["build", place / "letters", "--store", place / "v.sqlite"]), ("`render --svg`", ["render", "--svg", "-o", "-", "--store", place / "s.sqlite"])]
        for what, words in runs:
            lost, lost_there, wrong, wrong_there, status = watched(program, *words)
            report.line(what, 1, f"status {status}; blocks lost by us {lost}, by Graphviz and below it {lost_there}; wrong reads and writes by us {wrong}, there {wrong_there}", lost == wrong == 0 and status in (0, 1))
