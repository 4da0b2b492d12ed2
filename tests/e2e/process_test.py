"""How the program behaves for shells, cron and scripts."""

import os

from program import ProgramTest, main
from reference.order_maker import orders_of
from reference.rule_sets import RULE_SETS

NUMBER = "3051000000421234"

READING = (
    [],
    ["list"],
    ["list", "--all"],
    ["due"],
    ["due", "--lapsed", "7d"],
    ["late"],
    ["next"],
    ["show", "1"],
    ["show", NUMBER],
    ["export"],
)
FORMATS = ("table", "json", "jsonl", "csv", "ids")


class ExitCodes(ProgramTest):
    def code(self, *words, input=b""):
        """Returns $? after the command."""
        answer = self.run_shell('"$0" "$@" >/dev/null 2>error; echo $?', *words, input=input)
        return int(answer.out)

    def error(self):
        with open(self.path("error"), "rb") as file:
            return file.read()

    def assert_error(self, code, *words, input=b""):
        self.assertEqual(self.code(*words, input=input), code, self.error())
        error = self.error()
        self.assertEqual(error.count(b"\n"), 1, error)
        self.assertTrue(error.startswith(b"aliprotect: "), error)

    def setUp(self):
        super().setUp()
        self.do("add", NUMBER, "--shipped", "2026-10-01", "--days", "40", "--closes", "+2d")

    def test_0_done(self):
        for words in (["list"], ["due"], ["due", "--within", "1h"], ["late"], ["--help"], []):
            with self.subTest(words=words):
                self.assertEqual(self.code(*words), 0)
                self.assertEqual(self.error(), b"")

    def test_1_not_done(self):
        self.assert_error(1, "show", "9")
        self.assert_error(1, "add", NUMBER)
        self.assert_error(1, "cancel", "1")
        self.assert_error(1, "import", "missing.jsonl")
        self.assert_error(1, "confirm", "1", "9")

    def test_2_wrong_command_line(self):
        for words in (
            ["lst"],
            ["list", "--al"],
            ["list", "--sort", "colour"],
            ["list", "--limit", "-1"],
            ["due", "--within", "soon"],
            ["add"],
            ["add", "3051000000431234", "--closes", "2026-02-30"],
            ["add", "3051000000431234", "--price", "12.345"],
            ["list", "--now", "24-01-31"],
            ["list", "--tz", "Middle/Earth"],
            ["list", "--format", "xml"],
        ):
            with self.subTest(words=words):
                self.assert_error(2, *words)

    def test_3_something_is_due_or_late(self):
        self.assertEqual(self.code("due", "--exit-code"), 3)
        self.assertEqual(self.code("due", "--exit-code", "--within", "1h"), 0)
        self.assertEqual(self.code("late", "--exit-code"), 3)
        self.assertEqual(self.code("late", "--exit-code", "--seller", "nobody"), 0)

    def test_4_rows_were_rejected(self):
        rows = b'{"number": "3051000000431234"}\nno json\n'
        self.assertEqual(self.code("import", "-", "--as", "jsonl", input=rows), 4)
        self.assertEqual(len(self.ask("list")), 2)

    def test_4_nothing_recorded_under_strict(self):
        rows = b'{"number": "3051000000431234"}\nno json\n'
        self.assertEqual(self.code("import", "-", "--as", "jsonl", "--strict", input=rows), 4)
        self.assertEqual(len(self.ask("list")), 1)

    def test_5_the_store_cannot_be_used(self):
        with open(self.path("foreign.db"), "w", encoding="utf-8") as file:
            file.write("no store at all\n" * 100)
        os.mkdir(self.path("folder.db"))
        for store in ("foreign.db", "folder.db", "missing/orders.db"):
            with self.subTest(store):
                self.assert_error(5, "--db", store, "add", "3051000000431234")
        self.assert_error(5, "--db", "foreign.db", "list")

    def test_a_failed_command_changes_nothing(self):
        before = self.do("export").out
        for words in (
            ["confirm", "1", "9"],
            ["edit", "1", "9", "--title", "x"],
            ["remove", "1", "9"],
            ["edit", "1", "--title", "x", "--price", "cheap"],
            ["add", NUMBER, "--title", "x"],
        ):
            with self.subTest(words=words):
                self.assertIn(self.code(*words), (1, 2))
                self.assertEqual(self.do("export").out, before)


