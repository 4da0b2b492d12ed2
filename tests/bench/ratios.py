#!/usr/bin/env python3
"""Prints a table that compares the costs of aliprotect with those of other programs (tools/bench). It tests nothing.

Figures are of whole processes. Each ratio is the median over pairs of alternating runs, A B A B, after a warm-up; cpu is
user and system time. A goal is met if both ratios meet it.
"""

import argparse
import os
import platform
import sys

sys.dont_write_bytecode = True  # creates no files among the sources

from measure import output_of
from peers import compare_remind, compare_taskwarrior
from reading import SMALL, compare_due, compare_dumps, compare_lists
from server import compare_server
from start import compare_few_orders, compare_start
from table import Table
from workplace import PROGRAM, WORK
from writing import compare_add, compare_import

BY_COUNT = (compare_due, compare_add, compare_lists, compare_dumps, compare_import, compare_server)
OTHERS = (compare_start, compare_few_orders, compare_taskwarrior, compare_remind)


def main():
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=1_000_000, help="orders [1000000]")
    parser.add_argument("--only", metavar="WORD", help="only the parts whose name has this word")
    arguments = parser.parse_args()
    if arguments.count < SMALL:
        parser.error(f"at least {SMALL} orders, as many as in the small store")
    if not PROGRAM.exists():
        raise SystemExit(f"bench: {PROGRAM} is missing; tools/bench builds it")
    for name in [each for each in os.environ if each.startswith("ALIPROTECT_")]:
        del os.environ[name]
    os.environ.update(TZ="UTC", LC_ALL="C.UTF-8", XDG_CONFIG_HOME=str(WORK / "no-config"))
    WORK.mkdir(parents=True, exist_ok=True)

    table = Table()
    wanted = [part for part in BY_COUNT + OTHERS
              if arguments.only is None or arguments.only in part.__name__]
    for part in wanted:
        part(table, arguments.count) if part in BY_COUNT else part(table)
    version = output_of(["sqlite3", "--version"]).decode().split()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, sqlite3 {version}\n")
    table.print()


if __name__ == "__main__":
    main()
