"""Two users of a database: the author of a change, and undo of their own changes."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402


class Undo(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.sql("CREATE ROLE team; CREATE ROLE ann LOGIN IN ROLE team;"
                       "CREATE ROLE bob LOGIN IN ROLE team;"
                       "ALTER ROLE bob SET role = team; ALTER ROLE ann SET role = team")

    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:40]
        self.server.sql('CREATE SCHEMA "%s" AUTHORIZATION team' % self.schema)

    def by(self, user, *words):
        return self.run_program("--db", self.server.uri(self.schema, user), *words)

    def done(self, user, *words):
        answer = self.by(user, *words)
        self.assertEqual(answer.code, 0, answer)
        return answer.out.decode()

    def refused(self, user, *words):
        before = self.done("ann", "log", "--format", "ids")
        answer = self.by(user, *words)
        self.assert_one_line_of_error(answer, 1)
        self.assertEqual(self.done("ann", "log", "--format", "ids"), before)
        return answer.err.decode()

    def test_the_log_has_the_user_of_the_database(self):
        self.done("ann", "add", "305100000000001")
        self.done("bob", "edit", "1", "--title", "Lamp")
        entries = json.loads(self.done("ann", "log", "--json"))
        self.assertEqual([entry["user"] for entry in entries], ["bob", "ann"])
        host = entries[0]["host"]
        self.assertEqual(entries[1]["host"], host)
        self.assertEqual(self.done("ann", "log", "--by", "bob", "--format", "ids"), "2\n")
        self.assertEqual(self.done("ann", "log", "--by", "ann@" + host, "--format", "ids"), "1\n")
        # Only others are named.
        lines = self.done("ann", "log").splitlines()
        self.assertIn(" by bob@" + host, lines[0])
        self.assertFalse([line for line in lines if "by ann" in line], lines)

    def test_undo_takes_back_own_changes(self):
        self.done("ann", "add", "305100000000001")
        self.done("bob", "add", "305100000000002")
        self.done("ann", "edit", "1", "--title", "Lamp")
        self.done("bob", "edit", "2", "--title", "Hub")
        self.assertEqual(self.done("ann", "undo", "2", "--format", "ids"), "3\n1\n")
        self.assertIn("no change of ann to undo", self.refused("ann", "undo"))
        self.assertIn("only 2 changes of bob can be undone", self.refused("bob", "undo", "3"))
        undone = json.loads(self.done("ann", "undo", "--any", "--json"))
        self.assertEqual([entry["entry"] for entry in undone], [4])
        self.assertEqual(undone[0]["user"], "bob")
        # The id of an order that another user added meanwhile stays that order's.
        self.done("ann", "add", "305100000000003")
        self.assertEqual(self.done("ann", "list", "--all", "--format", "ids"), "2\n3\n")
        self.done("ann", "check")

    def test_undo_names_the_later_change(self):
        self.done("ann", "add", "305100000000001")
        self.done("ann", "remove", "1")
        self.done("bob", "add", "305100000000001")
        line = self.refused("ann", "undo")
        self.assertIn("cannot undo change 2: bob@", line)
        self.assertIn("changed order 2 (305100000000001) later, in change 3; ask bob@", line)
        self.assertIn("`aliprotect undo 2 --any`", line)
        self.done("bob", "undo")
        self.done("ann", "undo")
        self.assertEqual(self.done("ann", "list", "--all", "--format", "ids"), "1\n")
        self.done("ann", "check")


if __name__ == "__main__":
    program.main()
