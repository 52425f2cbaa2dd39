"""Builds, merges and fetches that are killed at any moment: what was there is there, and the next run comes to its end as if nothing
had been."""

import contextlib
import os
import pathlib
import random
import signal
import sqlite3
import tempfile
import time

from house import letters, run, start
from services import Services


def killed(random, longest, *words, **settings):
    """Starts it, kills it within so many seconds → whether it was still running."""
    process = start(*words, **settings)
    time.sleep(random.uniform(0, longest))
    process.kill()
    return process.wait() == -signal.SIGKILL


def rows(store):
    return run("top", "--kind", "all", "--format", "csv", store=store).out


def sound(store):
    """Whether SQLite finds nothing wrong with it."""
    with contextlib.closing(sqlite3.connect(store)) as connection:
        found = connection.execute("pragma integrity_check").fetchall() + connection.execute("pragma foreign_key_check").fetchall()
    return found == [("ok",)]


def took(*words, **settings):
    began = time.monotonic()
    run(*words, **settings)
    return time.monotonic() - began


def builds(report, random, place, times):
    """Onto a store that holds letters: it shows the old ones, or all."""
    folder = letters(place / "old", 50)
    letters(place / "new", 400, 51)
    store = place / "build.sqlite"
    run("build", folder, store=store)
    old, before = store.read_bytes(), rows(store)
    longest = took("build", folder, place / "new", store=store)
    after = rows(store)
    lost = ended = 0
    for _ in range(times):
        for path in place.glob("build.sqlite*"):
            path.unlink()
        store.write_bytes(old)
        ended += killed(random, longest, "build", folder, place / "new", store=store)
        lost += rows(store) not in (before, after) or not sound(store)
    again = run("build", folder, place / "new", store=store)
    report.line("builds onto a store, killed", times, f"{ended} still running; {lost} stores that show neither the old nor the new; the next build ends with {again.status}",
                lost == 0 and ended > times // 4 and again.status == 0 and rows(store) == after)


def merges(report, random, place, times):
    for name, first in (("a", 1), ("b", 401)):
        run("build", letters(place / name, 400, first), store=place / f"{name}.sqlite")
    store = place / "merged.sqlite"
    run("merge", place / "a.sqlite", store=store)
    old, before = store.read_bytes(), rows(store)
    parts = [(place / f"{name}.sqlite").read_bytes() for name in "ab"]
    longest = took("merge", place / "b.sqlite", store=store)
    after = rows(store)
    lost = ended = 0
    for _ in range(times):
        for path in place.glob("merged.sqlite*"):
            path.unlink()
        store.write_bytes(old)
        ended += killed(random, longest, "merge", place / "b.sqlite", store=store)
        lost += rows(store) not in (before, after) or not sound(store)
    whole = parts == [(place / f"{name}.sqlite").read_bytes() for name in "ab"]
    again = run("merge", place / "b.sqlite", store=store)
    report.line("merges, killed", times, f"{ended} still running; {lost} stores that show neither; the stores that were merged are {'as they were' if whole else 'changed'}; the next merge ends with {again.status}",
                lost == 0 and whole and ended > times // 4 and again.status == 0 and rows(store) == after)


def fetches(report, random, place, times):
    """Whole files only, and the next run fetches what is missing."""
    with Services(60) as services:
        words = ["fetch", "--since", "2026-01-01", "--koop-url", services.koop, "--tk-url", services.koop, "--pause", "0"]
        longest = took(*words, "--into", place / "whole")
        whole = {path.name: path.read_bytes() for path in (place / "whole").glob("ah-*.xml")}
        broken = ended = 0
        for turn in range(times):
            folder = place / f"fetch-{turn % 5}"
            ended += killed(random, longest, *words, "--into", folder)
            broken += sum(whole.get(path.name) != path.read_bytes() for path in folder.glob("ah-*.xml"))
            if turn % 5 == 4:
                for number in range(5):
                    done = run(*words, "--into", place / f"fetch-{number}")
                    found = {path.name: path.read_bytes() for path in (place / f"fetch-{number}").glob("ah-*.xml")}
                    broken += done.status != 0 or found != whole
                    for path in (place / f"fetch-{number}").glob("*"):
                        path.unlink() if path.is_file() else None
    report.line("fetches, killed", times, f"{ended} still running; {broken} files or folders that are not whole after the next run; {len(whole)} letters", broken == 0 and len(whole) == 60 and ended > times // 4)


def temporary(report, place, times):
    """After every signal that can be caught, and one that cannot, the folder for temporary files is empty."""
    folder = place / "tmp"
    folder.mkdir()
    tools = place / "tools"
    tools.mkdir()
    slow = tools / "pdftohtml"
    slow.write_text("#!/bin/sh\nsleep 0.5\n")
    slow.chmod(0o755)
    letter = place / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4\n")
    left, kinds = 0, [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGPIPE, signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL]
    for kind in kinds * times:
        process = start("build", letter, store=place / "tmp.sqlite", env={"TMPDIR": str(folder), "PATH": f"{tools}:{os.environ['PATH']}"})
        time.sleep(0.15)
        process.send_signal(kind)
        process.wait()
        left += len(list(folder.iterdir()))
    strays = [path.name for path in place.glob("tmp.sqlite-*")]
    report.line("signals while a PDF is read", len(kinds) * times, f"{left} temporary files left; beside the store {len(strays)}", left == 0)


def check(report):
    generator = random.Random(17)
    report.room("Killed at any moment", "SIGKILL after a time drawn from what the whole run takes (seed 17).")
    for room, times in ((builds, 100), (merges, 60), (fetches, 40)):
        with tempfile.TemporaryDirectory() as place:
            room(report, generator, pathlib.Path(place), times)
    with tempfile.TemporaryDirectory() as place:
        temporary(report, pathlib.Path(place), 2)
