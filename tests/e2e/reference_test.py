"""The program agrees with an independent implementation of the rules, on thousands of random orders."""

import unittest
from unittest import mock

from program import ProgramTest, main
from reference import cases
from reference.answers import due, late
from reference.case_orders import (day, dispute, disputed, extension, order, parcel, transit)
from reference.comparison import Comparison
from reference.instants import parse
from reference.order_maker import orders_of
from reference.rule_sets import RULE_SETS

SEEDS = (1, 2, 3)
ORDERS = 700
# The orders have their edges around the first; a day and six days later, others have passed.
INSTANTS = ("2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z", "2026-11-26T12:00:00Z")


class Reference(ProgramTest):
    def compare(self, orders, instants, store="orders.db"):
        report = self.import_orders(orders, "--db", store)
        self.assertEqual((report["new"], report["rows"]), (len(orders), []))
        comparison = Comparison(
            lambda words, now: self.ask("--db", store, "--now", now, *words), orders
        )
        for now in instants:
            comparison.at(now)
        return comparison

    def agree(self, rule_set):
        for seed in SEEDS:
            with self.subTest(seed=seed):
                orders = orders_of(seed, [rule_set], ORDERS)
                comparison = self.compare(orders, INSTANTS, store="%d.db" % seed)
                if comparison.differences:
                    self.fail("they part\n" + comparison.report())

    def test_aliexpress_2016(self):
        self.agree("aliexpress-2016")

    def test_aliexpress_2017(self):
        self.agree("aliexpress-2017")

    def test_aliexpress_2023(self):
        self.agree("aliexpress-2023")

    def test_aliexpress_2024(self):
        self.agree("aliexpress-2024")

    def test_a_changed_rule_is_detected(self):
        misread = RULE_SETS["aliexpress-2016"]._replace(auto_escalates=14)
        with mock.patch.dict(RULE_SETS, {"aliexpress-2016": misread}):
            comparison = self.compare(orders_of(1, ["aliexpress-2016"], 300), INSTANTS[:1])
        self.assertIn("status", {difference.field for difference in comparison.differences})


class Cases(unittest.TestCase):
    """Checks the independent implementation against answers worked out by hand."""

    def test_cases(self):
        for case in cases.CASES:
            with self.subTest(case.name):
                self.assertEqual(case.answer(), case.expected)

    def test_due(self):
        last = transit(number="1", closes=day(4))
        tied = transit(number="0", closes=day(4))
        beyond = transit(number="2", closes=day(4, 1))
        deadline_is_closes = transit(number="3", parcels=[parcel(day(-56))])
        passed = order(number="4", ship_by=day(0))
        won = dispute(day(-9), outcome="refunded", closed_at=day(-1), return_by=day(1))
        to_return = disputed(won, number="5")
        orders = [last, tied, beyond, deadline_is_closes, passed, to_return]
        self.assertEqual(
            due(orders, parse(day()), days=4),
            [
                ("5", "return_by", day(1), 1),
                ("0", "closes", day(4), 4),
                ("1", "closes", day(4), 4),
                ("3", "closes", day(4), 4),
            ],
        )

    def test_late(self):
        shipped = [parcel(day(-20))]
        passed = order(number="1", days=20, parcels=shipped, protection_days=60)
        granted = [extension("granted", 9)]  # moves closes, not the deadline
        orders = [
            passed,
            order(number="2", days=20, parcels=[parcel(day(-20, 1))]),
            order(number="3", deadline=day(-3), parcels=[parcel(day(-20), day(-3))]),
            order(number="4", deadline=day(-3), parcels=[parcel(day(-20), day(-3, 1))]),
            order(number="5", deadline=day(-2), parcels=shipped),
            order(number="6", deadline=day(-2)),
            {**passed, "number": "7", "confirmed_at": day()},
            {**passed, "number": "8", "days": 15, "extensions": granted},
        ]
        self.assertEqual(late(orders, parse(day())), ["8", "5", "1"])
        self.assertEqual(late(orders, parse(day()), delivered=True), ["8", "4", "5", "1"])


if __name__ == "__main__":
    main()
