"""Each layout that import knows, from bytes to the order object, and once more the same."""

import json

from import_files.layouts import LAYOUTS
from program import ProgramTest, main


def stated(order, like):
    """What the order says of the facts that `like` names."""
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
        for number, (name, content, expected, *options) in enumerate(LAYOUTS):
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
        for number, (name, content, expected, *options) in enumerate(LAYOUTS):
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
            ("as it is", content),
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


if __name__ == "__main__":
    main()
