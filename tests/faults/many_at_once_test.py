"""Parallel processes: no change is lost or made twice, and a process that waits too long fails clearly."""

import fcntl
import os
import re
import sqlite3
import sys
import time
import unittest

from world import World, is_long

from program import ProgramTest, finish, jsonl, main, program, wait_until_writing
from reference.order_maker import orders_of
from tracing import MISSING, STRACE, calls_in, watching

WRITERS = 16
SLEEPS = "nanosleep,clock_nanosleep"
SLEEP = re.compile(r"tv_sec=(\d+), tv_nsec=(\d+)")
PATIENCE = 30  # seconds that a process waits for a lock


def number(index):
    return str(3051000000011234 + index * 10000)


class Together(ProgramTest):
    def begin(self, commands):
        """Runs the commands in parallel; returns their answers."""
        processes = [self.start([program(), *words]) for words in commands]
        return [finish(process) for process in processes]

    def assert_all_done(self, answers):
        for answer in answers:
            self.assertEqual(answer.code, 0, answer)
            self.assertNotIn(b"locked", answer.err)

    def rounds(self, usual):
        """Runs each round in its own home folder."""
        home = self.home
        for round in range(usual * 10 if is_long() else usual):
            self.home = os.path.join(home, str(round))
            os.mkdir(self.home)
            yield round

    def test_first_runs_create_the_store_together(self):
        for _ in self.rounds(3):
            adds = [["add", number(i), "--json"] for i in range(WRITERS)]
            questions = [["list", "--json"], ["due"], ["remind"], ["rules", "list"]]
            self.assert_all_done(self.begin(adds + questions))
            listed = self.ask("list", "--all")
            self.assertEqual(sorted(order["number"] for order in listed),
                             [number(i) for i in range(WRITERS)])
            self.assertEqual(sorted(order["id"] for order in listed), list(range(1, WRITERS + 1)))
            self.assert_store_is_whole()

    def test_no_update_of_an_order_is_lost(self):
        for _ in self.rounds(2):
            self.do("add", number(0))
            edits = [["edit", "1", "--add-tag", "tag%d" % i, "--note", "n%d" % i]
                     for i in range(WRITERS)]
            self.assert_all_done(self.begin(edits))
            order = self.ask("show", "1")
            self.assertEqual(sorted(order["tags"]), sorted("tag%d" % i for i in range(WRITERS)))
            self.assertEqual(len(order["notes"]), WRITERS)
            self.assertEqual(len(self.ask("log")), WRITERS + 1)
            self.assert_all_done(self.begin([["undo"]] * WRITERS))
            self.assertEqual(self.ask("show", "1")["tags"], [])
            self.assert_store_is_whole()

    def test_imports_adds_reminders_and_readers(self):
        for round in self.rounds(1):
            orders = orders_of(round, ["aliexpress-2016"], 600)
            self.do("add", number(0), "--closes", "2026-11-22")
            remind = ["remind", "--exec", "cat >> sent; echo >> runs"]
            for i in range(3):
                with open(self.path("%d.jsonl" % i), "wb") as file:
                    file.write(jsonl(orders[i * 150 : (i + 2) * 150]))
            imports = [["import", "%d.jsonl" % i, "--quiet"] for i in range(3)]
            adds = [["add", number(i + 1), "--closes", "2026-11-22"] for i in range(WRITERS)]
            readers = [["export"], ["list", "--all", "--json"], ["stats"], ["log"]] * 2
            self.assert_all_done(self.begin(imports + adds + [remind] * 3 + readers))
            self.do(*remind)  # for orders added after the last run
            listed = self.ask("list", "--all")
            expected = {order["number"] for order in orders} | {number(i) for i in range(17)}
            self.assertEqual(len(listed), len(expected))
            self.assertEqual({order["number"] for order in listed}, expected)
            self.assertEqual(self.ask("remind", "--dry-run"), [])
            with open(self.path("sent"), encoding="utf-8") as file:
                sent = file.read()
            for i in range(WRITERS + 1):
                self.assertEqual(sent.count(number(i)), 1, number(i))
            self.assert_store_is_whole()

    def test_a_reader_sees_a_snapshot(self):
        """A reader never sees part of an import."""
        orders = orders_of(7, ["aliexpress-2016"], 600)
        self.do("add", number(0))
        process = self.start([program(), "import", "-", "--as", "jsonl", "--quiet"])
        process.stdin.write(jsonl(orders[:500]))
        process.stdin.flush()
        wait_until_writing(self.default_store())
        self.assertEqual(len(self.ask("list", "--all")), 1)
        process.stdin.write(jsonl(orders[500:]))
        process.stdin.close()
        process.stdin = None
        while process.poll() is None:
            self.assertIn(len(self.ask("list", "--all")), (1, 601))
        self.assertEqual(process.wait(), 0)
        self.assertEqual(len(self.ask("list", "--all")), 601)


