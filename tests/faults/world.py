"""A home folder in which the program runs with faults, and its recorded state."""

import hashlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import NOW, WAIT, Answer, program

COPY = "copy.db"  # a copy of the store that is part of the record
STORE = os.path.join(".local", "share", "aliprotect", "orders.db")
CONFIG = os.path.join(".config", "aliprotect", "config.toml")
HOW_MANY = "ALIPROTECT_FAULTS"  # `all`, or the number of faults of each kind


def chosen(faults, usual, seed):
    """Returns a random choice of the faults, the same in every run."""
    wanted = os.environ.get(HOW_MANY) or str(usual)
    if wanted == "all" or int(wanted) >= len(faults):
        return list(faults)
    places = random.Random(seed).sample(range(len(faults)), int(wanted))
    return [faults[place] for place in sorted(places)]


def is_long():
    return os.environ.get(HOW_MANY) == "all"


class World:
    """The record consists of the store and the files that the program was asked to write."""

    def __init__(self, home):
        self.home = home
        os.makedirs(home, exist_ok=True)

    def path(self, *names):
        return os.path.join(self.home, *names)

    def store(self):
        return self.path(STORE)

    def environment(self):
        # The leak sanitizer does not work under ptrace.
        return {
            "PATH": os.environ["PATH"],
            "HOME": self.home,
            "ALIPROTECT_NOW": NOW,
            "TZ": "UTC",
            "ASAN_OPTIONS": "detect_leaks=0",
        }

    def run(self, *words, under=(), **more):
        """`under` is a command that runs another one, such as strace with its options."""
        process = subprocess.run(
            [*under, program(), *words],
            env=self.environment(),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=WAIT,
            **more,
        )
        return Answer(process.returncode, process.stdout, process.stderr)

    def do(self, *words):
        answer = self.run(*words)
        if answer.code != 0:
            raise AssertionError("%s: %s" % (" ".join(words), answer))
        return answer

    def copy(self, home):
        shutil.copytree(self.home, home, symlinks=True)
        return World(home)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def state(self):
        """Returns everything recorded, from the program's own output, in a comparable form."""
        questions = (
            ("export",),
            ("log", "--json"),
            ("rules", "list", "--json"),
            ("remind", "--dry-run", "--json"),
        )
        answers = [self.do(*words).out for words in questions]
        answers[1] = re.sub(rb'"file":"[^"]*/', b'"file":"', answers[1])  # the folder may be a copy
        answers += [self.exported(), self.copied(), self.remembered()]
        return [glimpse(answer) for answer in answers]

    def remembered(self):
        """Returns what `sync` has read, without the times of the files, which may be copies."""
        if not os.path.exists(self.store()) or os.path.getsize(self.store()) == 0:
            return b"[]"
        connection = sqlite3.connect(self.store())
        try:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE name = 'read_files'").fetchall()
            rows = tables and connection.execute("SELECT source, file, size FROM read_files").fetchall()
            return repr(rows).encode()
        finally:
            connection.close()

    def exported(self):
        """Returns the bytes of orders.json; None if it does not exist."""
        try:
            with open(self.path("orders.json"), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None

    def copied(self):
        """Returns the orders of copy.db; None if it does not exist."""
        if not os.path.exists(self.path(COPY)):
            return None
        return self.do("--db", COPY, "export").out

    def damage(self):
        """Returns SQLite's errors in the store and its copy; an empty list if they are intact."""
        return damage_of(self.store()) + damage_of(self.path(COPY))


def damage_of(store):
    if not os.path.exists(store):
        return []
    connection = sqlite3.connect(store)
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found += connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    return [what for what in found if what != "ok"]


def glimpse(text):
    if text is None:
        return "none"
    return "%d lines, %s" % (text.count(b"\n"), hashlib.sha256(text).hexdigest()[:8])
