"""Runs the transcripts of tests/golden on a PostgreSQL server."""

import glob
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402

# These are about the store's file itself.
ABOUT_FILES = {"output-files", "undo-file"}

# The users of the transcripts.
AUTHORS = ["anna", "ben", "1000", "anna@corp.example"]


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Golden(unittest.TestCase):
    def test_transcripts_give_the_same_answers(self):
        server = Server()
        self.addCleanup(server.stop)
        for user in AUTHORS:
            server.sql('CREATE ROLE "%s" LOGIN SUPERUSER' % user)
        runner = os.path.join(os.path.dirname(program.program()), "tests", "aliprotect_golden")
        paths = sorted(glob.glob(os.path.join(program.source_folder(), "tests/golden/*.test")))
        names = {os.path.basename(path)[: -len(".test")]: path for path in paths}
        self.assertLessEqual(ABOUT_FILES, set(names))
        for number, (name, path) in enumerate(sorted(names.items())):
            if name in ABOUT_FILES:
                continue
            with self.subTest(name):
                store = server.new_store("transcript_%d" % number, "{user}")
                answer = subprocess.run([runner, "--server", store, path], capture_output=True)
                self.assertEqual(answer.returncode, 0, answer.stdout.decode())
        print("%d transcripts" % (len(names) - len(ABOUT_FILES)))


if __name__ == "__main__":
    program.main()
