"""What a run costs that does next to nothing, beside /bin/true and what linking alone costs."""

import re
from pathlib import Path

from measure import Pairs, output_of, run
from table import seconds
from workplace import PROGRAM, WORK


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
    table.add("a program that only returns 0, linked with our libraries : /bin/true",
              pairs=linking, note=names)
    strict = 2 * linking.median(1, "cpu") + linking.median(0, "cpu")
    for word in ("--help", "--version", "due --help"):
        command = [str(PROGRAM), *word.split()]
        against_true = Pairs(lambda: run(command), lambda: run(true), 200, 10)
        table.add(f"`{word}` : /bin/true", pairs=against_true)
        against_linked = Pairs(lambda: run(command), lambda: run(empty), 200, 10)
        table.add(f"`{word}` : /bin/true with the linking", goal=3, pairs=against_linked)
        ours = against_linked.median(0, "cpu")
        table.add_bound(f"`{word}`, its processor time", ours, seconds(ours), strict,
                        f"{seconds(strict)}, 3 x /bin/true and the linking once")
