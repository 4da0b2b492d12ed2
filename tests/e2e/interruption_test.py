"""Ctrl-C, kill -9 and parallel commands: a change is recorded completely or not at all."""

import os
import signal
import subprocess

from program import ProgramTest, finish, jsonl, main, program, shell_code, wait_until_writing
from reference.order_maker import orders_of

NUMBER = "3051000000421234"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


class Interruption(ProgramTest):
    def interrupted_import(self, signal_number):
        """Stopped in the middle: the rows have been read, but not the end of the file."""
        process = self.start([program(), "import", "-", "--as", "jsonl"])
        process.stdin.write(jsonl(orders_of(13, ["aliexpress-2016"], 600)))
        process.stdin.flush()
        wait_until_writing(self.default_store())
        process.send_signal(signal_number)
        return finish(process)

    def assert_ended_by(self, signal_number, answer):
        self.assertEqual(shell_code(answer.code), 128 + signal_number, answer)
        self.assertEqual(answer.out, b"")

    def test_an_import_into_a_store(self):
        self.do("add", NUMBER, "--title", "USB hub")
        before = self.do("export").out
        for signal_number in SIGNALS:
            with self.subTest(signal_number.name):
                self.assert_ended_by(signal_number, self.interrupted_import(signal_number))
                self.assertEqual(self.do("export").out, before)
                self.assert_store_is_whole()

    def test_a_file_that_is_written(self):
        """The temporary file is removed, unless the signal cannot be caught."""
        self.do("add", NUMBER)
        for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal_number.name):
                process = self.start(
                    [program(), "import", "-", "--as", "jsonl", "--rejects", self.path("rejects.jsonl")]
                )
                process.stdin.write(b"no order\n" + jsonl(orders_of(13, ["aliexpress-2016"], 600)))
                process.stdin.flush()
                wait_until_writing(self.default_store())
                self.assertEqual(len(self.drafts()), 1)
                process.send_signal(signal_number)
                self.assert_ended_by(signal_number, finish(process))
                self.assertEqual(self.drafts(), [])

    def drafts(self):
        return [name for name in os.listdir(self.home) if name.startswith("rejects.jsonl")]

    def test_the_next_change_finds_the_store_free(self):
        self.interrupted_import(signal.SIGKILL)
        orders = orders_of(13, ["aliexpress-2016"], 600)
        self.assertEqual(self.import_orders(orders)["new"], 600)
        self.assert_store_is_whole()

    def test_the_very_first_import(self):
        home = self.home
        for signal_number in SIGNALS:
            with self.subTest(signal_number.name):
                self.home = os.path.join(home, signal_number.name)
                os.mkdir(self.home)
                self.assert_ended_by(signal_number, self.interrupted_import(signal_number))
                self.assertEqual(self.ask("list", "--all"), [])
                self.assertEqual(self.ask("add", NUMBER)["id"], 1)
                self.assert_store_is_whole()

    def test_ctrl_c_before_an_order_is_read(self):
        self.do("add", NUMBER)
        process = self.start([program(), "import", "-", "--as", "jsonl"])
        process.stdin.write(b"{")  # the change begins with the input
        process.stdin.flush()
        wait_until_writing(self.default_store())
        process.send_signal(signal.SIGINT)
        self.assert_ended_by(signal.SIGINT, finish(process))
        self.assertEqual(len(self.ask("list", "--all")), 1)

    def test_an_output_file_is_the_old_one_or_the_complete_new_one(self):
        self.import_orders(orders_of(13, ["aliexpress-2016"], 600))
        whole = self.do("export").out
        with open(self.path("orders.json"), "wb") as file:
            file.write(b"[]\n")
        for wait in range(0, 40, 2):
            process = self.start([program(), "export", "--output", "orders.json"])
            try:
                process.wait(wait / 1000)
            except subprocess.TimeoutExpired:
                process.kill()
            finish(process)
            with open(self.path("orders.json"), "rb") as file:
                self.assertIn(file.read(), (b"[]\n", whole))


class ManyAtOnce(ProgramTest):
    COUNT = 8

    def add_all(self):
        """Each in a separate process; concurrent readers must not block them."""
        numbers = ["30510000000%d1234" % i for i in range(self.COUNT)]
        adds = [self.start([program(), "add", number, "--json"]) for number in numbers]
        questions = [self.start([program(), "list", "--json"]) for _ in range(3)]
        for process in adds + questions:
            answer = finish(process)
            self.assertEqual(answer.code, 0, answer)
        return numbers

    def assert_recorded(self, numbers):
        listed = self.ask("list", "--all")
        self.assertEqual(sorted(order["number"] for order in listed), sorted(numbers))
        ids = sorted(order["id"] for order in listed)
        self.assertEqual(ids, list(range(1, len(numbers) + 1)))
        self.assert_store_is_whole()

    def test_adds(self):
        self.do("add", NUMBER)
        self.assert_recorded([NUMBER] + self.add_all())

    def test_the_first_adds_of_all(self):
        home = self.home
        for round in range(3):
            with self.subTest(round=round):
                self.home = os.path.join(home, str(round))
                os.mkdir(self.home)
                self.assert_recorded(self.add_all())

    def test_one_of_two_equal_adds_succeeds(self):
        adds = [self.start([program(), "add", NUMBER]) for _ in range(self.COUNT)]
        codes = sorted(finish(process).code for process in adds)
        self.assertEqual(codes, [0] + [1] * (self.COUNT - 1))
        self.assert_recorded([NUMBER])

    def test_an_import_and_adds(self):
        orders = orders_of(13, ["aliexpress-2016"], 300)
        process = self.start([program(), "import", "-", "--as", "jsonl", "--quiet"])
        adds = [self.start([program(), "add", "30510000000%d9999" % i]) for i in range(3)]
        answer = finish(process, jsonl(orders))
        self.assertEqual(answer.code, 0, answer)
        for add in adds:
            answer = finish(add)
            self.assertEqual(answer.code, 0, answer)
        self.assertEqual(len(self.ask("list", "--all")), 303)
        self.assert_store_is_whole()


if __name__ == "__main__":
    main()
