#!/usr/bin/env python3
"""Prints one table of what aliprotect costs beside its peers (tools/bench). Nothing here is a test.

Every figure is of whole processes. Each ratio is the median over pairs of runs in turn, A B A B,
after a warm-up; `cpu` is user and system time, and what a goal is compared with.
"""

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # leaves nothing among the sources

from generate import DAY, DUE_WITHIN, NOW
from measure import Pairs, output_of, run, size_of_output

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "build" / "bench"
PROGRAM = ROOT / "build" / "release" / "aliprotect"

DUE_OF_STORE = 1000  # orders due within 4 days in each store, whatever its size
SMALL = 1000

# What the store sets for each connection (src/store/connection.cpp).
PRAGMAS = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;"


def due_range(within=DUE_WITHIN):
    return f"kind <> 'open_until' AND at > {NOW} AND at <= {NOW + within}"


def due_once(within=DUE_WITHIN, columns="*"):
    """Each due order once, with the bare columns: the least that a peer can do."""
    return (f"SELECT {columns} FROM orders WHERE id IN "
            f"(SELECT order_id FROM deadlines WHERE {due_range(within)})")


# The join as one would type it: a row for each deadline, soonest first.
DUE_JOIN = f"""
  SELECT orders.*, kind, at FROM deadlines JOIN orders ON orders.id = order_id
  WHERE {due_range()} ORDER BY at, number"""


