"""Import with terminals, slow input, Ctrl-C, full disks and existing files."""

import os
import pty
import signal
import time

from program import WAIT, ProgramTest, finish, main, program, shell_code, wait_until_writing

HEADER = b"Order ID,Title,Status,Order date\n"
LAST_WORD = b"\r\x1b[K"  # clears the progress line


def rows(first, count):
    return b"".join(
        b"30510%07d1234,Lamp,Awaiting shipment,2017-10-01\n" % number
        for number in range(first, first + count)
    )


class Terminal(ProgramTest):
    """Standard error is a terminal, and the rows arrive slowly."""

    def slow_import(self, *words, enough, env=None):
        """Returns the terminal's output, until `enough` accepts it or many rows were sent."""
        master, slave = pty.openpty()
        self.addCleanup(os.close, master)
        process = self.start(
            [program(), "import", "-", *words],
            self.environment(TERM="xterm") if env is None else env,
            stderr=slave,
        )
        os.close(slave)
        os.set_blocking(master, False)
        process.stdin.write(HEADER)
        shown = b""
        for batch in range(60):
            process.stdin.write(rows(batch * 1000, 1000))
            process.stdin.flush()
            time.sleep(0.05)
            shown += self.read(master)
            if enough(shown):
                break
        process.stdin.close()
        process.wait(timeout=WAIT)
        shown += self.read(master)
        self.assertEqual(process.returncode, 0, shown)
        return shown, process.stdout.read()

    @staticmethod
    def read(terminal):
        shown = b""
        while True:
            try:
                more = os.read(terminal, 65536)
            except (BlockingIOError, OSError):
                return shown
            if not more:
                return shown
            shown += more

    def test_progress_is_shown_and_removed(self):
        shown, out = self.slow_import(enough=lambda shown: b"rows read" in shown)
        self.assertRegex(shown, rb"\r\x1b\[K[0-9]+ rows read")
        self.assertTrue(shown.endswith(LAST_WORD), shown)
        self.assertRegex(out, rb"^read [0-9]+: ")
        self.assertNotIn(b"rows read", out)

    def test_no_progress_with_quiet_or_without_a_terminal(self):
        for kind, words, env in (
            ("--quiet", ["--quiet"], None),
            ("a dumb terminal", [], self.environment(TERM="dumb")),
        ):
            with self.subTest(kind):
                store = kind + ".db"
                shown, _ = self.slow_import("--db", store, *words, enough=lambda _: False, env=env)
                self.assertEqual(shown, b"")

    def test_each_rejected_row_is_written_on_its_own_line(self):
        master, slave = pty.openpty()
        self.addCleanup(os.close, master)
        content = HEADER + rows(0, 2000) + b"x,Lamp,Completed,2026-10-01\n"
        answer = self.run_program(
            "import", "-", input=content, env=self.environment(TERM="xterm"), stderr=slave
        )
        os.close(slave)
        self.assertEqual(answer.code, 4)
        last = self.read(master).split(LAST_WORD)[-1]
        self.assertTrue(last.startswith(b"aliprotect: standard input:2002: "), last)


class Interrupted(ProgramTest):
    def begin(self, *words):
        """Some thousand rows have been read, but not the end of the file."""
        process = self.start([program(), "import", "-", *words])
        process.stdin.write(HEADER + b"x,bad,,\n" + rows(0, 12_000))
        process.stdin.flush()
        wait_until_writing(self.default_store())
        return process

    def test_ctrl_c_records_nothing_and_leaves_no_half_file_of_rejected_rows(self):
        self.do("add", "3051000000421234")
        before = self.do("export").out
        with open(self.path("rejects.csv"), "wb") as file:
            file.write(b"old\n")
        process = self.begin("--rejects", "rejects.csv")
        process.send_signal(signal.SIGINT)
        answer = finish(process)
        self.assertEqual(shell_code(answer.code), 130, answer)
        self.assertEqual(self.do("export").out, before)
        with open(self.path("rejects.csv"), "rb") as file:
            self.assertEqual(file.read(), b"old\n")
        self.assert_store_is_whole()


