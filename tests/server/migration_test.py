"""Stores on a server that another version of the program created.

The transcripts run in a program with one more migration than this version has.
"""

import concurrent.futures
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

NUMBER = "305100000000001"
OLDER = "{dir}/orders.db has the tables of an older version, and you may not update them"
ASK = "ask its owner to run `aliprotect import /dev/null` with this version"

UPDATE = """$ aliprotect import /dev/null
read 0: 0 new, 0 changed, 0 unchanged, 0 rejected
"""
LIST = """$ aliprotect list --all --format ids
1
"""


class Migration(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.sql("CREATE ROLE owner LOGIN; CREATE ROLE writer LOGIN")

    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:60]
        self.server.sql('CREATE SCHEMA "%s" AUTHORIZATION owner; GRANT USAGE ON SCHEMA "%s" TO writer'
                        % (self.schema, self.schema))
        answer = self.run_program("--db", self.uri("owner"), "add", NUMBER, "--title", "Lamp")
        self.assertEqual(answer.code, 0, answer)
        self.server.sql('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "%s" TO writer' % self.schema)

    def uri(self, user):
        return self.server.uri(self.schema, user)

    def value(self, sql):
        return self.server.sql('SET search_path = "%s"; %s' % (self.schema, sql))

    def later(self, transcript, user="owner"):
        """Runs commands of the later version, which must answer as in the transcript."""
        path = self.path("transcript-%d" % len(os.listdir(self.home)))
        with open(path, "w", encoding="utf-8") as file:
            file.write(transcript)
        runner = os.path.join(os.path.dirname(program.program()), "tests", "aliprotect_golden")
        answer = subprocess.run([runner, "--later-version", "--server", self.uri(user), path], capture_output=True)
        self.assertEqual(answer.returncode, 0, answer.stdout.decode() + answer.stderr.decode())

    def test_a_command_of_the_owner_migrates(self):
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "1")
        self.later(LIST)
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "2")
        self.assertEqual(self.value("SELECT colour FROM orders"), "Lamp")
        self.later(UPDATE + LIST)
        # Then this version is the older one.
        for words in (["list"], ["add", "305100000000002"], ["check"]):
            answer = self.run_program("--db", self.uri("owner"), *words)
            self.assertEqual(answer.code, 5)
            self.assertIn(b"was created by a newer version of aliprotect: update this program",
                          answer.out + answer.err)

    def test_a_writer_does_not_migrate(self):
        for words in ("list", "add 305100000000002", "import /dev/null"):
            self.later("$ aliprotect %s\n2> aliprotect: %s (must be owner of table orders): %s\n=> 5\n"
                       % (words, OLDER, ASK), user="writer")
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "1")

    def test_a_failed_migration_changes_nothing(self):
        self.value("CREATE TABLE colours (a INT)")
        self.later("$ aliprotect import /dev/null\n2> aliprotect: {dir}/orders.db contains other tables "
                   "(relation \"colours\" already exists): use an empty database or schema\n=> 5\n")
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "1")
        self.assertEqual(self.value("SELECT count(*) FROM pg_attribute WHERE attname = 'colour' "
                                    "AND attrelid = 'orders'::regclass"), "0")
        answer = self.run_program("--db", self.uri("owner"), "edit", "1", "--title", "Hub")
        self.assertEqual(answer.code, 0, answer)

    def test_one_of_several_programs_migrates(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: self.later(UPDATE), range(4)))
        self.later(LIST)
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "2")

    def test_check_says_that_the_store_will_be_migrated(self):
        self.later("$ aliprotect check --quiet\n")
        self.assertEqual(self.value("SELECT version FROM aliprotect_store"), "1")


if __name__ == "__main__":
    program.main()
