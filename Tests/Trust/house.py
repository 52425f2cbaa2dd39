"""What every room of `make trust` uses: the program, run and measured; and the lines of the report."""

import dataclasses
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("KVGRAPH", ROOT / ".build/release/kvgraph"))
LETTER = "Kenmerk 2024Z{0:05}\nVraag 1\nKent u het bericht?\n\nAntwoord 1\nJa. Zie Kamerstuk 35 165, nr. {0}.\n"


@dataclasses.dataclass
class Run:
    status: int  # negative: the signal that ended it
    out: bytes
    err: str
    seconds: float  # of the processor, the program's and the system's
    megabytes: float  # the most it held at once


def start(*words, store=None, folder=None, **settings):
    """The program, started and not waited for."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"} | settings.pop("env", {})
    if store:
        environment["KVGRAPH_STORE"] = str(store)
    settings.setdefault("stdin", subprocess.DEVNULL)
    settings.setdefault("stdout", subprocess.DEVNULL)
    settings.setdefault("stderr", subprocess.DEVNULL)
    return subprocess.Popen([PROGRAM, *map(os.fspath, words)], cwd=folder or ROOT, env=environment, **settings)


def run(*words, most=120, **settings):
    """The program, run to its end; one that takes more than `most` seconds is killed and its status is -9."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        settings = {"stdout": out, "stderr": err} | settings
        process = start(*words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most)), **settings)
        # What waits for ever takes no time of the processor.
        watch = threading.Timer(2 * most, process.kill)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Run(process.returncode, out.read(), err.read().decode(errors="replace"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Report:
    """Lines of `output/trust.md`: what was done, how often, what came of it, and whether that is as promised."""

    def __init__(self):
        self.text = []
        self.short = []
        self.began = time.monotonic()

    def room(self, title, about):
        print(f"{time.monotonic() - self.began:6.0f} s  {title}", flush=True)
        self.text += ["", f"## {title}", "", about, "", "| what | times | found | |", "| --- | ---: | --- | --- |"]

    def line(self, what, times, found, holds):
        what, found = (str(text).replace("|", "\\|").replace("\n", " ") for text in (what, found))
        self.text.append(f"| {what} | {times:,} | {found} | {'holds' if holds else '**short**'} |")
        if not holds:
            self.short.append(what)
            print(f"         short: {what}: {found}", flush=True)

    def remark(self, text):
        self.text += ["", text]

    def write(self, path):
        version = run("--version").out.decode().strip()
        seconds = time.monotonic() - self.began
        lines = sum(line.startswith("| ") and not line.startswith("| what") and not line.startswith("| ---") for line in self.text)
        head = [
            "# Trust", "",
            f"kvgraph {version}, {os.cpu_count()} processors, {seconds:.0f} s: {lines} lines, {len(self.short)} short. Written by `make trust`: every line by a command.",
        ]
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(head + self.text) + "\n")


def letters(folder, count, first=1, text=LETTER):
    """Writes so many small letters, each with a number and a citation of its own."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        (folder / f"{number:05}.txt").write_text(text.format(number))
    return folder
