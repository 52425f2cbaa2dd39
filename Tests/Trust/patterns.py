"""Texts without end, at 1 and 8 MB, through `cite` and `build`: the time for a byte is at most five times that of a letter, and 512 MB
is enough. What counts is the bytes read, or those written where they are more: a megabyte of nothing but addresses is a hundred
megabytes of lines, each with its sentence."""

import pathlib
import tempfile

from house import ROOT, run

SIZES = (1 << 20, 8 << 20)
SLOWER, MEGABYTES = 5, 512
# Seconds of the processor, after which nothing more is to be learnt.
MOST = 30

HEAD = "Vraag 1\nA?\n\nAntwoord 1\n"
XML = ('<?xml version="1.0"?><kamervragen><vraag><nr>Vraag 1</nr>', "</vraag></kamervragen>")
HTML = ("<!DOCTYPE html><html><body><p>Vraag 1<p>A?<p>Antwoord 1", "</body></html>")
# What it is, the ending, what stands before and after, what is repeated: `#` is a number that grows.
PATTERNS = [
    ("members of a list", "txt", (HEAD + "Kamerstuk 35 165, nrs. 1", ".\n"), ", 1"),
    ("numbers without documents", "txt", (HEAD, "\n"), "35 165, nr. "),
    ("Kamerstukken", "txt", (HEAD, "\n"), "Kamerstuk 35 165, nr. # en "),
    ("other Kamerstukken on each line", "txt", (HEAD, ""), "Zie Kamerstuk 3# 165, nr. #.\n"),
    ("headings", "txt", ("", ""), "Vraag #\nA?\nAntwoord #\nJa.\n"),
    ("lines of a number", "txt", (HEAD, ""), "1\n"),
    ("markers", "txt", (HEAD, "\n"), "[1] "),
    ("notes", "txt", (HEAD, ""), "[#] Kamerstuk 35 165, nr. #.\n"),
    ("notes within the text", "txt", (HEAD, "\n"), "ja [#: nee] "),
    ("open brackets", "txt", (HEAD, "\n"), "[1: ("),
    ("addresses broken at lines", "txt", (HEAD, "\n"), "www.a.nl/a-\n"),
    ("one address", "txt", (HEAD + "https://a.nl/", "\n"), "a/"),
    ("years of reports", "txt", (HEAD, "\n"), "AIVD jaarverslag 2022 en "),
    ("articles of laws", "txt", (HEAD, "\n"), "artikel # van de Wet open overheid, "),
    ("references across", "txt", (HEAD, "\n"), "zie het antwoord op vraag # en "),
    ("words split at lines", "txt", (HEAD, "\n"), "Kamer-\n"),
    ("capitals", "txt", (HEAD, "\n"), ".Aa"),
    ("quotation marks", "txt", (HEAD, "\n"), "“ het rapport "),
    ("one word", "txt", (HEAD, "\n"), "a"),
    ("blanks", "txt", (HEAD, "\n"), " "),
    ("page feet", "txt", (HEAD, ""), "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel #\n"),
    ("accents on one letter", "txt", (HEAD + "e", "\n"), "\u0301"),
    ("combining signs and joins", "txt", (HEAD, "\n"), "👩‍"),
    ("emphasis", "md", (HEAD, "\n"), "**_a_** "),
    ("paragraphs of HTML", "html", HTML, "<p>Kamerstuk 35 165, nr. #.</p>"),
    ("nested HTML", "html", HTML, "<div>a"),
    ("links of HTML", "html", HTML, '<a href="https://a.nl/#">a</a> '),
    ("raised numbers of HTML", "html", HTML, "<sup>#</sup>a "),
    ("list items of HTML", "html", HTML, "<ol><li>a</ol>"),
    ("attributes of HTML", "html", (HTML[0] + "<p", ">a" + HTML[1]), " a#"),
    ("entities of HTML", "html", HTML, "&amp;"),
    ("notes of XML", "xml", XML, '<al>a<noot id="n#"><noot.nr>#</noot.nr><noot.al>b</noot.al></noot></al>'),
    ("references to notes of XML", "xml", XML, '<al>a<nootref refid="n#"/></al>'),
    ("elements of XML", "xml", XML, "<al/>"),
]


def filled(size, ends, piece):
    """A text of about so many bytes."""
    if "#" in piece:
        count = size // (len(piece.encode()) + 5 * piece.count("#"))
        middle = "".join(piece.replace("#", str(number)) for number in range(1, count))
    else:
        middle = piece * (size // len(piece.encode()))
    return (ends[0] + middle + ends[1]).encode()


def written(done, store):
    """Bytes of lines, or of a store."""
    return len(done.out) + (store.stat().st_size if store.exists() else 0)


def letter_pace(folder):
    """Seconds for a byte of letters, with `cite` and with `build`: our own, again and again."""
    texts = [path.read_text() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    total = 0
    for number in range(SIZES[1] // sum(map(len, texts))):
        for place, text in enumerate(texts):
            # Each is a letter of its own to a store.
            content = f"{number}-{place}\n".encode() + text.encode()
            (folder / f"{number:04}-{place}.txt").write_bytes(content)
            total += len(content)
    paces = {}
    for command in ("cite", "build"):
        runs = [(run(command, folder, store=folder.parent / f"pace-{turn}.sqlite"), folder.parent / f"pace-{turn}.sqlite") for turn in range(2)]
        paces[command] = min(done.seconds / total for done, store in runs)
    return paces


def check(report):
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        (place / "letters").mkdir()
        paces = letter_pace(place / "letters")
        report.room("Texts without end", "Each pattern at 1 and 8 MB. Of a letter a byte takes "
                    + ", ".join(f"{pace * 1e9:.0f} ns with `{command}`" for command, pace in paces.items())
                    + f"; allowed is {SLOWER} times that for each byte that is read, or written where that is more, and {MEGABYTES} MB. Seconds are those of the processor.")
        for what, suffix, ends, piece in PATTERNS:
            found, holds = [], True
            for size in SIZES:
                file = place / f"pattern.{suffix}"
                file.write_bytes(filled(size, ends, piece))
                for command, pace in paces.items():
                    store = place / "pattern.sqlite"
                    done = run(command, file, store=store, most=MOST)
                    # What starting takes is no matter of bytes.
                    letter = pace * file.stat().st_size
                    of_read = max(0, done.seconds - 0.05) / letter
                    ratio = of_read * file.stat().st_size / max(file.stat().st_size, written(done, store))
                    store.unlink(missing_ok=True)
                    holds = holds and done.status in (0, 1) and ratio <= SLOWER and done.megabytes <= MEGABYTES
                    ending = "" if done.status == 0 else " refused" if done.status == 1 else f" status {done.status}"
                    found.append(f"{command} {size >> 20} MB: {done.seconds:.2f} s ({of_read:.1f}× of what is read, {ratio:.1f}×), {done.megabytes:.0f} MB{ending}")
            report.line(what, 2 * len(SIZES), "; ".join(found), holds)
