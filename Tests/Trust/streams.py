"""Standard streams that are full, closed or no files: data comes whole or the status says so, and nothing traps."""

import os
import pathlib
import subprocess
import tempfile

from house import PROGRAM, ROOT, letters, run

COMMANDS = ["cite seeds", "top", "letters --format json", "shared", "check", "render --svg -o -", "render --html -o -", "export --csv -o -", "show kst-35165-97", "find verkiezingen",
            "explain 'Stb. 2011, 35'", "--help", "cite --help", "--version"]
FAULTS = [">/dev/full", ">&-", "2>/dev/full", "2>&-", "<&-", "</tmp", ">/dev/full 2>&1", ">&- 2>&- <&-", "| true", "| head -c 10"]


def shell(text, store):
    # Where the pipe's other end closes, the program may end by SIGPIPE: the shell says 141.
    return subprocess.run(["bash", "-c", f"set -o pipefail; '{PROGRAM}' {text}"], cwd=ROOT, env=os.environ | {"KVGRAPH_STORE": str(store)},
                          stdin=subprocess.DEVNULL, capture_output=True)


def check(report):
    report.room("Streams that fail", "Each of these commands with each of its standard streams full, closed, or a folder.")
    with tempfile.TemporaryDirectory() as place:
        store = pathlib.Path(place) / "s.sqlite"
        run("build", "seeds", store=store)
        whole = {command: shell(command, store).stdout for command in COMMANDS}
        for fault in FAULTS:
            trapped, false = [], []
            for command in COMMANDS:
                done = shell(f"{command} {fault}", store)
                if done.returncode not in (0, 1, 2, 64, 74, 141):
                    trapped.append(f"{command}: {done.returncode}")
                # Data that was asked for and is not there is no success; lost messages alone are no failure.
                if fault in (">/dev/full", ">&-") and whole[command] and done.returncode == 0:
                    false.append(command)
                if fault in ("2>/dev/full", "2>&-", "<&-", "</tmp") and done.stdout != whole[command]:
                    false.append(command)
            report.line(f"`{fault}`", len(COMMANDS), f"trapped: {trapped or 'none'}; a wrong outcome: {false or 'none'}", not trapped and not false)
        inputs = [shell(f"{command} {fault}", store).returncode for command in ("cite -", "build -", "explain -") for fault in ("<&-", "</tmp", "</dev/full")]
        report.line("stdin as a letter: closed, a folder, without end", len(inputs), f"statuses {sorted(set(inputs))}", all(status in (1, 2) for status in inputs))