class NoStore(ProgramTest):
    """Reading commands without a store: empty output, a note on stderr, no file created."""

    def empty_answers(self):
        yield [], None
        for words in READING[1:]:
            yield words, None
            for format in FORMATS:
                if words != ["export"] or format in ("json", "jsonl"):
                    yield words + ["--format", format], format

    def test_reading(self):
        nothing = {"json": b"[]\n", "jsonl": b"", "ids": b""}
        for words, format in self.empty_answers():
            with self.subTest(words=words):
                answer = self.run_program(*words)
                self.assertEqual(answer.code, 0, answer)
                self.assertEqual(os.listdir(self.home), [])
                if format in nothing and words[:1] != ["show"]:  # one order's JSON is no list
                    self.assertEqual(answer.out, nothing[format])
                if words:
                    self.assert_one_line_of_error(answer, 0)
                    self.assertIn(self.default_store().encode(), answer.err)

    def test_a_given_store(self):
        for words in READING[1:]:
            with self.subTest(words=words):
                self.assertEqual(self.run_program("--db", "none.db", *words).code, 0)
                self.assertEqual(os.listdir(self.home), [])

    def test_an_exit_code_is_asked_for(self):
        self.assertEqual(self.run_program("due", "--exit-code").code, 0)
        self.assertEqual(self.run_program("late", "--exit-code").code, 0)


class Cron(ProgramTest):
    """cron sets only HOME and PATH."""

    def cron(self, **more):
        return {"PATH": os.environ["PATH"], "HOME": self.home, **more}

    def test_nothing_due_prints_nothing(self):
        self.do("add", NUMBER, "--closes", "+30d", env=self.cron())
        for format in ((), ("--format", "ids"), ("--format", "jsonl")):
            answer = self.do("due", *format, env=self.cron())
            self.assertEqual((answer.out, answer.err), (b"", b""))

    def test_what_is_due_by_the_clock(self):
        self.do("add", NUMBER, "--title", "雨伞 é", "--closes", "+2d", env=self.cron())
        answer = self.do("due", env=self.cron())
        self.assertIn("雨伞 é".encode(), answer.out)
        self.assertEqual(answer.err, b"")

    def test_the_language_changes_no_byte(self):
        self.import_orders(orders_of(5, sorted(RULE_SETS), 100))
        self.do("edit", "1", "--title", "雨伞 é")
        for words in (["list", "--all"], ["show", "1"], ["list", "--format", "csv"]):
            plain = self.do(*words, env=self.environment()).out
            for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "nonsense"):
                with self.subTest(words=words, locale=locale):
                    env = self.environment(LANG=locale, LC_ALL=locale)
                    self.assertEqual(self.do(*words, env=env).out, plain)


class SameQuestion(ProgramTest):
    def test_the_same_bytes(self):
        self.import_orders(orders_of(5, sorted(RULE_SETS), 300))
        for words in READING + (["list", "--all", "--sort", "title"], ["list", "--sort", "price"]):
            for format in FORMATS:
                if words == ["export"] and format not in ("json", "jsonl"):
                    continue
                with self.subTest(words=words, format=format):
                    self.assertEqual(*(self.run_program(*words, "--format", format) for _ in "12"))

    def test_the_order_of_recording_changes_no_order(self):
        orders = orders_of(5, sorted(RULE_SETS), 200)
        for order in orders:
            del order["id"]
        self.import_orders(orders, "--db", "forwards.db")
        self.import_orders(orders[::-1], "--db", "backwards.db")
        for words in (["list"], ["due"], ["due", "--within", "30d"], ["late"], ["next"]):
            with self.subTest(words=words):
                forwards, backwards = (
                    [order["number"] for order in self.ask("--db", store, *words)]
                    for store in ("forwards.db", "backwards.db")
                )
                self.assertEqual(forwards, backwards)


class ReadOnly(ProgramTest):
    def test_a_store_that_cannot_be_written_can_be_read(self):
        self.do("--db", "folder.db", "add", NUMBER)
        os.mkdir(self.path("folder"))
        os.rename(self.path("folder.db"), self.path("folder", "orders.db"))
        os.chmod(self.path("folder", "orders.db"), 0o400)
        os.chmod(self.path("folder"), 0o500)
        self.addCleanup(os.chmod, self.path("folder"), 0o700)
        listed = self.ask("--db", "folder/orders.db", "list")
        self.assertEqual([order["number"] for order in listed], [NUMBER])
        self.assertEqual(os.listdir(self.path("folder")), ["orders.db"])
        if os.geteuid() != 0:  # root ignores file modes
            answer = self.run_program("--db", "folder/orders.db", "add", "3051000000431234")
            self.assert_one_line_of_error(answer, 5)


if __name__ == "__main__":
    main()
