"""The program's JSON matches docs/order.schema.json."""

import copy
import json
import os

import jsonschema

from program import NOW, ProgramTest, main, source_folder
from reference.answers import KINDS
from reference.order_maker import orders_of
from reference.rule_sets import RULE_SETS

def order_validator():
    path = os.path.join(source_folder(), "docs", "order.schema.json")
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class Schema(ProgramTest):
    def setUp(self):
        super().setUp()
        self.validator = order_validator()

    def assert_valid(self, order):
        error = jsonschema.exceptions.best_match(self.validator.iter_errors(order))
        if error:
            place = "/".join(str(key) for key in error.absolute_path)
            self.fail("order %s, %s: %s" % (order.get("number"), place, error.message))

    def assert_all_valid(self, orders):
        self.assertTrue(orders)
        for order in orders:
            self.assert_valid(order)

    def valid_answer(self, *words):
        """For one order, `show` prints an object."""
        answer = self.ask(*words)
        self.assert_valid(answer)
        return answer


class Reading(Schema):
    def setUp(self):
        super().setUp()
        self.import_orders(orders_of(7, sorted(RULE_SETS), 1200))

    def test_list(self):
        listed = self.ask("list", "--all")
        self.assert_all_valid(listed)
        self.assertEqual(len(listed), 1200)
        pairs = {(order["status"], order["rules"]) for order in listed}
        self.assertEqual(len(pairs), 10 * len(RULE_SETS))
        prices = {order["price"]["currency"] for order in listed if order["price"]}
        self.assertEqual(prices, {"USD", "EUR", "JPY", "KWD"})
        kinds = {deadline["kind"] for order in listed for deadline in order["deadlines"]}
        self.assertEqual(kinds, set(KINDS))
        for several in ("parcels", "extensions", "disputes"):
            self.assertGreater(max(len(order[several]) for order in listed), 1, several)
        self.assertTrue(any(d["evidence"] for order in listed for d in order["disputes"]))
        self.assertTrue(any(order["notes"] for order in listed))

    def test_list_as_jsonl(self):
        lines = self.do("list", "--format", "jsonl").out.splitlines()
        self.assert_all_valid([json.loads(line) for line in lines])

    def test_show(self):
        for id in range(1, 21):
            self.assertEqual(self.valid_answer("show", str(id))["id"], id)
        self.assert_all_valid(self.ask("show", "21", "22"))

    def test_due(self):
        due = self.ask("due", "--within", "30d")
        self.assert_all_valid(due)
        self.assertTrue(all(order["due"]["days_left"] >= 0 for order in due))

    def test_due_with_lapsed(self):
        due = [order["due"] for order in self.due_with_lapsed()]
        lapsed = [deadline for deadline in due if deadline["days_left"] < 0]
        self.assertTrue(lapsed)
        self.assertEqual({deadline["kind"] for deadline in lapsed}, {"closes"})

    def due_with_lapsed(self):
        orders = self.ask("due", "--lapsed", "30d")
        self.assert_all_valid(orders)
        return orders

    def test_remind(self):
        alarms = self.ask("remind", "--dry-run", "--lead", "30d")
        self.assert_all_valid(alarms)
        # 0d reports a delivery that the carrier or the site claims.
        self.assertEqual({alarm["lead"] for alarm in alarms}, {"30d", "0d", None})
        losses = [alarm["due"] for alarm in alarms if alarm["lead"] is None]
        self.assertTrue(losses)
        self.assertEqual({deadline["kind"] for deadline in losses}, {"closes"})
        self.assertLessEqual(max(deadline["at"] for deadline in losses), NOW)

    def test_late(self):
        self.assert_all_valid(self.ask("late", "--delivered"))

    def test_next(self):
        self.assert_all_valid(self.ask("next", "--all"))

    def test_export(self):
        self.assert_all_valid(self.ask("export"))


class Changing(Schema):
    """Changes print the resulting order."""

    def test_add_with_every_fact(self):
        order = self.valid_answer(
            *("add", "3051000000421234", "--title", "Lampe 灯\x1b[1m", "--seller", "Shop"),
            *("--price", "1.234 KWD", "--sale-price", "500 JPY", "--client", "Anna", "--note", "x"),
            *("--tag", "a", "--tag", "b", "--ordered", "2026-10-01", "--ship-by", "2026-10-20"),
            *("--shipped", "2026-10-10", "--tracking", "LP1", "--carrier", "Post", "--days", "45"),
            *("--closes", "2026-12-20", "--rules", "aliexpress-2017"),
        )
        self.assertEqual(order["price"], {"amount": "1.234", "currency": "KWD"})
        self.assertEqual(order["sale_price"], {"amount": "500", "currency": "JPY"})

    def test_add_with_the_number_alone(self):
        self.valid_answer("add", "3051000000421234")

    def test_the_history_of_an_order(self):
        self.do("add", "3051000000421234", "--ordered", "2026-11-01")
        self.valid_answer("edit", "1", "--title", "USB hub", "--ship-by", "2026-11-10")
        self.valid_answer("ship", "1", "--at", "2026-11-05", "--days", "45", "--tracking", "LP1")
        self.valid_answer("pickup", "1", "--by", "2026-11-25")
        self.valid_answer("deliver", "1", "--at", "2026-11-18")
        self.valid_answer("inspect", "1", "--good", "--note", "as ordered")
        self.valid_answer("confirm", "1")
        self.valid_answer("remove", "1")

    def test_cancel(self):
        self.do("add", "3051000000421234")
        self.valid_answer("cancel", "1")


class Mutilated(Schema):
    """The schema rejects wrong values, so that the tests above can fail."""

    def setUp(self):
        super().setUp()
        self.import_orders(orders_of(7, ["aliexpress-2016"], 60))
        listed = self.ask("list", "--all")
        self.order = next(
            order
            for order in listed
            if order["parcels"] and order["disputes"] and order["price"] and order["deadlines"]
        )
        self.assert_valid(self.order)

    def refuses(self, change):
        mutilated = copy.deepcopy(self.order)
        change(mutilated)
        self.assertFalse(self.validator.is_valid(mutilated), mutilated)

    def test_each_key_is_required(self):
        for key in self.order:
            with self.subTest(key):
                self.refuses(lambda order: order.pop(key))
        for inner in ("parcels", "disputes", "deadlines"):
            for key in self.order[inner][0]:
                with self.subTest(inner + "." + key):
                    self.refuses(lambda order: order[inner][0].pop(key))

    def test_wrong_values(self):
        wrong = {
            "number": 3051000000421234,
            "price": 12.34,
            "status": "lost",
            "tags": None,
            "ordered_at": "2026-10-01T00:00:00+01:00",
            "closes_at": 1,
            "closes_source": "guessed",
            "days": "45",
            "parcels": [{}],
            "windows": None,
            "at_risk": None,
            "surplus": None,
        }
        for key, value in wrong.items():
            with self.subTest(key):
                self.refuses(lambda order: order.update({key: value}))


if __name__ == "__main__":
    main()
