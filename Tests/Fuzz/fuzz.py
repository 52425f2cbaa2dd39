"""Runs the fuzz targets one after the other: `make fuzz`, or `fuzz.py PROGRAM SECONDS [TARGET …]`.

Inputs that reach new code are kept in .build/fuzz/TARGET/corpus and are where the next run starts. Prints how many inputs each target
took and how many places of the code they reach; status 1 when one of them ended the program.
"""

import os
import pathlib
import re
import subprocess
import sys

import seeds

HOME = seeds.ROOT / ".build/fuzz"
LONGEST = {"text": 400, "markdown": 400, "explain": 300, "address": 200, "escaping": 200}


def run(program, target, seconds):
    """One target → inputs, places reached, places there are, and the file of an input that failed or None."""
    folder = HOME / target
    seeds.write(target, folder)
    (folder / "corpus").mkdir(exist_ok=True)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST.get(target, 1500)}", "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1",
        f"-artifact_prefix={folder}/", f"-dict={folder}/words", *os.environ.get("FUZZ_OPTIONS", "").split(),
    ]
    # Swift's own report of a trap would come before libFuzzer's, which keeps the input.
    settings = os.environ | {"FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0"}
    done = subprocess.run(
        [program, *options, str(folder / "corpus"), str(folder / "seeds")], env=settings, capture_output=True, text=True, errors="replace")
    (folder / "log").write_text(done.stdout + done.stderr)

    def last(pattern):
        found = re.findall(pattern, done.stderr)
        return int(found[-1]) if found else 0

    artifact = re.search(r"Test unit written to (\S+)", done.stderr)
    failed = artifact[1] if artifact else (str(folder / "log") if done.returncode else None)
    inputs = last(r"stat::number_of_executed_units: (\d+)") or last(r"#(\d+)\s")
    return inputs, last(r"cov: (\d+)"), last(r"\((\d+) inline 8-bit counters\)"), failed


def main():
    program, seconds, *targets = sys.argv[1:]
    program = str(pathlib.Path(program).resolve())
    known = subprocess.run([program], capture_output=True, text=True).stdout.split()
    unknown = [target for target in targets if target not in known]
    if unknown:
        sys.exit(f"no such target: {' '.join(unknown)}; there are {' '.join(known)}")
    targets = targets or known
    failures = []
    print(f"{'target':14} {'inputs':>11} {'places':>8} of", flush=True)
    for target in targets:
        inputs, reached, there, failed = run(program, target, seconds)
        print(f"{target:14} {inputs:11,} {reached:8,} {there:,}", flush=True)
        if failed:
            failures.append((target, failed))
    for target, file in failures:
        print(f"failed: FUZZ_TARGET={target} {program} {file}")
    sys.exit(1 if failures else 0)


main()
