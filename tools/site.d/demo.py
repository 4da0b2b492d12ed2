"""What the program prints about the sample orders: pictures of the terminal, and the report."""

import dataclasses
import os
import shutil
import subprocess
import tempfile

import terminal

# (name of the picture, words of the command line), in the order of the first page.
COMMANDS = [
    ("overview", []),
    ("timeline", ["timeline"]),
    ("show", ["show", "4"]),
    ("due", ["due", "--within", "14d"]),
]
NOW = "2026-11-20T12:00:00Z"


@dataclasses.dataclass
class Picture:
    name: str
    command: str
    text: str
    svg: str
    width: int
    height: int


def environment(folder):
    """The same time, zone, language and size everywhere."""
    return {
        "ALIPROTECT_DB": os.path.join(folder, "orders.db"),
        "ALIPROTECT_NOW": NOW,
        "HOME": folder,
        "LC_ALL": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "TZ": "Europe/Berlin",
    }


def picture(name, words, program, variables, template):
    command = " ".join(["aliprotect", *words])
    printed = terminal.run([program, *words], variables)
    output = "$ %s\n%s" % (command, printed)
    svg, width, height = terminal.draw(output, "Output of " + command, template)
    return Picture(name, command, terminal.plain(output).rstrip("\n"), svg, width, height)


def run(program, root, template):
    """Returns (pictures, the report's HTML)."""
    folder = tempfile.mkdtemp(prefix="aliprotect-site.")
    try:
        variables = environment(folder)
        orders = os.path.join(root, "data/samples/orders.jsonl")
        quiet = [program, "--quiet", "import", orders]
        subprocess.run(quiet, env=variables, check=True)
        drawn = [picture(*each, program, variables, template) for each in COMMANDS]
        report = [program, "report", "--output", "-"]
        page = subprocess.run(report, env=variables, check=True, capture_output=True).stdout
        return drawn, page.decode()
    finally:
        shutil.rmtree(folder)
