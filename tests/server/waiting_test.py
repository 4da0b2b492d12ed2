"""What programs wait for, and what they do after their session has ended."""

import os
import shlex
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

END_SESSIONS = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE application_name = 'aliprotect' AND backend_type = 'client backend'
"""


def order(number):
    return program.jsonl([{"number": str(305100000000000 + number)}])


def printing(number):
    """Returns a script."""
    return "\necho " + shlex.quote(order(number).decode().strip()) + "\n"


class Waiting(ServerCase):
    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:60]
        self.store = self.server.new_store(self.schema)

    def numbers(self):
        return [order["number"][-1] for order in self.ask("--db", self.store, "list", "--all")]

    def psql(self, sql):
        """Returns a command for a shell."""
        words = ["-X", "-q", "-h", self.server.folder, "-U", "aliprotect", "-d", "postgres", "-c", sql]
        return "cd / && " + shlex.join(self.server.command("psql", *words)) + " > /dev/null"

    def add_sources(self, *scripts):
        """Adds sources a, b and so on, with commands."""
        os.makedirs(self.path(".config", "aliprotect"))
        with open(self.path(".config", "aliprotect", "config.toml"), "w") as config:
            for name, script in zip("abc", scripts):
                with open(self.path(name + ".sh"), "w") as file:
                    file.write(script)
                config.write('[sources.%s]\ncommand = "sh %s"\n' % (name, self.path(name + ".sh")))

    def test_a_session_that_ends_while_the_command_of_a_source_runs(self):
        self.add_sources("true" + printing(1), self.psql(END_SESSIONS) + printing(2))
        answer = self.do("--db", self.store, "sync")
        self.assertEqual(answer.err, b"")
        self.assertEqual(self.numbers(), ["1", "2"])

    def test_an_error_of_a_source_is_not_about_those_before_it(self):
        lock = 'ALTER DATABASE postgres SET default_transaction_read_only = on'
        self.addCleanup(
            self.server.sql,
            "BEGIN; SET transaction_read_only = off;"
            "ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT",
        )
        script = self.psql(lock) + "\n" + self.psql("SET transaction_read_only = off;" + END_SESSIONS)
        self.add_sources("true" + printing(1), script + printing(2))
        answer = self.run_program("--db", self.store, "sync")
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual(answer.out, b"a: 1 new order\n")
        self.assertTrue(answer.err.startswith(b"aliprotect: b: "), answer.err)
        self.assertIn(b"is read-only, such as a standby, so nothing was recorded", answer.err)
        self.assertNotIn(b"the change was recorded", answer.err)
        self.assertEqual(self.numbers(), ["1"])

    def test_others_do_not_wait_for_standard_input(self):
        for store in (self.path("orders.db"), self.store):
            self.do("--db", store, "add", "305100000000001")
            waiting = self.start([program.program(), "--db", store, "import", "-", "--as", "jsonl"])
            time.sleep(0.5)
            self.do("--db", store, "add", "305100000000002")  # waits 30 s at most
            self.assertIsNone(waiting.poll())
            answer = program.finish(waiting, order(3))
            self.assertEqual(answer.code, 0, answer)
            self.assertEqual(len(self.ask("--db", store, "list", "--all")), 3)

    def test_a_large_import_does_not_wait_for_readers(self):
        self.do("--db", self.store, "import", os.devnull)
        table = '"%s".orders' % self.schema
        reading = "BEGIN; SELECT count(*) FROM %s; SELECT pg_sleep(600)" % table
        reader = self.start(["sh", "-c", "exec 2> /dev/null; " + self.psql(reading)])
        self.server.wait_for("SELECT 1 FROM pg_locks WHERE relation = '%s'::regclass" % table)
        self.do("--db", self.store, "import", "-", "--as", "jsonl", "--quiet",
                input=b"".join(order(number) for number in range(1, 6001)))
        self.do("--db", self.store, "check")
        self.assertIsNone(reader.poll())
        self.server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE query LIKE 'BEGIN%pg_sleep(600)'")


if __name__ == "__main__":
    program.main()
