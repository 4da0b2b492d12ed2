"""Creates stores and damages them."""

import json
import os
import pathlib
import shutil
import sqlite3
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import ProgramTest

PAGE = 4096


def number(i):
    return "3051%012d" % (i * 10000 + 1234)


def day(i):
    return i % 28 + 1


def orders(count):
    return [
        {
            "number": number(i),
            "title": "Example goods %d" % i,
            "seller": "Example Store %d" % (i % 7),
            "days": 45,
            "tags": ["tag %d" % (i % 5)],
            "parcels": [{"tracking": "EX%09d" % i, "shipped_at": "2026-10-%02dT00:00:00Z" % day(i)}],
            "notes": [{"at": "2026-10-30T00:00:00Z", "text": "note %d " % i + "x" * 80}],
        }
        for i in range(1, count + 1)
    ]


def pages_of(store, name):
    """Returns the page numbers of a table or an index."""
    db = sqlite3.connect(store)
    root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    try:
        rows = db.execute("SELECT pageno FROM dbstat WHERE name = ?", (name,)).fetchall()
    except sqlite3.OperationalError:  # the module dbstat is missing
        rows = []
    db.close()
    return [row[0] for row in rows] or [root]


def overwrite_page(store, page, byte=b"\x5a"):
    with open(store, "r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(byte * PAGE)


def run_sql(store, sql):
    db = sqlite3.connect(store)
    db.executescript(sql)
    db.close()


def state_of(folder):
    """Returns name, mode and content of every file below a folder, except -shm files."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_mode, content_of(path))
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if not path.name.endswith("-shm")
    }


def content_of(path):
    if path.is_symlink():
        return os.readlink(path)
    return path.read_bytes() if path.is_file() else None


class FaultTest(ProgramTest):
    """A test with a store, `orders.db` in the home folder."""

    def setUp(self):
        super().setUp()
        self.store = self.path("orders.db")

    def begin(self, count=40):
        self.import_orders(orders(count), "--db", self.store)
        return self.store

    def on(self, *words, **more):
        return self.run_program("--db", self.store, *words, **more)

    def findings(self, *words, state="bad"):
        """Returns the findings of `check` with that state, and its exit code."""
        answer = self.on("check", "--json", *words)
        found = json.loads(answer.out)["findings"]
        return answer.code, [(f["about"], f["text"]) for f in found if f["state"] == state]

    def copy(self, source, target):
        shutil.copyfile(source, target)
        return target
