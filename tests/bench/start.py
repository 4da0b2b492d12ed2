"""Compares the start of the program with /bin/true, an empty linked program and the sqlite3 shell."""

import os
import re
from pathlib import Path

from measure import Pairs, lines_of, output_of, run
from reading import due_once, expect_same
from stores import store_of
from table import seconds
from workplace import PROGRAM, WORK, aliprotect, shell

FEW = 9


def linked_alone():
    """Builds a program that does nothing, linked with the same libraries."""
    libraries = re.findall(r"=> (/\S+)", output_of(["ldd", str(PROGRAM)]).decode())
    program = WORK / "linked_alone"
    command = ["gcc", "-O2", "-x", "c", "-", "-x", "none", "-o", str(program),
               "-Wl,--no-as-needed", *libraries]
    output_of(command, b"int main(void) { return 0; }\n")
    names = " ".join(re.sub(r"\.so.*", "", Path(library).name) for library in libraries)
    return [str(program)], names


def compare_start(table):
    empty, names = linked_alone()
    true = ["/bin/true"]
    linking = Pairs(lambda: run(empty), lambda: run(true), 200, 10)
    table.add("a program that only returns 0, linked with our libraries : /bin/true",
              pairs=linking, note=names)
    strict = 2 * linking.median(1, "cpu") + linking.median(0, "cpu")
    for word in ("--help", "--version", "due --help"):
        command = [str(PROGRAM), *word.split()]
        vs_true = Pairs(lambda: run(command), lambda: run(true), 200, 10)
        table.add(f"`{word}` : /bin/true", pairs=vs_true)
        vs_static_linking = Pairs(lambda: run(command), lambda: run(empty), 200, 10)
        table.add(f"`{word}` : /bin/true with the linking", goal=3, pairs=vs_static_linking)
        ours = vs_static_linking.median(0, "cpu")
        table.add_bound(f"`{word}`, its processor time", ours, seconds(ours), strict,
                        f"{seconds(strict)}, 3 x /bin/true and the linking once")


def compare_few_orders(table):
    store = store_of(FEW)
    due = aliprotect(store, "due", "--within", "4d")
    peer = shell(store, due_once())
    expect_same("due", lines_of([*due, "--format", "ids"]), lines_of(shell(store, due_once(columns="id"))))
    for zone, goal in (("UTC", 1.3), ("Europe/Berlin", 1.5)):
        env = {**os.environ, "TZ": zone}
        table.add(f"`due` of {FEW} orders in {zone} : sqlite3, the same orders", goal=goal,
                  pairs=Pairs(lambda: run(due, env=env), lambda: run(peer, env=env), 200, 10))
