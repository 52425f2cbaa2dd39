"""Stores on a full disk, written by two at once, damaged, of others, or made in other ways and places."""

import contextlib
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from house import LETTER, letters, run, start
from kills import rows, sound

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Spark"))
from rows import Rows  # noqa: E402

EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}


def full_disk(report, place):
    disk = place / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True).returncode:
        report.line("a store that grows on a full disk", 0, "no small disk can be mounted here (not root)", True)
        return
    try:
        store = disk / "s.sqlite"
        run("build", letters(place / "few", 50), store=store)
        before = rows(store)
        long = LETTER + "Zie Kamerstuk 36 552, nr. {0}. Dat is bekend, en meer wordt daarover niet gezegd. " * 40
        said, broken = set(), 0
        for turn in range(10):
            folder = letters(place / "many", 60 + 80 * turn, 1000, long)
            done = run("build", "--keep-missing", folder, store=store)
            said.add((done.status, done.err.strip().splitlines()[-1].removeprefix("kvgraph: ")[:90] if done.err.strip() else ""))
            now = rows(store)
            broken += not sound(store) or (done.status != 0 and now != before)
            before = now
        refused = {text for status, text in said if status}
        report.line("a store that grows on a disk of 3 MB until it is full", 10, f"{broken} stores lost or half; said: {sorted(refused)}",
                    broken == 0 and bool(refused) and all(status in (0, 2) for status, _ in said))
        (disk / "filler").write_bytes(b"")
        try:
            with open(disk / "filler", "wb") as filler:
                while True:
                    filler.write(b"x" * 65536)
        except OSError:
            pass
        kept = disk / "graph.svg"
        outcomes = [run("render", "--svg", "-o", kept, store=store), run("export", "--csv", "-o", disk / "c.csv", store=store), run("top", store=store)]
        report.line("pictures, exports and questions on the full disk", len(outcomes), f"statuses {[done.status for done in outcomes]}; {outcomes[0].err.strip()[-90:]}",
                    [done.status for done in outcomes] == [2, 2, 0] and not any(path.stat().st_size for path in (kept, disk / "c.csv") if path.exists()))
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def pairs(report, place):
    for what, first in (("a new store", False), ("a store that is there", True)):
        bad, waited = 0, 0
        for turn in range(20):
            store = place / f"pair-{first}-{turn}.sqlite"
            if first:
                run("build", letters(place / "base", 5, 900), store=store)
            a, b = letters(place / "a", 60), letters(place / "b", 60, 61)
            both = [start("build", "--keep-missing", folder, store=store) for folder in (a, b)]
            ended = [process.wait() for process in both]
            count = run("letters", "--format", "csv", store=store).out.count(b"\n") - 1
            waited += ended != [0, 0]
            bad += any(status not in (0, 2) for status in ended) or count != 5 * first + 60 * ended.count(0) or not sound(store)
        report.line(f"two builds at once onto {what}", 20, f"{bad} with letters lost; in {waited} one said that another writes", bad == 0)


def damaged(report, place):
    generator = random.Random(17)
    good = place / "good.sqlite"
    run("build", letters(place / "letters", 40), store=good)
    content = good.read_bytes()
    ended = {}
    commands = (["top"], ["letters"], ["check"], ["find", "bericht"], ["render", "--dot", "-o", "-"], ["build", place / "letters"])
    for turn in range(120):
        bytes_ = bytearray(content)
        if turn % 3 == 0:
            bytes_ = bytes_[:generator.randrange(len(bytes_))]
        else:
            for _ in range(generator.choice([1, 10, 300])):
                bytes_[generator.randrange(len(bytes_) if turn % 3 == 1 else 4096)] = generator.randrange(256)
        store = place / "damaged.sqlite"
        store.write_bytes(bytes_)
        command = commands[turn % len(commands)]
        done = run(*command, store=store)
        ended[done.status] = ended.get(done.status, 0) + 1
        for path in place.glob("damaged.sqlite*"):
            path.unlink()
    report.line("damaged stores, asked and built onto", 120, f"by status: {dict(sorted(ended.items()))}", set(ended) <= {0, 1, 2})