class Locked(ProgramTest):
    """Locks that other processes hold for a long time."""

    def setUp(self):
        super().setUp()
        self.world = World(self.home)
        self.world.do("add", number(0), "--closes", "2026-11-22")
        self.db = sqlite3.connect(self.world.store(), isolation_level=None)
        self.addCleanup(self.db.close)

    def hold(self, *statements):
        for statement in statements:
            self.db.execute(statement).fetchall()

    def test_a_lock_released_in_time(self):
        self.hold("BEGIN IMMEDIATE")
        commands = (["add", number(1)], ["edit", "1", "--title", "x"], ["remind"])
        processes = [self.start([program(), *words]) for words in commands]
        time.sleep(25 if is_long() else 1)
        self.assertEqual([process.poll() for process in processes], [None] * len(commands))
        self.hold("COMMIT")
        for process in processes:
            self.assertEqual(finish(process).code, 0)
        self.assertEqual(self.ask("show", "1")["title"], "x")
        self.assertEqual(len(self.ask("list")), 2)

    @unittest.skipUnless(STRACE, MISSING)
    def test_a_lock_that_is_not_released(self):
        """Replaces the program's sleeps by a counter."""
        old_mode = "PRAGMA journal_mode = DELETE"
        locks = (
            ("a change", ["BEGIN IMMEDIATE"], ["add", number(1)]),
            ("all", ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN IMMEDIATE",
                     "UPDATE orders SET title = 'held'", "COMMIT"], ["list"]),
            ("a reader of the old mode", [old_mode, "BEGIN", "SELECT * FROM orders"],
             ["add", number(1)]),
            ("a change in the old mode", [old_mode, "BEGIN EXCLUSIVE"], ["list"]),
        )
        home = self.home
        for name, statements, words in locks:
            with self.subTest(name):
                self.home = self.path(name)
                self.world = World(self.home)
                self.world.do("add", number(0))
                self.db = sqlite3.connect(self.world.store(), isolation_level=None)
                self.hold(*statements)
                self.assert_waits_and_says_so(words, b"locked")
                self.db.close()
            self.home = home

    @unittest.skipUnless(STRACE, MISSING)
    def test_another_remind_that_does_not_end(self):
        with open(self.world.store() + "-remind", "w", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.assert_waits_and_says_so(["remind"], b"remind")
        self.assertTrue(self.world.do("remind").out)

    def assert_waits_and_says_so(self, words, reason):
        log = self.path("log")
        asleep = watching(log, SLEEPS, "--inject=%s:retval=0" % SLEEPS)
        answer = self.world.run(*words, under=asleep)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(reason, answer.err)
        self.assertEqual(answer.out, b"")
        slept = 0
        for _, _, arguments, _ in calls_in(log):
            seconds, nanoseconds = SLEEP.search(arguments).groups()
            slept += int(seconds) + int(nanoseconds) / 1e9
        self.assertAlmostEqual(slept, PATIENCE, delta=1)

    @unittest.skipUnless(is_long(), "takes half a minute: ALIPROTECT_FAULTS=all")
    def test_the_wait_for_a_lock_in_real_time(self):
        self.hold("BEGIN IMMEDIATE")
        answer = self.world.run("add", number(1))
        self.assert_one_line_of_error(answer, 5)


if __name__ == "__main__":
    main()
