"""The folder of the benchmark, and calls of the program and the sqlite3 shell."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "build" / "bench"
PROGRAM = ROOT / "build" / "release" / "aliprotect"


def aliprotect(store, *words):
    return [str(PROGRAM), "--db", str(store), "--now", "2026-11-20T12:00:00Z", *words]


def shell(store, *steps, mode=None):
    # -init: no settings of the user; -batch: no questions.
    options = [mode] if mode else []
    return ["sqlite3", "-init", "/dev/null", "-batch", *options, str(store), *steps]


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def remove_store(path):
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