def foreign(report, place):
    stores = {}
    for name, statements in {
        "another program's": ["create table letter (a)", "insert into letter values (1)"],
        "another program's, with our names": ["create table letters (id integer primary key)", "create table sources (x)", "create table grdb_migrations (identifier text)"],
        "an empty database": ["vacuum"],
    }.items():
        stores[name] = place / f"{len(stores)}.sqlite"
        with contextlib.closing(sqlite3.connect(stores[name])) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
    newer = place / "newer.sqlite"
    run("build", letters(place / "letters", 3), store=newer)
    with contextlib.closing(sqlite3.connect(newer)) as connection:
        for (table,) in connection.execute("select name from sqlite_master where type = 'table' and name like '%migrations%'").fetchall():
            connection.execute(f"insert into {table} values ('099-of-the-future')")
        connection.commit()
    stores["a newer one"] = newer
    for name, content in {"a text": b"Vraag 1\n", "a picture": b"\x89PNG\r\n\x1a\n" * 100, "zeros": bytes(8192)}.items():
        stores[name] = place / f"{len(stores)}.sqlite"
        stores[name].write_bytes(content)
    stores["a folder"] = place / "folder.sqlite"
    stores["a folder"].mkdir()
    stores["a pipe"] = place / "pipe.sqlite"
    os.mkfifo(stores["a pipe"])
    stores["/dev/null"] = pathlib.Path("/dev/null")
    bad, said = [], []
    for name, store in stores.items():
        before = store.read_bytes() if store.is_file() else None
        for command in (["top"], ["build", place / "letters"], ["merge", newer]):
            done = run(*command, store=store, most=5)
            kept = before is None or name == "an empty database" or store.read_bytes() == before
            if done.status not in (0, 2) or not kept or (done.status == 0 and name not in ("an empty database", "a newer one")):
                bad.append(f"{name}: {command[0]} {done.status}{'' if kept else ', changed'}")
            said.append(done.err)
    named = sum(bool(text.strip()) for text in said)
    report.line("stores of others, newer ones, and what is no store", 3 * len(stores), f"{bad or 'each refused, none changed'}; {named} with a reason", not bad)


def content(path):
    rows = Rows(path)
    return [(table, rows.table(table)) for table in rows.tables()] + [rows.words(f"{name}_search") for name in ("letter", "source")]


def ways(report, place):
    """One set of letters, five ways, in every locale there is: the same rows but for their numbers, and the same words in the
    indexes of texts."""
    folder = letters(place / "letters", 12)
    for path in sorted(folder.glob("*.txt"))[::5]:
        path.rename(path.with_stem("Ÿ" + path.stem + "é"))
    files = sorted(folder.glob("*.txt"))

    def build(store, *words, **more):
        return run("build", *words, store=store, folder=place, env=EPOCH | more)

    def at_once(store, **more):
        build(store, "letters", **more)

    def one_by_one(store, **more):
        for path in files:
            build(store, "--keep-missing", f"letters/{path.name}", **more)

    def backwards(store, **more):
        build(store, *(f"letters/{path.name}" for path in reversed(files)), **more)

    def after_others(store, **more):
        letters(place / "others", 10, 500)
        build(store, "others", "letters", **more)
        shutil.rmtree(place / "others")
        (place / "others").mkdir()
        build(store, "others", "letters", **more)

    def merged(store, **more):
        for part, some in (("a", files[::2]), ("b", files[1::2])):
            (place / f"part-{part}.sqlite").unlink(missing_ok=True)
            build(place / f"part-{part}.sqlite", *(f"letters/{path.name}" for path in some), **more)
        run("merge", place / "part-b.sqlite", place / "part-a.sqlite", store=store, env=EPOCH | more)

    installed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    locales = [name for name in ("C", "C.utf8", "nl_NL.utf8", "tr_TR.utf8", "de_DE.utf8") if name in installed]
    contents, answers = {}, {}
    for locale in locales:
        for way in (at_once, one_by_one, backwards, after_others, merged):
            store = place / f"{way.__name__}-{locale}.sqlite"
            way(store, LC_ALL=locale)
            contents[store.name] = content(store)
            answers[store.name] = b"".join(run(*words, store=store, env={"LC_ALL": locale}).out for words in (
                ["top", "--kind", "all", "--format", "csv"], ["letters", "--format", "csv"], ["shared", "--format", "json"], ["render", "--svg", "-o", "-", "--lang", "en"], ["export", "--json", "-o", "-"]))
    first = next(iter(contents.values()))
    others = [name for name, content in contents.items() if content != first]
    unlike = [name for name, answer in answers.items() if answer != next(iter(answers.values()))]
    report.line("five ways to one store", len(contents), f"in {', '.join(locales)}: {others or 'every store the same rows'}; answers and pictures {unlike or 'the same'}", not others and not unlike and len(locales) >= 4)


def check(report):
    report.room("Stores", "A store keeps what it held, or says why not.")
    for room in (full_disk, pairs, damaged, foreign, ways):
        with tempfile.TemporaryDirectory() as place:
            room(report, pathlib.Path(place))
