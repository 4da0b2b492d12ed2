"""Pipes, full disks, closed streams and terminals."""

import errno
import json
import os
import pty
import re
import stat

from program import ProgramTest, finish, jsonl, main, program
from reference.order_maker import orders_of

SURE = "3051000000421234"  # recorded before each test
NEW = "3051000000431234"

SGR = re.compile(rb"\x1b\[[0-9;]*m")
CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


class Streams(ProgramTest):
    def setUp(self):
        super().setUp()
        self.do("add", SURE, "--title", "USB hub", "--closes", "+2d")

    def assert_unchanged_or_whole(self):
        """Checks that the store is intact, and has the complete change or nothing of it."""
        self.assert_store_is_whole()
        numbers = [order["number"] for order in self.ask("list", "--all")]
        self.assertIn(numbers, ([SURE], [SURE, NEW]))


class Pipes(Streams):
    """A reader that stops reading is not an error, whether SIGPIPE kills or is ignored."""

    QUESTIONS = (
        ["list", "--all"],
        ["list", "--all", "--format", "jsonl"],
        ["export", "--format", "json"],
        ["export", "--format", "jsonl"],
    )

    def setUp(self):
        super().setUp()
        self.import_orders(orders_of(3, ["aliexpress-2016"], 1500), "--quiet")

    def import_orders(self, orders, *words):
        return self.do(*words, "import", "-", "--as", "jsonl", input=jsonl(orders))

    def test_first_line_only(self):
        for words in self.QUESTIONS:
            for restore in (True, False):
                with self.subTest(words=words, sigpipe="default" if restore else "ignored"):
                    process = self.start([program(), *words], restore_signals=restore)
                    self.assertTrue(process.stdout.read(1))
                    process.stdout.close()
                    error = process.stderr.read()
                    self.assertEqual((process.wait(), error), (0, b""))

    def test_no_reader_at_all(self):
        for words in self.QUESTIONS + (["due"], ["show", "1"], ["--help"]):
            with self.subTest(words=words):
                reading, writing = os.pipe()
                os.close(reading)
                process = self.start([program(), *words], stdout=writing)
                os.close(writing)
                error = process.stderr.read()
                self.assertEqual((process.wait(), error), (0, b""))

    def test_head(self):
        answer = self.run_shell('"$0" export --format jsonl | head -n 1')
        self.assertEqual((answer.code, answer.err), (0, b""))
        self.assertEqual(json.loads(answer.out)["number"], SURE)


class NowhereToWrite(Streams):
    READING = (
        ["list"],
        ["list", "--json"],
        ["due"],
        ["next", "--all"],
        ["show", "1"],
        ["export"],
        ["rules", "list"],
        ["--help"],
        ["--version"],
        ["list", "--help"],
        [],
    )
    CHANGING = (["add", NEW], ["add", NEW, "--json"], ["edit", "1", "--title", "other"])

    def test_full_disk(self):
        for words in self.READING:
            with self.subTest(words=words):
                answer = self.run_shell('exec "$0" "$@" >/dev/full', *words)
                self.assert_one_line_of_error(answer, 1)

    def test_closed_output(self):
        for words in self.READING:
            with self.subTest(words=words):
                answer = self.run_shell('exec "$0" "$@" >&-', *words)
                self.assert_one_line_of_error(answer, 1)

    def test_changes_leave_the_store_whole(self):
        for words in self.CHANGING:
            for stream in (">/dev/full", ">&-"):
                with self.subTest(words=words, stream=stream):
                    answer = self.run_shell('exec "$0" "$@" ' + stream, *words)
                    self.assertEqual(answer.err.count(b"\n"), 1, answer)
                    self.assert_unchanged_or_whole()

    def test_a_backup_is_kept_if_its_confirmation_cannot_be_printed(self):
        answer = self.run_shell('exec "$0" "$@" >/dev/full', "backup", "copy.db")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"; the copy was written", answer.err)
        self.do("--db", "copy.db", "check", "--quiet")

    def test_nothing_to_say_needs_no_output(self):
        answer = self.run_shell('exec "$0" "$@" >&-', "due", "--within", "1h", "--format", "ids")
        self.assertEqual((answer.code, answer.err), (0, b""))
        answer = self.run_shell('exec "$0" "$@" >&-', "add", NEW, "--quiet")
        self.assertEqual((answer.code, answer.err), (0, b""))

    def test_a_device_or_pipe_is_not_replaced_by_a_file(self):
        os.mkfifo(self.path("pipe"))
        reader = os.open(self.path("pipe"), os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        self.run_program("export", "--output", "pipe")
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path("pipe")).st_mode))


