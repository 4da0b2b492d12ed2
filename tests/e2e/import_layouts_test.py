"""Imports a file of each known layout, and imports it again."""

import json
import os

from import_files.json_layouts import ANSWERS, INVENTORY, JSON_LAYOUTS, compact, printed
from import_files.layouts import LAYOUTS
from program import ProgramTest, main


def stated(order, like):
    """Returns those facts of the order that `like` has."""
    derived = {
        "tracking": lambda: [parcel["tracking"] for parcel in order["parcels"]],
        "refunded": lambda: [
            dispute["refund"]["amount"]
            for dispute in order["disputes"]
            if dispute["outcome"] == "refunded"
        ],
    }
    return {key: derived[key]() if key in derived else order[key] for key in like}


class ImportLayouts(ProgramTest):
    def import_file(self, content, *options, store="orders.db"):
        with open(self.path("orders.csv"), "wb") as file:
            file.write(content)
        answer = self.run_program("--db", store, "import", "orders.csv", "--json", *options)
        self.assertEqual(answer.code, 0, answer)
        return json.loads(answer.out)

    def test_layouts(self):
        for number, (name, content, expected, *options) in enumerate(LAYOUTS + JSON_LAYOUTS):
            options = options[0] if options else []
            store = "%d.db" % number
            with self.subTest(name):
                report = self.import_file(content, *options, store=store)
                self.assertEqual(report["new"], len(expected), report)
                orders = self.ask("--db", store, "list", "--all")
                self.assertEqual({order["number"] for order in orders}, set(expected))
                for order in orders:
                    like = expected[order["number"]]
                    self.assertEqual(stated(order, like), like)

    def test_a_second_import_changes_nothing_even_later(self):
        for number, (name, content, expected, *options) in enumerate(LAYOUTS + JSON_LAYOUTS):
            options = options[0] if options else []
            store = "%d.db" % number
            with self.subTest(name):
                self.import_file(content, *options, store=store)
                before = self.do("--db", store, "export").out
                report = self.import_file(
                    content, *options, "--now", "2026-12-24T00:00:00Z", store=store
                )
                self.assertEqual(report["unchanged"], len(expected), report)
                self.assertEqual(self.do("--db", store, "export").out, before)

    def test_line_ends_and_delimiters_do_not_matter(self):
        name, content, expected = LAYOUTS[1]
        reference = None
        for kind, changed in (
            ("unchanged", content),
            ("CR LF", content.replace(b"\n", b"\r\n")),
            ("CR alone", content.replace(b"\n", b"\r")),
            ("no end of the last line", content.rstrip(b"\n")),
            ("blank lines", b"\n" + content.replace(b"\n", b"\n\n")),
            ("mark of UTF-8", b"\xef\xbb\xbf" + content),
            ("a line that names the delimiter", b"sep=,\n" + content),
            ("columns in capitals", content.replace(b"Order ID", b"ORDER id ")),
            ("doubled rows", content + content.split(b"\n", 1)[1]),
        ):
            with self.subTest(kind):
                store = kind + ".db"
                self.import_file(changed, store=store)
                exported = self.do("--db", store, "export").out
                reference = reference or exported
                self.assertEqual(exported, reference)

    def test_rejected_orders_of_api_answers_can_be_fixed_and_imported(self):
        good = {number for answer in ANSWERS for number in numbers_in(answer)}
        bad = "3051000000021234"
        for kind, write in (
            ("a line each", lambda values: compact(*values)),
            ("for people", lambda values: printed(*values)),
            ("an array", lambda values: compact(list(values))),
        ):
            with self.subTest(kind):
                store = kind + ".db"
                content = write(ANSWERS).replace(bad.encode(), b"12")
                with open(self.path("orders.json"), "wb") as file:
                    file.write(content)
                answer = self.run_program(
                    "--db", store, "import", "orders.json", "--rejects", "rejects.json"
                )
                self.assertEqual(answer.code, 4, answer)
                self.assertIn(b'"12" is not a valid order number', answer.err)
                with open(self.path("rejects.json"), "rb") as file:
                    rejects = file.read()
                self.assertEqual(set(recorded(self, store)), good - {bad})
                self.import_file(
                    rejects.replace(b'"12"', b'"%s"' % bad.encode()), store=store
                )
                self.assertEqual(set(recorded(self, store)), good)

    def test_an_unreadable_value_costs_no_line(self):
        content = compact(INVENTORY).replace(b"Feb 21, 2026", b"Feb 30, 2026", 1)
        report = self.import_file(content)
        self.assertEqual((report["rejected"], report["new"]), (0, 1), report)
        self.assertEqual([(each["line"], each["field"]) for each in report["skipped"]], [(1, "ordered_at")])

    def test_an_array_that_breaks_off_leaves_rejects_that_can_be_read(self):
        with open(self.path("orders.json"), "wb") as file:
            file.write(compact(INVENTORY)[:-30])
        answer = self.run_program("import", "orders.json", "--rejects", "rejects.json")
        self.assertEqual(answer.code, 4, answer)
        with open(self.path("rejects.json"), "rb") as file:
            self.assertEqual(json.loads(file.read()), [])

    def test_input_without_orders(self):
        os.mkdir(self.path("folder"))
        with open(self.path("empty.csv"), "wb"):
            pass
        for files, named in ((["empty.csv"], b"empty.csv"), (["folder"], b"folder"), (["folder", "empty.csv"], b"the files")):
            with self.subTest(files):
                answer = self.run_program("import", *files)
                self.assertEqual(answer.code, 0, answer)
                self.assertEqual(answer.err, b"aliprotect: warning: no orders found in %s\n" % named)
        for file in ("-", "/dev/null"):  # may be empty on purpose
            with self.subTest(file):
                self.assertEqual(self.run_program("import", file).err, b"")


def numbers_in(answer):
    blocks = answer["data"]["data"].values()
    return [block["fields"]["orderId"] for block in blocks if "orderId" in block["fields"]]


def recorded(test, store):
    return [order["number"] for order in test.ask("--db", store, "list", "--all")]


if __name__ == "__main__":
    main()