class Table:
    def __init__(self):
        self.rows = []

    def add(self, work, ours="", peer="", cpu="", wall="", goal="", note=""):
        self.rows.append((work, ours, peer, cpu, wall, goal, note))

    def add_pairs(self, work, pairs, goal=None, note=""):
        ratio = pairs.ratio("cpu")
        verdict = "" if goal is None else f"<= {goal:g} {'met' if ratio <= goal else 'MISSED'}"
        self.add(work, milliseconds(pairs.median(0, "cpu")), milliseconds(pairs.median(1, "cpu")),
                 f"{ratio:.2f}", f"{pairs.ratio('wall'):.2f}", verdict, note)

    def print(self):
        header = ("work", "ours, cpu", "peer, cpu", "cpu ratio", "wall ratio", "goal", "note")
        widths = [max(len(row[i]) for row in [header, *self.rows]) for i in range(len(header))]
        for row in [header, tuple("-" * width for width in widths), *self.rows]:
            print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def milliseconds(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def mebibytes(size):
    return f"{size / 2 ** 20:.0f} MiB"


def aliprotect(store, *words):
    return [str(PROGRAM), "--db", str(store), "--now", "2026-11-20T12:00:00Z", *words]


def shell(store, sql, *options):
    # -init: nothing of the user's own; -batch: nothing asked.
    return ["sqlite3", "-init", "/dev/null", "-batch", *options, str(store), sql]


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def recipe(*more):
    """What a store was made from: it is made anew where that has changed."""
    digest = hashlib.sha256(repr(more).encode())
    for file in [HERE / "generate.py", *sorted((ROOT / "data" / "migrations").iterdir())]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def made_store(count, fresh=False):
    """The store of `count` generated orders, and what importing them cost."""
    store = WORK / f"orders-{count}.db"
    stamp = WORK / f"orders-{count}.json"
    due = min(DUE_OF_STORE, count)
    wanted = recipe(count, due)
    if not fresh and stamp.exists() and store.exists():
        known = json.loads(stamp.read_text())
        if known["recipe"] == wanted:
            return store, known
    say(f"making a store of {count} orders")
    stamp.unlink(missing_ok=True)
    for leftover in WORK.glob(store.name + "*"):
        leftover.unlink()
    orders = WORK / f"orders-{count}.jsonl"
    with open(orders, "wb") as out:
        subprocess.run([sys.executable, str(HERE / "generate.py"), str(count), "--due", str(due)],
                       stdout=out, check=True)
    cost = run(aliprotect(store, "import", str(orders)), stdout=sys.stderr)
    known = {"recipe": wanted, "cpu": cost.cpu, "wall": cost.wall, "peak": cost.peak,
             "read": orders.stat().st_size, "bytes": store.stat().st_size}
    orders.unlink()
    stamp.write_text(json.dumps(known))
    return store, known


def lines_of(command):
    return output_of(command).count(b"\n")


def number_due(store):
    return lines_of(aliprotect(store, "due", "--within", "4d", "--format", "ids"))


def compare_due(table, large, small, count):
    ours, within = aliprotect(large, "due", "--within", "4d", "--json"), "`due --within 4d --json`"
    due, peer_due = number_due(large), lines_of(shell(large, due_once(columns="id")))
    if due != peer_due or due != number_due(small):
        raise SystemExit(f"bench: {due} orders are due, but {peer_due} by SQL and "
                         f"{number_due(small)} in the small store")
    at = f"{within} at {count}, {due} due"

    def against(name, command, goal=None, note="", pairs=15):
        table.add_pairs(f"{at} : {name}", Pairs(lambda: run(ours), lambda: run(command), pairs, 2),
                        goal, note)

    against("sqlite3 -json, each order once", shell(large, due_once(), "-json"), 2.5)
    against("sqlite3 -list, each order once", shell(large, due_once(), "-list"))
    against("sqlite3 -json, join sorted", shell(large, DUE_JOIN, "-json"), None,
            "a row for each deadline")
    against(f"the same at {SMALL}", aliprotect(small, "due", "--within", "4d", "--json"), 2)
    table.add_pairs(f"sqlite3 -json at {count} : at {SMALL}, each order once",
                    Pairs(lambda: run(shell(large, due_once(), "-json")),
                          lambda: run(shell(small, due_once(), "-json")), 15, 2),
                    None, "what the size alone costs")
    table.add_pairs(f"`due --within 10d --json` at {count} : sqlite3 -json, each order once",
                    Pairs(lambda: run(aliprotect(large, "due", "--within", "10d", "--json")),
                          lambda: run(shell(large, due_once(10 * DAY), "-json")), 7),
                    None, f"{lines_of(shell(large, due_once(10 * DAY, 'id')))} due")
    none = aliprotect(large, "due", "--within", "1s", "--json")
    table.add_pairs(f"`due` with nothing due at {count} : sqlite3 `SELECT 1`",
                    Pairs(lambda: run(none), lambda: run(shell(large, "SELECT 1")), 30, 2),
                    None, "start, and opening the store")


def linked_alone():
    """A C++ program that does nothing, linked with the libraries that ldd names for ours."""
    libraries = re.findall(r"=> (/\S+)", output_of(["ldd", str(PROGRAM)]).decode())
    program = WORK / "linked_alone"
    command = ["g++", "-O2", "-x", "c++", "-", "-x", "none", "-o", str(program),
               "-Wl,--no-as-needed", *libraries]
    output_of(command, b"int main() { return 0; }\n")
    names = " ".join(re.sub(r"\.so.*", "", Path(library).name) for library in libraries)
    return [str(program)], names


def compare_start(table):
    empty, names = linked_alone()
    true = ["/bin/true"]
    linking = Pairs(lambda: run(empty), lambda: run(true), 200, 10)
    table.add_pairs("a program that only returns 0, linked with our libraries : /bin/true", linking,
                    None, names)
    base = linking.median(1, "cpu")
    linked = linking.median(0, "cpu")
    strict = 3 * base + (linked - base)
    for word in ("--help", "--version", "due --help"):
        command = [str(PROGRAM), *word.split()]
        against_true = Pairs(lambda: run(command), lambda: run(true), 200, 10)
        table.add_pairs(f"`{word}` : /bin/true", against_true)
        against_linked = Pairs(lambda: run(command), lambda: run(empty), 200, 10)
        table.add_pairs(f"`{word}` : /bin/true with the linking", against_linked, 3)
        ours = against_linked.median(0, "cpu")
        table.add(f"`{word}` : 3 x /bin/true, plus the linking once", milliseconds(ours),
                  milliseconds(strict), f"{ours / strict:.2f}", "",
                  f"<= 1 {'met' if ours <= strict else 'MISSED'}", "the strict reading of that goal")


def syncs_of(command):
    trace = WORK / "syncs.strace"
    run(["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync", *command])
    count = len(re.findall(r"\b(?:fsync|fdatasync)\(", trace.read_text()))
    trace.unlink()
    return count


def compare_add(table, large, count):
    stores = [WORK / "add-ours.db", WORK / "add-peer.db"]
    for store in stores:
        shutil.copyfile(large, store)
    numbers = iter(range(9_000_000_000_000_000, 9_000_000_000_001_000))

    def ours():
        return aliprotect(stores[0], "add", str(next(numbers)), "--title", "USB hub", "--quiet")

    def peer():
        return shell(stores[1], f"{PRAGMAS} INSERT INTO orders (number, title, rules) "
                                f"VALUES ('{next(numbers)}', 'USB hub', 'aliexpress-2016')")

    pairs = Pairs(lambda: run(ours()), lambda: run(peer()), 15, 2)
    note = "strace is not installed: syncs not counted"
    if shutil.which("strace"):
        note = f"fsync and fdatasync: {syncs_of(ours())} : {syncs_of(peer())}"
    table.add_pairs(f"`add` of one at {count} : sqlite3, one INSERT", pairs, None, note)
    for store in stores:
        for file in WORK.glob(store.name + "*"):
            file.unlink()


def compare_list(table, large, count):
    ours = aliprotect(large, "list", "--all", "--format", "jsonl")
    peer = shell(large, "SELECT * FROM orders", "-json")
    pairs = Pairs(lambda: run(ours), lambda: run(peer), 3, 0)
    size, peer_size = size_of_output(ours), size_of_output(peer)
    speed = [each / pairs.median(side, "wall") / 1e6 for side, each in enumerate((size, peer_size))]
    table.add_pairs(f"`list --all --format jsonl` at {count} : sqlite3 -json of the bare columns",
                    pairs, None, f"peak {mebibytes(pairs.median(0, 'peak'))} : "
                                 f"{mebibytes(pairs.median(1, 'peak'))}")
    table.add("  the same, MB written a second of wall time", f"{speed[0]:.0f} MB/s",
              f"{speed[1]:.0f} MB/s", "", f"{speed[0] / speed[1]:.2f}", "",
              f"{size / 1e6:.0f} MB : {peer_size / 1e6:.0f} MB; more is better")


def tell_import(table, count, known):
    table.add(f"`import` of {count} orders as JSONL", f"{known['cpu']:.1f} s", "", "", "", "",
              f"{known['wall']:.1f} s of wall time, {count / known['wall']:.0f} orders/s, "
              f"{known['read'] / known['wall'] / 1e6:.1f} MB/s, peak {mebibytes(known['peak'])}, "
              f"store {known['bytes'] / 1e6:.0f} MB; measured when the store was made")


def main():
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=1_000_000, help="orders [1000000]")
    parser.add_argument("--fresh", action="store_true", help="make the stores anew: measures import")
    arguments = parser.parse_args()
    if arguments.count < SMALL:
        parser.error(f"at least {SMALL} orders, as many as in the small store")
    if not PROGRAM.exists():
        raise SystemExit(f"bench: {PROGRAM} is missing; tools/bench builds it")
    for name in [each for each in os.environ if each.startswith("ALIPROTECT_")]:
        del os.environ[name]
    os.environ.update(TZ="UTC", LC_ALL="C.UTF-8", XDG_CONFIG_HOME=str(WORK / "no-config"))
    WORK.mkdir(parents=True, exist_ok=True)

    large, known = made_store(arguments.count, arguments.fresh)
    small, _ = made_store(SMALL, arguments.fresh)
    table = Table()
    compare_due(table, large, small, arguments.count)
    compare_start(table)
    compare_add(table, large, arguments.count)
    compare_list(table, large, arguments.count)
    tell_import(table, arguments.count, known)
    version = output_of(["sqlite3", "--version"]).decode().split()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, sqlite3 {version}; "
          "each ratio is the median of pairs of whole runs in turn\n")
    table.print()


if __name__ == "__main__":
    main()
