"""The connection or the server fails at each statement of a command.

Every command then succeeds or fails with one line, the store is whole, and exactly what was
acknowledged is recorded.
"""

import itertools
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from cutting_proxy import CuttingProxy  # noqa: E402
from server_case import ServerCase  # noqa: E402

# With the sanitizers, the connection is cut at every third statement, to save minutes.
STEP = 3 if program.has_sanitizers() else 1
SAMPLE = 12  # the server itself is killed at every twelfth statement, and at COMMIT
RECORDED = b"; the change was recorded\n"  # the connection was lost after it
SENT_AGAIN = b"the reminders were sent, but this could not be recorded"


class Statements(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.numbers = itertools.count(305100000000001)

    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName
        self.store = self.server.new_store(self.schema)
        self.do_direct("add", self.new_number())

    def new_number(self):
        return str(next(self.numbers))

    def do_direct(self, *words):
        return self.do("--db", self.store, *words)

    def recorded(self):
        """Returns the numbers of all orders, and how many changes the log has."""
        entries, *numbers = self.server.sql(
            'SELECT count(*)::text FROM "%s".entries UNION ALL SELECT number FROM "%s".orders'
            % (self.schema, self.schema)
        ).split()
        return set(numbers), int(entries)

    def restart(self):
        self.server.kill()
        self.server.start()

    def faults(self):
        """Yields proxies until a command has fewer statements than the next one would cut."""
        for after_answer in (False, True):
            for cut_at in itertools.count(1 if after_answer else 0, STEP):
                with CuttingProxy(self.server, cut_at, after_answer) as proxy:
                    yield proxy
                if not proxy.has_cut:
                    print("fewer than %d statements" % cut_at)
                    break
                if cut_at % SAMPLE == 0 or b"COMMIT" in proxy.text:
                    with CuttingProxy(self.server, cut_at, after_answer, self.restart) as proxy:
                        yield proxy
                    self.assertTrue(proxy.has_cut)

    def run_through(self, proxy, *words, **more):
        store = self.store.replace(self.server.folder, proxy.folder.name)
        answer = self.run_program("--db", store, *words, **more)
        while not self.server.answers():  # it is being started again
            time.sleep(0.1)
        if answer.code != 0:
            self.assert_one_line_of_error(answer, 5)
        return answer

    def assert_is_whole(self, context):
        answer = self.run_program("--db", self.store, "check")
        self.assertEqual(answer.code, 0, (context, answer))

    def check(self, words_of_change, expected):
        """Runs a change with each fault. `words_of_change` prepares one and returns its words and
        its input; `expected` returns the numbers that are recorded if it was acknowledged."""
        for proxy in self.faults():
            words, data = words_of_change()
            before, entries = self.recorded()
            answer = self.run_through(proxy, *words, input=data)
            context = (proxy.cut_at, proxy.after_answer, proxy.text, answer)
            if b"COMMIT" in proxy.text and proxy.after_answer:
                self.assertEqual(answer.code, 0, context)
            is_recorded = answer.code == 0 or answer.err.endswith(RECORDED)
            if answer.code != 0 and is_recorded:
                self.assertNotIn(b"nothing was recorded", answer.err)
            after = (expected(before), entries + 1) if is_recorded else (before, entries)
            self.assertEqual(self.recorded(), after, context)
            self.assert_is_whole(context)

    def test_add(self):
        number = [""]

        def change():
            number[0] = self.new_number()
            return ("add", number[0], "--tag", "new"), b""

        self.check(change, lambda before: before | {number[0]})

    def test_import(self):
        numbers = []

        def change():
            numbers[:] = [self.new_number() for _ in range(3)]
            orders = [{"number": number, "title": "Lamp"} for number in numbers]
            return ("import", "-", "--as", "jsonl"), program.jsonl(orders)

        self.check(change, lambda before: before | set(numbers))

    def test_set_up_of_the_connection(self):
        with CuttingProxy(self.server, 1) as proxy:
            answer = self.run_through(proxy, "edit", "1", "--title", "Lamp")
        self.assertEqual(answer.code, 5)
        self.assertIn(b"cannot connect to", answer.err)

    def test_undo(self):
        number = [""]

        def change():
            number[0] = self.new_number()
            self.do_direct("add", number[0])
            return ("undo",), b""

        self.check(change, lambda before: before - {number[0]})

    def test_remind(self):
        sent = self.path("sent")
        for proxy in self.faults():
            number = self.new_number()
            self.do_direct("add", number, "--closes", "2026-11-21T12:00Z")
            remind = ("remind", "--lead", "1d", "--kind", "closes", "--exec", "cat >> '%s'" % sent)
            answer = self.run_through(proxy, *remind)
            self.do_direct(*remind)
            with open(sent) as file:
                times = file.read().count(number)
            context = (proxy.cut_at, proxy.after_answer, proxy.text, answer)
            self.assertEqual(times, 2 if SENT_AGAIN in answer.err else 1, context)
            self.assert_is_whole(context)
            self.do_direct("remove", number)


if __name__ == "__main__":
    program.main()
