"""Runs the tests of the store, and the properties of the store's model and of `undo`, on a PostgreSQL server."""

import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import USER, Server, newest_programs  # noqa: E402

STORE = [
    "changes", "import_memory", "journal", "journal_reading", "large_change", "order_history", "reading",
    "round_trip", "rule_sets", "selection", "sent_reminders",
]
PROPERTIES = ["store_model", "undo"]
EXAMPLES = 20  # of each property; each has a schema of its own


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Unit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.stop)

    def run_tests(self, name, files):
        """Runs the tests of some files, except those that are tagged as about files of a store."""
        tests = os.path.join(os.path.dirname(program.program()), "tests", name)
        self.assertTrue(os.path.exists(tests), tests)
        store = "postgresql://%s@/postgres?host=%s" % (USER, self.server.folder)
        env = {**os.environ, "ALIPROTECT_TEST_SERVER": store,
               "RC_PARAMS": "seed=20161 max_success=%d" % EXAMPLES}
        chosen = ",".join("[#%s_test]~[file]" % file for file in files)
        answer = subprocess.run([tests, "-#", chosen], env=env, capture_output=True, text=True)
        self.assertEqual(answer.returncode, 0, (answer.stdout + answer.stderr)[-8000:])
        print(answer.stdout.strip().splitlines()[-1])
        schemas = self.server.sql("SELECT count(*) FROM pg_namespace WHERE nspname ~ '^aliprotect-'")
        self.assertGreater(int(schemas), len(files))

    def test_store(self):
        self.run_tests("aliprotect_unit_tests", STORE)

    def test_properties(self):
        self.run_tests("aliprotect_property_tests", PROPERTIES)


if __name__ == "__main__":
    program.main()