class FullDisk(Streams):
    """Simulated by the file size limit: beyond it, write() fails."""

    LIMITED = "trap '' XFSZ; ulimit -f 300; exec \"$0\" \"$@\""

    def test_the_store_is_as_before(self):
        before = self.do("export").out
        many = jsonl(orders_of(3, ["aliexpress-2016"], 1500))
        answer = self.run_shell(self.LIMITED, "import", "-", "--as", "jsonl", input=many)
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual(self.do("export").out, before)
        self.assert_store_is_whole()
        self.do("add", NEW)

    def test_an_output_file_is_written_completely_or_not_at_all(self):
        self.import_orders(orders_of(3, ["aliexpress-2016"], 500))
        with open(self.path("orders.json"), "w", encoding="utf-8") as file:
            file.write("[]")
        answer = self.run_shell(self.LIMITED, "export", "--output", "orders.json")
        self.assert_one_line_of_error(answer, 1)
        with open(self.path("orders.json"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "[]")
        self.assertEqual(sorted(os.listdir(self.home)), [".local", "orders.json"])


class ClosedStreams(Streams):
    """The store is the next opened file: it must not become a standard stream."""

    CLOSINGS = ("<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-")

    def test_changes(self):
        orders = self.path("orders.jsonl")
        with open(orders, "wb") as file:
            file.write(jsonl([{"number": NEW}, {"number": "no number"}]))
        changes = (
            ["add", NEW],
            ["add", SURE],
            ["add", "no number"],
            ["import", orders],
            ["import", "-"],
            ["edit", "-", "--title", "x"],
        )
        for closing in self.CLOSINGS:
            for words in changes:
                with self.subTest(words=words, closing=closing):
                    self.run_shell('exec "$0" "$@" ' + closing, *words)
                    self.assert_unchanged_or_whole()

    def test_the_first_change_of_all(self):
        for number, closing in enumerate(self.CLOSINGS):
            with self.subTest(closing=closing):
                store = self.path("%d.db" % number)
                self.run_shell('exec "$0" "$@" ' + closing, "--db", store, "add", NEW)
                self.assert_store_is_whole(store)
                listed = self.ask("--db", store, "list")
                self.assertEqual([order["number"] for order in listed], [NEW])

    def test_codes_need_no_error_stream(self):
        for code, words in ((0, ["list"]), (1, ["show", "9"]), (2, ["lst"]), (1, ["add", SURE])):
            with self.subTest(words=words):
                answer = self.run_shell('exec "$0" "$@" 2>&-', *words)
                self.assertEqual(answer.code, code, answer)

    def test_a_full_disk_for_errors_changes_no_code(self):
        answer = self.run_shell('exec "$0" "$@" 2>/dev/full', "show", "9")
        self.assertEqual(answer.code, 1, answer)


class Terminal(Streams):
    def on_terminal(self, *words, **variables):
        """Returns (stdout as received by the terminal, stderr)."""
        try:
            master, slave = pty.openpty()
        except OSError as error:
            self.skipTest(f"this system has no pseudo-terminals: {error}")
        self.addCleanup(os.close, master)
        env = self.environment(**{"TERM": "xterm", **variables})
        process = self.start([program(), *words], env, stdout=slave)
        os.close(slave)
        shown = read_terminal(master)
        answer = finish(process)
        self.assertEqual(answer.code, 0, answer)
        return shown.replace(b"\r\n", b"\n"), answer.err

    def test_nothing_due_is_printed_only_on_a_terminal(self):
        shown, error = self.on_terminal("due", "--within", "1h")
        self.assertEqual(shown.count(b"\n"), 1, shown)
        self.assertTrue(SGR.sub(b"", shown).strip(), shown)
        self.assertEqual(error, b"")
        piped = self.do("due", "--within", "1h")
        self.assertEqual((piped.out, piped.err), (b"", b""))

    def test_nothing_due_as_data(self):
        for format, nothing in (("json", b"[]\n"), ("jsonl", b""), ("ids", b"")):
            with self.subTest(format):
                words = ("due", "--within", "1h", "--format", format)
                self.assertEqual(self.on_terminal(*words), (nothing, b""))
                self.assertEqual(self.do(*words).out, nothing)

    def test_terminals_do_not_interpret_csv(self):
        self.do("add", "3051000000981234", "--title", "red\x1b[31m")
        self.assertIn(b"red\x1b[31m", self.do("export", "--format", "csv").out)
        self.assertNotIn(b"\x1b", self.on_terminal("export", "--format", "csv")[0])

    def test_color(self):
        for words in (["list"], ["due"], ["next", "--all"], ["show", "1"]):
            with self.subTest(words=words):
                self.assertTrue(SGR.search(self.on_terminal(*words)[0]))
                self.assert_plain(self.do(*words).out)

    def test_no_color(self):
        self.assert_plain(self.on_terminal("list", NO_COLOR="1")[0])
        self.assert_plain(self.on_terminal("list", TERM="dumb")[0])
        self.assert_plain(self.on_terminal("list", "--color", "never")[0])
        colored = self.on_terminal("list", NO_COLOR="")[0]
        self.assertTrue(SGR.search(colored), "an empty NO_COLOR is none")

    def test_a_flag_overrides_no_color(self):
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {}):
            with self.subTest(**variables):
                env = self.environment(**variables)
                answer = self.do("list", "--color", "always", env=env)
                self.assertTrue(SGR.search(answer.out))

    def test_color_never_reaches_data(self):
        for format in ("json", "jsonl", "csv", "ids"):
            with self.subTest(format):
                words = ("list", "--color", "always", "--format", format)
                self.assert_plain(self.on_terminal(*words)[0])

    def test_titles_do_not_control_the_terminal(self):
        self.do("edit", "1", "--title", "a\x1b]0;owned\x07b\x9bc\rd")
        for words in (["list"], ["due"], ["show", "1"], ["next", "--all"], ["list", "--json"]):
            with self.subTest(words=words):
                shown = SGR.sub(b"", self.on_terminal(*words)[0])
                self.assertFalse(CONTROL.search(shown), shown)

    def assert_plain(self, shown):
        self.assertNotIn(b"\x1b", shown)


def read_terminal(master):
    shown = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # the other end has closed
                raise
            return shown
        if not piece:
            return shown
        shown += piece


if __name__ == "__main__":
    main()
