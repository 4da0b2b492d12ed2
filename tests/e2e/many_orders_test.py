"""More orders than fit in a batch of the reader or in the memory of a sorted list."""

import json
import random
import sqlite3

from program import ProgramTest, main

COUNT = 9_000
NEW_STATUS = ("confirmed", "in_transit", "awaiting_shipment")


def order_of(index, random):
    order = {
        "number": "3%011d1234" % (index * 7919),
        "title": "Thing %04d" % random.randrange(5000),
        "tags": ["tag %d" % n for n in range(random.randrange(3))],
    }
    if index % 3 != 2:
        order["parcels"] = [{"tracking": "EX%09d" % index, "shipped_at": "2026-11-01T00:00:00Z"}]
        order["days"] = 45
    if index % 3 == 0:
        order["confirmed_at"] = "2026-11-10T00:00:00Z"
    if index % 50 == 0:
        order["notes"] = [{"at": "2026-11-02T00:00:00Z", "text": "note of %d" % index}]
    return order


class ManyOrders(ProgramTest):
    @classmethod
    def setUpClass(cls):
        source = random.Random(5)
        cls.orders = [order_of(index, source) for index in range(COUNT)]

    def setUp(self):
        super().setUp()
        self.assertEqual(self.import_orders(self.orders)["new"], COUNT)

    def ids(self, *words):
        return [int(line) for line in self.do("list", *words, "--format", "ids").out.split()]

    def listed(self, *words):
        lines = self.do("list", *words, "--format", "jsonl").out.splitlines()
        return [json.loads(line) for line in lines]

    def test_every_order_has_its_own_facts(self):
        for index, (said, order) in enumerate(zip(self.listed("--all"), self.orders)):
            self.assertEqual(said["id"], index + 1)
            self.assertEqual(said["status"], NEW_STATUS[index % 3])
            for key in ("number", "title", "tags"):
                self.assertEqual(said[key], order[key])
            self.assertEqual([parcel["tracking"] for parcel in said["parcels"]],
                             [parcel["tracking"] for parcel in order.get("parcels", [])])
            self.assertEqual(said["notes"], order.get("notes", []))

    def test_a_limit_ends_the_reading(self):
        for limit in (1, 64, 65, 5000, COUNT):
            with self.subTest(limit):
                self.assertEqual(self.ids("--all", "--limit", str(limit)),
                                 list(range(1, limit + 1)))

    def test_some_of_them(self):
        confirmed = list(range(1, COUNT + 1, 3))
        self.assertEqual(self.ids("--status", "confirmed"), confirmed)
        noted = list(range(1, COUNT + 1, 50))
        self.assertEqual(self.ids("--all", "--search", "NOTE OF"), noted)
        self.assertEqual([order["notes"] for order in self.listed("--all", "--search", "note of")],
                         [self.orders[id - 1]["notes"] for id in noted])

    def test_sorted(self):
        by_title = sorted(range(1, COUNT + 1), key=lambda id: (self.orders[id - 1]["title"],
                                                               self.orders[id - 1]["number"]))
        self.assertEqual(self.ids("--all", "--sort", "title"), by_title)
        self.assertEqual(self.ids("--all", "--sort", "title", "--limit", "7"), by_title[:7])
        confirmed = [id for id in by_title if id % 3 == 1]
        self.assertEqual(self.ids("--status", "confirmed", "--sort", "title"), confirmed)

    def test_the_reader_closes_the_output(self):
        for words in (["list", "--all"], ["list", "--all", "--json"], ["export", "--format", "csv"]):
            with self.subTest(words):
                answer = self.run_shell('"$0" "$@" | head -n 1 >/dev/null; echo end', *words)
                self.assertEqual((answer.out, answer.err), (b"end\n", b""))

    def test_the_output_cannot_be_written(self):
        for words in (["list", "--all", "--format", "jsonl"], ["export", "--format", "csv"]):
            with self.subTest(words):
                answer = self.run_shell('exec "$0" "$@" >/dev/full', *words)
                self.assert_one_line_of_error(answer, 1)

    def test_the_store_is_damaged_in_the_middle(self):
        damaged = COUNT - 100
        self.run_sql("PRAGMA ignore_check_constraints = ON",
                     "UPDATE orders SET inspection = 'soso' WHERE id = %d" % damaged)
        for words in (["list", "--all", "--format", "jsonl"], ["export", "--format", "csv"]):
            with self.subTest(words):
                answer = self.run_program(*words)
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"soso", answer.err)

    def run_sql(self, *statements):
        connection = sqlite3.connect(self.default_store())
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()


if __name__ == "__main__":
    main()
