"""Several programs with one store on a PostgreSQL server, and failures of the server."""

import concurrent.futures
import json
import os
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

WRITERS = 8
ORDERS = 12  # of each writer


class Team(ServerCase):
    def new_store(self):
        return self.server.new_store(self._testMethodName[:40])

    def at(self, store, *words, **more):
        return self.run_program("--db", store, *words, **more)

    def ids(self, store):
        answer = self.at(store, "list", "--all", "--format", "ids")
        self.assertEqual(answer.code, 0, answer)
        return answer.out.split()

    def test_parallel_writers_lose_nothing(self):
        store = self.new_store()

        def work(writer):
            number = 305100000000001 + writer * 1000
            for order in range(ORDERS):
                answer = self.at(store, "add", str(number + order), "--quiet")
                self.assertEqual(answer.code, 0, answer)
                answer = self.at(store, "edit", str(number + order), "--title", "T%d" % order)
                self.assertEqual(answer.code, 0, answer)

        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(work, range(WRITERS)))
        orders = json.loads(self.at(store, "list", "--all", "--json").out)
        self.assertEqual(len(orders), WRITERS * ORDERS)
        self.assertEqual(sorted(order["id"] for order in orders),
                         list(range(1, WRITERS * ORDERS + 1)))
        for order in orders:
            self.assertEqual(order["title"], "T%d" % (int(order["number"]) % 1000 - 1))
        entries = json.loads(self.at(store, "log", "--json").out)
        self.assertEqual([entry["entry"] for entry in entries],
                         list(range(2 * WRITERS * ORDERS, 0, -1)))
        answer = self.at(store, "check")
        self.assertEqual(answer.code, 0, answer)

    def test_parallel_changes_of_one_order_keep_all_tags(self):
        store = self.new_store()
        self.at(store, "add", "305100000000001")

        def work(writer):
            answer = self.at(store, "edit", "1", "--add-tag", "t%d" % writer)
            self.assertEqual(answer.code, 0, answer)

        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(work, range(2 * WRITERS)))
        order = json.loads(self.at(store, "show", "1", "--json").out)
        order = order[0] if isinstance(order, list) else order
        self.assertEqual(sorted(order["tags"]), sorted("t%d" % i for i in range(2 * WRITERS)))

    def test_one_number_is_added_once(self):
        store = self.new_store()
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            answers = list(
                pool.map(lambda _: self.at(store, "add", "305100000000001"), range(WRITERS))
            )
        self.assertEqual(sorted(answer.code for answer in answers), [0] + [1] * (WRITERS - 1))
        for answer in answers:
            if answer.code:
                self.assertIn(b"already exists with id 1", answer.err)
        self.assertEqual(self.ids(store), [b"1"])

    def test_reminders_are_sent_once(self):
        store = self.new_store()
        for number in range(10):
            self.at(store, "add", str(305100000000001 + number), "--closes", "2026-11-21T12:00Z")
        sent = self.path("sent")
        remind = ("remind", "--exec", "cat >> '%s'; sleep 0.3" % sent)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: self.at(store, *remind), range(4)))
        for answer in answers:
            self.assertIn(answer.code, (0, 1), answer)
        self.assertEqual(self.at(store, "remind", "--dry-run").out, b"", "nothing is left to send")
        with open(sent) as file:
            text = file.read()
        for number in range(10):
            self.assertEqual(text.count("(%d)" % (305100000000001 + number)), 1, text)

    def test_a_killed_server_loses_no_acknowledged_order(self):
        store = self.new_store()
        self.at(store, "list")
        known = set()
        for attempt in range(6):
            stop = threading.Event()

            def work(writer):
                order = 0
                while not stop.is_set():
                    number = 305100000000001 + attempt * 1000000 + writer * 10000 + order
                    answer = self.at(store, "add", str(number))
                    if answer.code == 0:
                        known.add(str(number))
                    else:
                        # libpq prints the server's last message if it arrives while it connects.
                        lines = answer.err.splitlines(keepends=True)
                        last = answer._replace(err=lines[-1])
                        self.assert_one_line_of_error(last, 5)
                        self.assertLessEqual(len(lines), 2, answer)
                    order += 1

            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                work_done = [pool.submit(work, writer) for writer in range(2)]
                time.sleep(0.15 + attempt * 0.05)
                self.server.kill()
                stop.set()
                self.server.start()
                for each in work_done:
                    each.result()
        exported = json.loads(self.at(store, "list", "--all", "--json").out)
        recorded = {order["number"] for order in exported}
        self.assertLessEqual(known, recorded, "an acknowledged order is missing")
        self.assertGreater(len(known), 0)
        answer = self.at(store, "check")
        self.assertEqual(answer.code, 0, answer)

    def test_errors_are_one_line(self):
        self.server.sql("CREATE ROLE stranger LOGIN; CREATE ROLE reader LOGIN")
        store = self.new_store()
        schema = self._testMethodName[:40]
        self.at(store, "add", "305100000000001")
        stranger = self.server.uri(schema, "stranger")
        self.assert_one_line_of_error(self.at(stranger, "add", "305100000000002"), 5)
        self.server.sql(
            'GRANT USAGE ON SCHEMA "%s" TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA "%s" TO reader'
            % (schema, schema)
        )
        reader = self.server.uri(schema, "reader")
        self.assertEqual(self.at(reader, "list", "--format", "ids").out, b"1\n")
        answer = self.at(reader, "add", "305100000000002")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"does not let you change it", answer.err)
        read_only = store + "%20-cdefault_transaction_read_only%3Don"
        answer = self.at(read_only, "add", "305100000000002")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"is read-only", answer.err)
        self.server.sql('UPDATE "%s".aliprotect_store SET version = 99' % schema)
        answer = self.at(store, "list")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"newer version", answer.err)
        nowhere = "postgresql:///postgres?host=%s" % self.path("none")
        answer = self.at(nowhere, "list")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"cannot connect", answer.err)

    def test_a_password_is_never_shown(self):
        store = self.new_store()
        secret = store.replace("aliprotect@", "aliprotect:geheim%40%2F@") + "&password=geheim2"
        runs = [
            self.at(secret, "list"),
            self.at(secret, "add", "305100000000001"),
            self.run_program("--db=" + secret, "edit", "1", "--title", "Lamp"),
            self.at(secret, "log"),
            self.at(secret, "log", "--json"),
            self.at(secret, "check"),
            self.at(secret, "check", "--json"),
            self.at(secret, "backup", self.path("copy.db")),
            self.at(secret.replace(self.server.folder, self.path("none")), "list"),
            self.at(secret.replace("geheim%40%2F", "geheim@/x?:"), "list"),
            self.at(secret.replace("geheim%40%2F", "geheim%"), "list"),
        ]
        # Without --db, and with other mistakes.
        for words in ([secret, "list"], ["list", secret], ["show", secret], ["add", secret], ["import", secret],
                      ["rules", "show", secret], ["backup", secret], ["--dbx=" + secret, "list"],
                      ["--db", secret, "nosuch"], ["--db", secret, "--help"], ["--db", secret, "undo", "9"],
                      ["--db", secret.replace("postgresql", "PostgreSQL"), "list"],
                      ["--db", secret, "--db", secret, "list"], ["--db", secret, "sync"]):
            runs.append(self.run_program(*words))
        env = self.environment(ALIPROTECT_DB=secret)
        for words in (["list"], ["check"], ["nosuch"], [], ["--help"], ["sync"]):
            runs.append(self.run_program(*words, env=env))
        config = os.path.join(self.home, ".config", "aliprotect")
        os.makedirs(config)
        for line in ('db = "%s"', 'db = "%s', "db = %s", 'db = "%s" x', 'dbx = "%s"', 'db "%s"', 'db = ["%s"]',
                     'db = "%s"\ndb = "x"'):
            with open(os.path.join(config, "config.toml"), "w", encoding="utf-8") as file:
                file.write(line % secret + "\n")
            for words in (["list"], ["check", "--json"], ["sync"]):
                runs.append(self.run_program(*words))
        for answer in runs:
            self.assertNotIn(b"geheim", answer.out + answer.err)
        rows = self.server.sql('SELECT command FROM "%s".entries' % self._testMethodName[:40])
        self.assertIn("305100000000001", rows)
        self.assertNotIn("geheim", rows)


if __name__ == "__main__":
    program.main()
