"""Runs the program as a shell would, with only the environment and files that the test sets up.

Every script here is run as `python3 SCRIPT PROGRAM SOURCE_FOLDER`.
"""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import typing
import unittest

NOW = "2026-11-20T12:00:00Z"
NOT_ALL_RUN = 77  # which ctest shows as skipped
WAIT = 120  # seconds after which a run is stuck


class Answer(typing.NamedTuple):
    code: int
    out: bytes
    err: bytes


def program():
    return os.path.abspath(sys.argv[1])


def has_sanitizers():
    with open(program(), "rb") as file:
        return b"__asan_init" in file.read()


def source_folder():
    return sys.argv[2]


def project_version():
    with open(os.path.join(source_folder(), "CMakeLists.txt"), encoding="utf-8") as file:
        return re.search(r"project\(aliprotect VERSION ([0-9.]+)", file.read())[1]


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: %s PROGRAM SOURCE_FOLDER [TEST...]" % sys.argv[0])
    result = unittest.main(argv=[sys.argv[0]] + sys.argv[3:], exit=False).result
    missing = sorted({reason for _, reason in result.skipped if "is not installed" in reason})
    for reason in missing:
        print("skipped:", reason, file=sys.stderr)
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(NOT_ALL_RUN if missing else 0)


def allow_interruption():
    """Runs in the child: restores Ctrl-C, which children of a background test would ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class ProgramTest(unittest.TestCase):
    """A test with its own home folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="aliprotect-e2e.")
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def path(self, *names):
        return os.path.join(self.home, *names)

    def default_store(self):
        return self.path(".local", "share", "aliprotect", "orders.db")

    def environment(self, **changes):
        """Returns an environment that inherits only PATH; None removes a variable.

        The tests in C++ look for leaks; doing it here would take 40 percent of the time of short runs.
        """
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": self.home,
            "ALIPROTECT_NOW": NOW,
            "TZ": "UTC",
            "ASAN_OPTIONS": "detect_leaks=0",
            **changes,
        }
        return {name: value for name, value in variables.items() if value is not None}

    def start(self, words, env=None, **streams):
        """Starts a process; its streams are pipes by default."""
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        process = subprocess.Popen(
            words,
            env=self.environment() if env is None else env,
            cwd=self.home,
            preexec_fn=allow_interruption,
            **{**pipes, **streams},
        )
        self.addCleanup(end, process)
        return process

    def run_program(self, *words, input=b"", env=None, **streams):
        process = self.start([program(), *words], env, **streams)
        return finish(process, input)

    def run_shell(self, script, *words, input=b"", env=None):
        """Runs `script` with the program as "$0" and `words` as "$@"."""
        return finish(self.start(["sh", "-c", script, program(), *words], env), input)

    def ask(self, *words, **more):
        """Returns the JSON output of a command, which must succeed."""
        answer = self.run_program(*words, "--json", **more)
        self.assertEqual(answer.code, 0, answer)
        return json.loads(answer.out)

    def do(self, *words, **more):
        """Runs a command, which must succeed."""
        answer = self.run_program(*words, **more)
        self.assertEqual(answer.code, 0, answer)
        return answer

    def import_orders(self, orders, *words, **more):
        """Imports into the store, and returns the report."""
        answer = self.run_program(
            *words, "import", "-", "--as", "jsonl", "--json", input=jsonl(orders), **more
        )
        self.assertEqual(answer.code, 0, answer)
        return json.loads(answer.out)

    def assert_one_line_of_error(self, answer, code):
        self.assertEqual(answer.code, code, answer)
        self.assertEqual(answer.err.count(b"\n"), 1, answer.err)
        self.assertTrue(answer.err.startswith(b"aliprotect: "), answer.err)
        self.assertTrue(answer.err.endswith(b"\n"), answer.err)

    def assert_store_is_whole(self, store=None):
        path = store or self.default_store()
        with open(path, "rb") as file:
            self.assertEqual(file.read(16), b"SQLite format 3\0")
        connection = sqlite3.connect(path)
        self.addCleanup(connection.close)
        self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])


def finish(process, input=b""):
    out, err = process.communicate(input if process.stdin else None, timeout=WAIT)
    return Answer(process.returncode, out, err)


def end(process):
    if process.poll() is None:
        process.kill()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream and not stream.closed:
            try:
                stream.close()
            except BrokenPipeError:
                pass
    process.wait()


def wait_until_writing(store):
    """Waits until another process has begun a change."""
    limit = time.monotonic() + WAIT
    while time.monotonic() < limit:
        if os.path.exists(store) and is_locked(store):
            return
        time.sleep(0.01)
    raise TimeoutError("no change of %s has begun" % store)


def is_locked(store):
    connection = sqlite3.connect(store, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        return False
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return True
    finally:
        connection.close()


def shell_code(process_code):
    """Returns the code as `$?` shows it: 128 plus the number of the signal that ended the process."""
    return process_code if process_code >= 0 else 128 - process_code


def jsonl(orders):
    return b"".join(json.dumps(order, ensure_ascii=False).encode() + b"\n" for order in orders)
