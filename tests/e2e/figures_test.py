"""Compares `stats` and `outcomes` with what `list` prints about the same orders, as JSON and CSV."""

import collections
import csv
import io
import json

from decimal import Decimal

from program import ProgramTest, main
from reference.order_maker import orders_of
from reference.rule_sets import RULE_SETS


def sum_of(orders):
    """Returns the figures as `stats` prints them: count, totals per currency, orders without a price."""
    prices = collections.defaultdict(Decimal)
    for order in orders:
        if order["price"]:
            prices[order["price"]["currency"]] += Decimal(order["price"]["amount"])
    return {
        "orders": len(orders),
        "prices": [{"amount": str(prices[code]), "currency": code} for code in sorted(prices)],
        "without_price": sum(order["price"] is None for order in orders),
    }


def part(figures):
    return {key: figures[key] for key in ("orders", "prices", "without_price")}


def was_disputed(parcel, disputes):
    """Returns whether goods not received were disputed after the carrier's report, before they came."""
    reported, arrived = parcel["claimed_delivered_at"], parcel["delivered_at"]
    return reported is not None and any(
        dispute["reason"] == "not_received"
        and dispute["opened_at"] >= reported
        and (arrived is None or dispute["opened_at"] < arrived)
        for dispute in disputes
    )


class Stats(ProgramTest):
    def setUp(self):
        super().setUp()
        orders = orders_of(7, sorted(RULE_SETS), 400)
        for i, order in enumerate(orders):
            order["seller"] = (None, "Lamp House", "LAMP HOUSE", "Example Store")[i % 4]
        self.import_orders(orders)
        self.orders = self.ask("list", "--all")

    def test_by_status(self):
        stats = self.ask("stats")
        self.assertEqual(part(stats), sum_of(self.orders))
        self.assertEqual(stats["at_risk"], sum_of([o for o in self.orders if o["at_risk"]]))
        self.assertEqual(len(stats["statuses"]), 10)
        for status, figures in stats["statuses"].items():
            of_status = [order for order in self.orders if order["status"] == status]
            self.assertTrue(of_status, status)
            self.assertEqual(figures, sum_of(of_status))
        self.assertEqual(json.loads(self.do("stats", "--format", "jsonl").out), stats)

    def test_disputes(self):
        disputes = [dispute for order in self.orders for dispute in order["disputes"]]
        outcomes = collections.Counter(dispute["outcome"] for dispute in disputes)
        stats = self.ask("stats")["disputes"]
        self.assertEqual(stats["opened"], len(disputes))
        self.assertEqual(stats["decided"], len(disputes) - outcomes[None])
        self.assertEqual(stats["won"], outcomes["refunded"] + outcomes["partial"])
        self.assertTrue(stats["refunds"])

    def test_reports_and_completions(self):
        reported = [o for o in self.orders if any(p["claimed_delivered_at"] for p in o["parcels"])]
        false = [o for o in reported if any(was_disputed(p, o["disputes"]) for p in o["parcels"])]
        stats = self.ask("stats")
        self.assertTrue(false)
        self.assertEqual(stats["reported_deliveries"], {"orders": len(reported), "false": len(false)})
        completed = [order for order in self.orders if order["completed_at"]]
        self.assertTrue(completed)
        self.assertEqual(stats["completed_by_site"], len(completed))

    def test_late_share(self):
        arrivals = self.ask("stats")["arrivals"]
        late = self.ask("late", "--delivered")
        self.assertGreaterEqual(arrivals["late"], len(late))
        self.assertGreater(arrivals["decided"], arrivals["late"])
        for status in ("in-transit", "in-dispute", "escalated", "ready-for-pickup"):
            of_status = [order for order in late if order["status"] == status.replace("-", "_")]
            figures = self.ask("stats", "--status", status)
            self.assertEqual(figures["arrivals"]["late"], len(of_status), status)

    def test_groups(self):
        groups = {group["seller"]: group for group in self.ask("stats", "--by", "seller")}
        self.assertEqual(set(groups), {None, "Lamp House", "Example Store"})
        self.assertEqual(list(groups)[0], "Lamp House")
        for seller, figures in groups.items():
            same = [o for o in self.orders if (o["seller"] or "").lower() == (seller or "").lower()]
            self.assertEqual(part(figures), sum_of(same), seller)
        alone = self.ask("stats", "--seller", "lamp house")
        del alone["statuses"]
        self.assertEqual(dict(alone, seller="Lamp House"), groups["Lamp House"])

    def test_months(self):
        months = self.ask("stats", "--by", "month")
        expected = collections.Counter((o["ordered_at"] or "")[:7] or None for o in self.orders)
        self.assertEqual({group["month"]: group["orders"] for group in months}, expected)
        names = [group["month"] for group in months if group["month"]]
        self.assertEqual(names, sorted(names))

    def test_csv_is_the_same(self):
        rows = csv.DictReader(io.StringIO(self.do("stats", "--by", "seller", "--format", "csv").out.decode()))
        for row, group in zip(rows, self.ask("stats", "--by", "seller"), strict=True):
            self.assertEqual(row["seller"] or None, group["seller"])
            self.assertEqual(len(row), 17)
            for key, cell in row.items():
                if key == "seller":
                    continue
                value = group
                for name in key.split("."):
                    value = value[name]
                self.assertEqual(json.loads(cell), value, key)


class Outcomes(ProgramTest):
    def test_the_row_of_100_and_10(self):
        self.do("add", "3051000000421234", "--price", "10 USD", "--sale-price", "100 USD")
        outcomes = self.ask("outcomes", "1", "--gift-cost", "2.50")
        self.assertTrue(all(list(row) == ["choice", "profit", "assumes"] for row in outcomes))
        self.assertEqual(
            [(row["choice"], row["profit"]["amount"]) for row in outcomes],
            [
                ("keep", "90.00"),
                ("resend", "80.00"),
                ("refund", "-10.00"),
                ("refund_repaid", "0.00"),
                ("resend_repaid", "90.00"),
                ("gift", "87.50"),
            ],
        )
        self.assertEqual({row["profit"]["currency"] for row in outcomes}, {"USD"})


if __name__ == "__main__":
    main()
