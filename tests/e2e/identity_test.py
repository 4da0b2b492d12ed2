"""import reads exported files without loss."""

import json

from program import ProgramTest, main
from reference.order_maker import orders_of
from reference.rule_sets import RULE_SETS

COUNT = 400
# Derived if other facts determine them, so they can differ from the file.
DERIVED = ("deadline", "closes_at", "closes_source")
AWKWARD = (
    'quotes "\'` and \\ backslash\\n',
    "two\nlines\r\nand\ttab",
    "escape \x1b[31m, bell \x07, delete \x7f, C1 \x85, zero width \u200b, \u2028",
    "雨伞 ☂️ e\u0301 مرحبا",
    "=HYPERLINK(\"x\")",
    " spaces ",
    "x" * 5000,
)


def all_orders():
    orders = orders_of(11, sorted(RULE_SETS), COUNT)
    for order, text in zip(orders, AWKWARD):
        order.update(title=text, seller=text, client=text)
        order["notes"].append({"at": "2026-11-01T00:00:00Z", "text": text})
    return orders


def facts_of(order, like):
    """Returns those facts of the order object that `like` has."""
    if isinstance(like, dict):
        return {key: facts_of(order[key], value) for key, value in like.items()}
    if isinstance(like, list):
        return [facts_of(*pair) for pair in zip(order, like)] + order[len(like) :]
    return order


class Identity(ProgramTest):
    def setUp(self):
        super().setUp()
        self.orders = all_orders()
        report = self.import_orders(self.orders, "--db", "first.db")
        self.assertEqual(report["new"], COUNT)

    def export(self, store, format):
        return self.do("--db", store, "export", "--format", format).out

    def comes_back(self, format):
        written = self.export("first.db", format)
        self.do("--db", "second.db", "import", "-", "--as", format, input=written)
        again = self.export("second.db", format)
        for line, (left, right) in enumerate(zip(written.split(b"\n"), again.split(b"\n"))):
            self.assertEqual(left, right, "line %d" % (line + 1))
        self.assertEqual(written, again)

    def test_json(self):
        self.comes_back("json")

    def test_jsonl(self):
        self.comes_back("jsonl")

    def test_csv(self):
        self.comes_back("csv")
        self.assertEqual(self.export("second.db", "jsonl"), self.export("first.db", "jsonl"))

    def test_both_formats_agree(self):
        lines = self.export("first.db", "jsonl").splitlines()
        self.assertEqual(
            [json.loads(line) for line in lines], json.loads(self.export("first.db", "json"))
        )

    def test_no_fact_is_lost_on_the_way_in(self):
        exported = {order["id"]: order for order in json.loads(self.export("first.db", "json"))}
        for order in self.orders:
            facts = {key: value for key, value in order.items() if key not in DERIVED}
            with self.subTest(order["number"]):
                self.assertEqual(facts_of(exported[order["id"]], facts), facts)

    def test_a_second_import_changes_nothing(self):
        written = self.export("first.db", "jsonl")
        exported = [json.loads(line) for line in written.splitlines()]
        for orders in (self.orders, exported):
            report = self.import_orders(orders, "--db", "first.db")
            counts = {"read": COUNT, "new": 0, "changed": 0, "unchanged": COUNT, "rejected": 0,
                      "rows": [], "skipped": []}
            self.assertEqual({key: report[key] for key in counts}, counts)
        self.assertEqual(self.export("first.db", "jsonl"), written)

    def test_an_output_file_holds_the_same_bytes(self):
        self.do("--db", "first.db", "export", "--format", "jsonl", "--output", "orders.jsonl")
        with open(self.path("orders.jsonl"), "rb") as file:
            self.assertEqual(file.read(), self.export("first.db", "jsonl"))

    def test_through_a_pipe(self):
        answer = self.run_shell(
            '"$0" --db first.db export --format jsonl | "$0" --db second.db import - --quiet'
        )
        self.assertEqual((answer.code, answer.out), (0, b""))
        self.assertEqual(self.export("second.db", "jsonl"), self.export("first.db", "jsonl"))


if __name__ == "__main__":
    main()
