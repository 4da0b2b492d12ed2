"""Two servers with synchronous replication: the primary is killed under load, and the standby takes over.

No acknowledged change is missing afterwards, none is recorded twice, and none that was reported as
not recorded is recorded.
"""

import collections
import json
import os
import signal
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402

WRITERS = 6
STREAMING = "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'"
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
RECORDED = b"; the change was recorded\n"  # the connection was lost after it
UNKNOWN = b"no server confirmed"


class Load:
    """Writers that each add orders and notes until they are stopped."""

    def __init__(self, test, store, round_number):
        self.test = test
        self.store = store
        self.first = 305100000000001 + round_number * 1000000
        self.outcomes = collections.defaultdict(set)  # of "recorded", "not recorded", "unknown"
        self.over = threading.Event()
        self.threads = [
            threading.Thread(target=self.write, args=(writer,)) for writer in range(WRITERS)
        ]
        for thread in self.threads:
            thread.start()

    def write(self, writer):
        number = self.first + writer * 10000
        while not self.over.is_set():
            number += 1
            self.run(str(number), "add", str(number))
            self.run("note %d" % number, "edit", "1", "--note", "note %d" % number)

    def run(self, what, *words):
        answer = self.test.run_program("--db", self.store, *words)
        outcome = self.outcome_of(answer)
        self.outcomes[outcome].add(what if outcome != "unknown" else (what, answer.err))

    def outcome_of(self, answer):
        if answer.code == 0:
            return "recorded"
        # libpq prints the server's last message if it arrives while it connects.
        error = answer.err.splitlines(keepends=True)[-1]
        self.test.assert_one_line_of_error(answer._replace(err=error), 5)
        if error.endswith(RECORDED):
            return "recorded"
        return "unknown" if UNKNOWN in error else "not recorded"

    def stop(self):
        self.over.set()
        for thread in self.threads:
            thread.join()


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Failover(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.primary = self.run_server()
        self.store = self.primary.new_store("orders")
        self.do("--db", self.store, "add", "305100000000001")

    def run_server(self, primary=None):
        server = Server(primary)
        self.addCleanup(server.stop)
        return server

    def fail_over(self, round_number, before_kill, before_promotion):
        standby = self.run_server(self.primary)
        self.primary.configure(synchronous_standby_names="*")
        self.primary.wait_for(STREAMING)
        load = Load(self, self.primary.uri("orders", others=[standby]), round_number)
        try:
            time.sleep(0.7 + 0.1 * round_number)
            before_kill(standby)
            self.primary.kill()
            before_promotion(standby)
            standby.promote()
            standby.wait_for("SELECT 1 WHERE NOT pg_is_in_recovery()")
            time.sleep(0.7)
        finally:
            load.stop()
        self.primary = standby
        self.assert_as_acknowledged(load.outcomes)

    def assert_as_acknowledged(self, outcomes):
        self.assertGreater(len(outcomes["recorded"]), WRITERS)
        self.assertEqual(outcomes["unknown"], set())
        found = self.recorded()
        self.assertEqual({what: count for what, count in found.items() if count > 1}, {})
        self.assertEqual(outcomes["recorded"] - set(found), set(), "acknowledged, but missing")
        self.assertEqual(outcomes["not recorded"] & set(found), set(), "recorded in secret")
        store = self.primary.uri("orders")
        log = self.ask("--db", store, "log")
        self.assertEqual([entry["entry"] for entry in log], list(range(len(log), 0, -1)))
        self.assertEqual(len(log), len(found) + 1)
        self.do("--db", store, "check")
        print({outcome: len(changes) for outcome, changes in outcomes.items()})

    def recorded(self):
        """Returns how often each change has been recorded, except the addition of the first order."""
        orders = self.ask("--db", self.primary.uri("orders"), "list", "--all")
        numbers = [order["number"] for order in orders[1:]]
        notes = [note["text"] for order in orders for note in order["notes"]]
        return collections.Counter(numbers + notes)

    def test_changes_that_the_standby_does_not_have(self):
        receiver = []

        def stop_receiver(standby):
            words = ["pgrep", "-P", str(standby.process.pid), "-f", "walreceiver"]
            receiver.append(int(subprocess.run(words, capture_output=True).stdout))
            os.kill(receiver[0], signal.SIGSTOP)
            self.primary.wait_for(WAITING)

        self.fail_over(1, stop_receiver, lambda standby: os.kill(receiver[0], signal.SIGCONT))

    def test_changes_that_the_standby_has_not_confirmed(self):
        """They are on its disk, but not applied yet, so their commits still wait."""
        self.primary.sql("ALTER SYSTEM SET synchronous_commit = remote_apply")

        def pause(standby):
            standby.sql("SELECT pg_wal_replay_pause()")
            self.primary.wait_for(WAITING)

        self.fail_over(2, pause, lambda standby: standby.sql("SELECT pg_wal_replay_resume()"))

    def test_there_and_back(self):
        for round_number in range(2):
            self.fail_over(round_number, lambda standby: None, lambda standby: None)


if __name__ == "__main__":
    program.main()