class Files(ProgramTest):
    CONTENT = HEADER + b"x,Lamp,Completed,2026-10-01\n" + rows(0, 3)

    def setUp(self):
        super().setUp()
        with open(self.path("orders.csv"), "wb") as file:
            file.write(self.CONTENT)

    def test_a_full_disk_for_rejected_rows_records_nothing(self):
        answer = self.run_program("import", "orders.csv", "--rejects", "/dev/full")
        self.assertEqual(answer.code, 1, answer)
        self.assertIn(b"/dev/full cannot be written", answer.err)
        self.assertEqual(self.ask("list", "--all"), [])

    def test_rejected_rows_cannot_overwrite_the_input_file(self):
        os.symlink("orders.csv", self.path("link.csv"))
        for name in ("orders.csv", "./orders.csv", "link.csv"):
            with self.subTest(name):
                answer = self.run_program("import", "orders.csv", "--rejects", name)
                self.assert_one_line_of_error(answer, 2)
                with open(self.path("orders.csv"), "rb") as file:
                    self.assertEqual(file.read(), self.CONTENT)

    def test_rejected_rows_can_be_fixed_and_imported(self):
        self.assertEqual(
            self.run_program("import", "orders.csv", "--rejects", "rejects.csv").code, 4
        )
        with open(self.path("rejects.csv"), "rb") as file:
            rejects = file.read()
        self.assertEqual(rejects, HEADER + b"x,Lamp,Completed,2026-10-01\n")
        report = self.ask("import", "-", input=rejects.replace(b"x,", b"3051000000421234,"))
        self.assertEqual((report["read"], report["new"]), (1, 1))

    def test_a_dry_run_creates_no_store(self):
        answer = self.run_program("import", "orders.csv", "--dry-run", "--json")
        self.assertEqual(answer.code, 4, answer)
        self.assertFalse(os.path.exists(self.default_store()))

    def test_several_files_with_different_facts_of_one_order(self):
        first = HEADER + b"3051000000421234,Lamp,Awaiting delivery,2026-10-01\n"
        second = b"Bestellnummer;Status;Gesamtpreis\n3051000000421234;Abgeschlossen;12,34 \xe2\x82\xac\n"
        for name, content in (("first.csv", first), ("second.csv", second)):
            with open(self.path(name), "wb") as file:
                file.write(content)
        report = self.ask("import", "first.csv", "second.csv")
        self.assertEqual((report["new"], report["changed"]), (1, 1))
        order = self.ask("show", "3051000000421234")
        self.assertEqual(order["title"], "Lamp")
        self.assertEqual(order["price"], {"amount": "12.34", "currency": "EUR"})
        self.assertEqual(order["status"], "confirmed")


class Large(ProgramTest):
    """Sizes far beyond those of real files."""

    def imported(self, content):
        answer = self.run_program("import", "-", "--json", input=content)
        self.assertIn(answer.code, (0, 4), answer.err[:500])
        return answer

    def test_a_cell_of_a_megabyte(self):
        self.imported(b"Order ID,Title\n3051000000421234,\"" + (b"x" * 999 + b"\n") * 1_000 + b"y\"\n")
        self.assertEqual(len(self.ask("show", "3051000000421234")["title"]), 1_000_001)

    def test_a_hundred_thousand_columns(self):
        names = b",".join(b"column%d" % number for number in range(100_000))
        answer = self.imported(
            b"Order ID," + names + b"\n3051000000421234," + b"1," * 99_999 + b"1\n"
        )
        self.assertLess(len(answer.err), 1_000)
        self.assertIn(b" and at least 980 more", answer.err)
        self.assertEqual(len(self.ask("list", "--all")), 1)

    def test_an_order_of_many_rows(self):
        content = b"".join(b"3051000000421234,item %d\n" % number for number in range(20_000))
        answer = self.imported(b"Order ID,Title\n" + content)
        self.assertEqual(answer.code, 4)
        self.assertEqual(self.ask("list", "--all"), [])


if __name__ == "__main__":
    main()
