"""Files with names that mean something elsewhere, and archives made to mislead."""

import os
import pathlib
import struct
import tempfile
import zipfile
import zlib

from house import LETTER, run

NAMES = [b"a\nb.txt", b"..txt", b"...txt", b"-rf.txt", b"--store.txt", b"a b.txt", b"a\tb.txt", b"a\x1b[31mb.txt", b"a\xff\xfeb.txt", b"\xc3.txt", b"a'b\".txt", b"$(touch x).txt", b"a;b|c.txt", b"%s%n.txt",
         "\u202egpj.txt".encode(), "é.txt".encode(), "e\u0301.txt".encode(), b"a" * 251 + b".txt", b"*.txt", b"~.txt", b"con.txt", b"=1+1.txt", b"<b>.txt", b"a\\b.txt", b"a#?b.txt", b":memory:.txt"]


def files(report, place):
    folder = os.fsencode(place / "odd")
    os.mkdir(folder)
    for number, name in enumerate(NAMES):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(LETTER.format(number + 1).encode())
    hidden = sum(name.startswith(b".") for name in NAMES)
    # What is no UTF-8 cannot be opened, and it is said.
    unnamed = sum(b"\xff" in name or name == b"\xc3.txt" for name in NAMES)
    before = sorted(os.listdir(place))
    cited = run("cite", folder)
    found = cited.out.count(b'"kst-35165-')
    signs = [text for text in (cited.err, run("build", folder, store=place / "s.sqlite").err) if any(ord(sign) < 0x20 and sign != "\n" or sign in "\x7f\u202e" for sign in text)]
    said = cited.err.count("unusual characters")
    report.line("names of files in a folder", len(NAMES), f"status {cited.status}, {found} read of {len(NAMES) - hidden} that are not hidden, {said} named as unreadable (no UTF-8); {len(signs)} messages with signs that a terminal obeys",
                cited.status == 1 and found == len(NAMES) - hidden - unnamed and said == unnamed and not signs)
    store = place / "s.sqlite"
    shown = [run(*words, store=store) for words in (["letters"], ["letters", "--format", "csv"], ["letters", "--format", "json"], ["render", "--svg", "-o", "-"], ["render", "--html", "-o", "-"])]
    listed = shown[0].out.decode(errors="replace")
    obeyed = [sign for sign in "\x1b\x7f\u202e\u009b" if sign in listed]
    report.line("the same, listed and drawn", len(shown), f"statuses {[done.status for done in shown]}; signs that a terminal obeys: {len(obeyed)}", all(done.status == 0 for done in shown) and not obeyed)
    single = [run("cite", os.path.join(folder, name)) for name in NAMES] + [run("cite", "--", name, folder=folder) for name in NAMES]
    read = sum(done.status == 0 and b'"kst-35165-' in done.out for done in single)
    said = sum(done.status == 1 and "unusual characters" in done.err for done in single)
    report.line("the same, each named on the command line", len(single), f"{read} read, {said} named as unreadable", (read, said) == (2 * (len(NAMES) - unnamed), 2 * unnamed))
    os.remove(store)
    strays = set(os.listdir(place)) - set(before)
    report.line("files that were made beside them", 1, f"{sorted(strays) or 'none'}", not strays)


def central(name, data, method=0, size=None, flags=0):
    """An entry of an archive, and its line of the directory, which may say another size."""
    size = len(data) if size is None else size
    head = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, zlib.crc32(data), len(data), size, len(name), 0)
    return b"PK\3\4" + head + name + data, lambda offset: b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name


def archive(entries):
    body, directory = b"", b""
    for entry, line in entries:
        directory += line(len(body))
        body += entry
    return body + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF, len(directory), len(body), 0)


def archives(report, place):
    letter = LETTER.format(1).encode()
    good = central(b"a.txt", letter)
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packed.compress(b"a" * (300 << 20)) + packed.flush()
    inner = archive([good])
    tricks = {
        "entries named ../x, /x, C:\\x": archive([good, central(b"../out.txt", letter), central(b"/out.txt", letter), central(b"C:\\out.txt", letter), central(b"b/../../out.txt", letter)]),
        "300 MB in 300 kB": archive([central(b"a.txt", bomb, 8, 300 << 20), central(b"b.txt", letter)]),
        "a size that is a lie": archive([central(b"a.txt", letter, 0, 1), central(b"b.txt", letter, 0, 2**32 - 2)]),
        "the same name again and again": archive([central(b"a.txt", letter)] * 500),
        "an archive in an archive": archive([central(b"a.zip", inner), good]),
        "a method that nobody knows": archive([central(b"a.txt", letter, 99), good]),
        "locked entries": archive([central(b"a.txt", letter, 0, None, 1), good]),
        "names of no encoding": archive([central(b"\xff\xfe\n\x1b.txt", letter), good]),
        "an entry without a name": archive([central(b"", letter), good]),
        "a directory cut short": archive([good] * 20)[:-60],
        "bytes before and behind": b"MZ" * 500 + archive([good]) + b"x" * 500,
        "nothing": b"PK\5\6" + bytes(18),
    }
    bad, most = [], 0
    for what, content in tricks.items():
        path = place / "trick.zip"
        path.write_bytes(content)
        for command in ("cite", "build"):
            done = run(command, path, store=place / "trick.sqlite")
            most = max(most, done.megabytes)
            if done.status not in (0, 1) or done.megabytes > 512:
                bad.append(f"{what}: {command} {done.status}, {done.megabytes:.0f} MB")
    outside = [path for path in (place.parent / "out.txt", place / "out.txt", pathlib.Path("/out.txt")) if path.exists()]
    report.line("archives made to mislead", 2 * len(tricks), f"{bad or 'each read or refused'}; {most:.0f} MB at most; files written outside: {len(outside)}", not bad and not outside)
    path = place / "many.zip"
    with zipfile.ZipFile(path, "w") as many:
        for number in range(100_100):
            many.writestr(f"{number}.txt", b"Vraag 1\n")
    done = run("cite", path)
    report.line("an archive of 100,100 entries", 1, f"status {done.status}, {done.seconds:.1f} s, {done.megabytes:.0f} MB: {done.err.strip().splitlines()[-1][-120:] if done.err else 'in silence'}",
                done.status == 1 and "100" in done.err and done.megabytes <= 512)


def check(report):
    report.room("Names and archives", "Files as nobody names them, and zip archives written byte by byte.")
    for room in (files, archives):
        with tempfile.TemporaryDirectory() as place:
            room(report, pathlib.Path(place))
