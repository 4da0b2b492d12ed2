"""Two computers in networks of their own, with a server that asks for passwords: 32 writers, and reminders.

ALIPROTECT_SECONDS=60 lets the writers work for a minute.
"""

import concurrent.futures
import itertools
import json
import os
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from hosts import Host, missing_tool  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402

WRITERS = 32
SECONDS = int(os.environ.get("ALIPROTECT_SECONDS", "10"))
NETWORKS = ("10.91.1", "10.91.2")
PASSWORD = "correct horse"


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Network(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.hosts = [self.host(name) for name in ("hub", "desk", "laptop")]
        hub, *self.desks = self.hosts
        for network, desk in zip(NETWORKS, self.desks):
            hub.connect(desk, network)
        self.server = Server(inside=hub.inside, listen="*")
        self.addCleanup(self.server.stop)
        self.users = ["w%d" % number for number in range(WRITERS)]
        self.server.require_passwords()
        self.server.sql("CREATE ROLE team; GRANT CREATE ON DATABASE postgres TO team")
        for user in self.users:
            self.server.sql("CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE team" % (user, PASSWORD))
            self.server.sql("ALTER ROLE %s SET role = team" % user)
        self.server.sql("CREATE SCHEMA orders AUTHORIZATION team")
        with open(self.path(".pgpass"), "w") as file:
            file.write("*:*:*:*:%s\n" % PASSWORD)
        os.chmod(self.path(".pgpass"), 0o600)

    def host(self, name):
        host = Host(name)
        self.addCleanup(host.close)
        return host

    def at(self, writer, *words, input=b""):
        """Runs the program as one of the users on one of the two computers."""
        desk = writer % len(self.desks)
        store = "postgresql://%s@%s.1/postgres?options=-csearch_path%%3Dorders" % (
            self.users[writer], NETWORKS[desk],
        )
        words = [*self.desks[desk].inside, program.program(), "--db", store, *words]
        return program.finish(self.start(words), input)

    def must(self, writer, *words, input=b""):
        answer = self.at(writer, *words, input=input)
        self.assertEqual(answer.code, 0, (words, answer))
        return answer.out

    def work(self, writer, limit):
        """Adds, edits, undoes and imports until the time is over. Returns the titles by number."""
        titles = {}
        changes = 0
        for number in itertools.count(305100000000001 + writer * 1000000, 4):
            if time.monotonic() > limit:
                return titles, changes
            added, undone, *imported = (str(number + each) for each in range(4))
            self.must(writer, "add", added)
            self.must(writer, "edit", added, "--title", "by %d" % writer)
            self.must(writer, "add", undone)
            self.must(writer, "undo")
            orders = [{"number": each, "title": "in a file"} for each in imported]
            self.must(writer, "import", "-", "--as", "jsonl", input=program.jsonl(orders))
            titles.update({added: "by %d" % writer}, **dict.fromkeys(imported, "in a file"))
            changes += 5

    def test_thirty_two_writers_lose_nothing(self):
        self.must(0, "import", "/dev/null")
        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            work = [pool.submit(self.work, writer, begun + SECONDS) for writer in range(WRITERS)]
        expected = {}
        changes = 0
        for each in work:
            titles, count = each.result()
            self.assertTrue(titles)
            expected.update(titles)
            changes += count
        print("%d changes in %.0f s" % (changes, time.monotonic() - begun))
        orders = json.loads(self.must(0, "list", "--all", "--json"))
        self.assertEqual({order["number"]: order["title"] for order in orders}, expected)
        self.assertEqual(len(orders), len(expected), "an order is there twice")
        log = json.loads(self.must(1, "log", "--json"))
        self.assertEqual([entry["entry"] for entry in log], list(range(changes, 0, -1)))
        self.assertEqual({entry["host"] for entry in log}, {"desk", "laptop"})
        self.must(0, "check")

    def test_reminders_are_sent_once(self):
        for number in range(10):
            self.must(0, "add", str(305100000000001 + number), "--closes", "2026-11-21T12:00Z")
        sent = self.path("sent")
        command = "cat >> '%s'; sleep 0.3" % sent
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda writer: self.must(writer, "remind", "--exec", command), range(4)))
        with open(sent) as file:
            text = file.read()
        for number in range(10):
            self.assertEqual(text.count("(%d)" % (305100000000001 + number)), 1, text)

    def test_a_wrong_password_is_one_line(self):
        os.remove(self.path(".pgpass"))
        answer = self.at(0, "list")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"password", answer.err)


if __name__ == "__main__":
    if missing_tool():
        print("skipped:", missing_tool(), file=sys.stderr)
        sys.exit(program.NOT_ALL_RUN)
    program.main()
