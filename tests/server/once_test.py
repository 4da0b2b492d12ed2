"""Two computers that run `sync` of the same mailbox and `remind` at the same time: everything is done once."""

import concurrent.futures
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from mails import life_of  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402

COMPUTERS = 4
ROUNDS = 5
ORDERS = 4  # of each round


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Once(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.store = self.server.new_store("orders")
        os.makedirs(self.path("Maildir", "cur"))
        os.makedirs(self.path("Maildir", "new"))
        for computer in range(COMPUTERS):
            folder = self.path("home%d" % computer, ".config", "aliprotect")
            os.makedirs(folder)
            with open(os.path.join(folder, "config.toml"), "w") as file:
                file.write("[sources.mail]\npath = %s\n" % json.dumps(self.path("Maildir")))

    def on_all_computers(self, *words):
        """Runs a command on all at once. Returns what they printed."""

        def run(computer):
            env = self.environment(HOME=self.path("home%d" % computer), ALIPROTECT_DB=self.store)
            answer = self.run_program(*words, env=env)
            self.assertEqual(answer.code, 0, answer)
            return answer.out

        with concurrent.futures.ThreadPoolExecutor(COMPUTERS) as pool:
            return list(pool.map(run, range(COMPUTERS)))

    def deliver(self, mails, round_number):
        for number, mail in enumerate(mails):
            name = "17958%05d.M%dP7.host" % (round_number * 100 + number, number)
            with open(self.path("Maildir", "new", name), "wb") as file:
                file.write(mail)

    def test_sync(self):
        numbers = []
        for round_number in range(ROUNDS):
            new = [str(8190000000010001 + 10 * round_number + each) for each in range(ORDERS)]
            mails = [mail for each in new for mail in life_of(each, "LP00123" + each[-9:])]
            self.deliver(mails, round_number)
            numbers += new
            printed = self.on_all_computers("sync")
            reports = [text for text in printed if b"new order" in text or b"changed" in text]
            self.assertEqual(reports, [b"mail: %d new orders\n" % ORDERS])
        orders = self.ask("--db", self.store, "list", "--all")
        self.assertEqual(sorted(order["number"] for order in orders), numbers)
        log = self.ask("--db", self.store, "log")
        self.assertEqual(len(log), ROUNDS)
        mails = [origin["message_id"] for entry in log for origin in entry["origins"]]
        self.assertEqual(len(mails), len(set(mails)), "a mail is recorded twice")
        self.do("--db", self.store, "check")

    def test_remind(self):
        sent = self.path("sent")
        for round_number in range(ROUNDS):
            number = str(305100000000001 + round_number)
            self.do("--db", self.store, "add", number, "--closes", "2026-11-21T12:00Z")
            self.on_all_computers("remind", "--exec", "cat >> '%s'; sleep 0.1" % sent)
            with open(sent) as file:
                self.assertEqual(file.read().count(number), 1)

    def test_a_server_does_not_end_the_session_while_reminders_are_sent(self):
        store = self.store + "%20-cidle_session_timeout%3D200"
        sent = self.path("sent")
        self.do("--db", store, "add", "305100000000001", "--closes", "2026-11-21T12:00Z")
        for _ in range(2):
            self.do("--db", store, "remind", "--exec", "echo sent >> '%s'; sleep 1" % sent)
        with open(sent) as file:
            self.assertEqual(file.read(), "sent\n")


if __name__ == "__main__":
    program.main()
