"""`make trust`: every room in turn, and `output/trust.md`. Status 1 when a line is short. Rooms may be named: `trust.py server names`."""

import sys

import injection
import kills
import memory
import names
import patterns
import server
import stores
import streams
from house import ROOT, Report

ROOMS = {"patterns": patterns, "kills": kills, "stores": stores, "server": server, "streams": streams, "names": names, "injection": injection, "memory": memory}

report = Report()
for name in sys.argv[1:] or ROOMS:
    ROOMS[name].check(report)
if len(sys.argv) == 1:
    report.write(ROOT / "output/trust.md")
    print("Written: output/trust.md")
sys.exit(1 if report.short else 0)
