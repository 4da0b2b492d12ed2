"""Random orders with every kind of history."""

import random

from .instants import DAY, parse, rfc3339
from .order_parts import NOW
from .order_timing import Timing

ANYWHERE = (
    ["shipped", "30 d before", "half-way", "closes", "last chance", "4 d before"]
    + ["window opens", "deadline", "deadline and grants", "3 d before", "2 d before"] * 2
    + ["4 to 3 d before", "4 to 2 d before"] * 2
)
NEAR_THE_END = ["4 d before", "3 d before", "3 d before", "2 d before", "4 to 2 d before"]


def orders_of(seed, rule_set_names, count):
    maker = OrderMaker(random.Random(seed), rule_set_names)
    return [maker.order(index) for index in range(count)]


class OrderMaker(Timing):
    def order(self, index):
        histories, weights = zip(*self.histories())
        while True:
            order = self.blank_order(index)
            self.random.choices(histories, weights)[0](order)
            self.disturb(order)
            self.report(order)
            self.order_before_shipping(order)
            if has_possible_clocks(order) and (is_in_order(order) or self.chance(0.08)):
                return order

    def histories(self):
        return (
            (self.awaiting, 12),
            (self.in_transit, 40),
            (self.extending, 12),
            (self.at_pickup, 8),
            (self.delivered, 14),
            (self.in_dispute, 46),
            (self.resolved, 38),
            (self.closed, 6),
            (self.ended, 3),
        )

    def awaiting(self, order):
        order["ordered_at"] = rfc3339(self.past(0, 20))
        if self.chance(0.7):
            about = self.days_from_now(0, 0, 2, 2, 4, 30)
            order["ship_by"] = rfc3339(self.pick(about, self.near(about, DAY)))
        if self.chance(0.4):
            order["days"] = self.pick(5, 15, 30, 60)
        elif self.chance(0.4):
            order["deadline"] = rfc3339(self.near(self.days_from_now(0, 4, 20)))
        if self.chance(0.2):
            order["protection_days"] = self.pick(15, 60)
        if self.chance(0.3):
            closes = self.pick(self.days_from_now(0, 4, 30, -self.rules.grace), self.near_now())
            self.type_closes(order, closes)
            if self.chance(0.3):
                self.grant(order, closes, [self.pick(3, 10)])
        self.requests(order, None, 0.1)
        if self.chance(0.04):
            order["pickup_by"] = rfc3339(self.days_from_now(-3, 0, 2, 5))

    def in_transit(self, order):
        if self.chance(0.06):
            return self.undated(order)
        if self.chance(0.22):
            return self.late(order)
        shipped, closes = self.clocks(order, ANYWHERE)
        self.ship(order, shipped, some_came=self.chance(0.25))
        self.requests(order, closes, 0.35)

    def undated(self, order):
        """Shipped at an unknown time."""
        order["parcels"] = [self.parcel(None) for _ in range(self.pick(1, 1, 2))]
        order["ordered_at"] = rfc3339(self.past(5, 40))
        closes = self.days_from_now(0, 0, 2, 3, 4, -1, 20)
        if self.chance(0.35):
            self.type_closes(order, closes)
        if self.chance(0.4):
            order["deadline"] = rfc3339(self.pick(closes, self.near(closes)))
        elif self.chance(0.4):
            order["days"] = 30
        if self.chance(0.25):
            order["protection_days"] = 60
        self.requests(order, closes, 0.3)

    def late(self, order):
        """The deadline and the granted days have just passed, protection continues."""
        days = self.pick(3, 5, 10, 20, 30)
        grants = [self.pick(1, 3, 5) for _ in range(self.pick(0, 0, 1, 2))]
        shipped = self.by_a_second(NOW - (days + sum(grants)) * DAY)
        shipped -= self.pick(0, 0, 0, self.within(0, 3 * DAY))
        more = self.pick(2, 3, 4, 5, 8, 15)
        closes = shipped + (days + more + sum(grants)) * DAY
        if self.chance(0.5):
            order["days"] = days
        else:
            order["deadline"] = rfc3339(shipped + days * DAY)
        if self.chance(0.5):
            order["protection_days"] = days + more
        else:
            self.type_closes(order, self.by_a_second(closes))
        order["ordered_at"] = rfc3339(shipped - 2 * DAY)
        self.grant(order, closes, grants)
        self.ship(order, shipped)
        self.requests(order, closes)

    def extending(self, order):
        """In transit with working tracking, around the extension window."""
        shipped, closes = self.clocks(order, NEAR_THE_END)
        self.ship(order, shipped, usable=True)
        self.requests(order, closes, 0.45)

    def at_pickup(self, order):
        shipped, closes = self.clocks(order, ANYWHERE + ["half-way"] * 12)
        self.ship(order, shipped, some_came=self.chance(0.5))
        pickup_by = self.pick(self.days_from_now(0, 2, -2, 9), self.near_now())
        if closes is not None and self.chance(0.3):
            pickup_by = self.pick(closes, self.near(closes))
        order["pickup_by"] = rfc3339(pickup_by)
        self.requests(order, closes, 0.1)

    def delivered(self, order):
        edges = ["2 d before", "closes", "last chance", "half-way", "window opens", "deadline"]
        shipped, closes = self.clocks(order, edges)
        self.ship(order, shipped)
        promised = parse(order["deadline"]) or shipped + (order["days"] or 9) * DAY
        arrived = self.pick(self.near(promised), shipped + self.within(0, 20 * DAY), self.near_now())
        self.arrive(order, max(arrived, shipped))
        order["inspection"] = self.pick(None, None, "good", "bad")
        if self.chance(0.1):
            order["pickup_by"] = rfc3339(self.near_now())
        self.requests(order, closes, 0.1)

    def in_dispute(self, order):
        closes = None
        if self.chance(0.05):
            self.undated(order)
        else:
            edges = ["half-way", "closes", "last chance", "2 d before", "deadline and grants"]
            shipped, closes = self.clocks(order, edges)
            self.ship(order, shipped, some_came=self.chance(0.3))
        opened = self.opening()
        dispute = self.dispute(opened)
        if self.chance(0.3):
            due = self.pick(self.near_now(), opened + self.rules.auto_escalates * DAY)
            dispute["evidence_due"] = rfc3339(due)
            if self.chance(0.5):
                dispute["evidence"] = []
        if self.chance(0.18):
            dispute["escalated_at"] = rfc3339(self.near(opened + 3 * DAY, DAY))
        if self.chance(0.35):
            self.arrive_in_dispute(order, dispute, opened)
        elif self.chance(0.1):
            order["pickup_by"] = rfc3339(self.near(NOW + 2 * DAY))
        if self.chance(0.06):
            closed = max(opened, self.pick(NOW - 3600, opened + DAY))
            dispute["closed_at"] = rfc3339(closed)
        self.add_dispute(order, dispute)
        self.requests(order, closes, 0.05)

    def opening(self):
        """Returns when an open dispute began, often such that one of its edges is at NOW."""
        auto = self.rules.auto_escalates
        on_edge = self.days_from_now(-(self.rules.escalation_opens or 3), -auto)
        recently = self.past(0, auto)
        return self.pick(on_edge, recently, recently, self.past(auto, auto + 20))

    def arrive_in_dispute(self, order, dispute, opened):
        change = (self.rules.reason_change or 5) * DAY
        about = self.pick(NOW - change, opened, opened - change, self.past(0, 6))
        self.arrive(order, self.by_a_second(about))
        if self.chance(0.6):
            dispute["reason"] = "not_received"
        order["inspection"] = self.pick(None, None, "good", "bad")

    def resolved(self, order):
        shipped, _ = self.clocks(order, ["half-way", "closes", "last chance", "2 d before"])
        self.ship(order, shipped, some_came=self.chance(0.5))
        opened = self.past(1, 40)
        auto = opened + self.rules.auto_escalates * DAY
        closed = self.pick(self.by_a_second(auto), opened + self.within(0, 20 * DAY), opened)
        outcome = self.pick("refunded", "refunded", "refunded", "partial", "rejected")
        refund = None if outcome == "rejected" else self.money(self.currency)
        dispute = self.dispute(opened, outcome=outcome, closed_at=rfc3339(closed), refund=refund)
        if self.chance(0.2):
            dispute["escalated_at"] = rfc3339(min(closed, opened + 3 * DAY))
        if self.chance(0.4):
            dispute["return_by"] = rfc3339(self.pick(self.near_now(), self.days_from_now(2, 4, 15)))
            if outcome != "rejected" and self.chance(0.5):
                dispute["want"], dispute["amount"] = "return", None
        if self.chance(0.15):
            dispute["returned_at"] = rfc3339(closed + self.within(0, 5 * DAY))
        if self.chance(0.6):
            about = self.pick(closed, closed, closed + self.within(0, 9 * DAY), opened - DAY)
            self.arrive(order, self.by_a_second(about))
            if self.chance(0.75):
                dispute["reason"] = "not_received"
        self.add_dispute(order, dispute)

    def closed(self, order):
        """Closed automatically, or about to be."""
        shipped, closes = self.clocks(order, ["closes", "last chance"])
        if self.chance(0.9):
            self.ship(order, shipped, some_came=self.chance(0.5))
        if order["parcels"] and self.chance(0.3):
            self.arrive(order, max(shipped, self.past(-1, 10)))
        if order["parcels"] and self.chance(0.3):
            opened = self.past(3, 30)
            closed_at = rfc3339(opened + self.within(0, 3 * DAY))
            self.add_dispute(order, self.dispute(opened, closed_at=closed_at))
        self.requests(order, closes, 0.1)

    def ended(self, order):
        self.pick(self.awaiting, self.in_transit, self.delivered)(order)
        end = self.pick("cancelled_at", "confirmed_at")
        order[end] = rfc3339(self.pick(self.past(0, 5), self.near_now()))

    def disturb(self, order):
        """Unusual combinations of facts."""
        if self.chance(0.05):
            order["pickup_by"] = rfc3339(self.days_from_now(-3, 0, 2, 6))
        if self.chance(0.03):
            order["inspection"] = self.pick("good", "bad")
        if self.chance(0.02):
            end = self.pick("cancelled_at", "confirmed_at")
            order[end] = rfc3339(self.days_from_now(-1, 0, 1))
        if self.chance(0.03):
            for parcel in order["parcels"]:  # facts later than now count
                parcel["delivered_at"] = parcel["delivered_at"] or rfc3339(self.past(-5, 0))
        if self.chance(0.05):
            text = self.pick("called", "zwei\nZeilen", 'x,y;"z"')
            order["notes"].append({"at": rfc3339(self.past(0, 5)), "text": text})
        if self.chance(0.1) and not order["disputes"]:
            order["rules"] = self.pick(*self.rule_set_names)  # on the edges of another rule set

    def report(self, order):
        """What the carrier and the site say, and amended disputes."""
        for parcel in order["parcels"]:
            if self.chance(0.25):
                shipped = parse(parcel["shipped_at"]) or NOW - 20 * DAY
                about = self.pick(self.by_a_second(NOW), self.past(0, 20), self.past(14, 16))
                parcel["claimed_delivered_at"] = rfc3339(max(shipped, about))
        grace = self.rules.grace * DAY
        for key in ("completed_at", "completion_notice_at"):
            if self.chance(0.08):
                about = self.pick(NOW, NOW - grace, NOW - grace + 2 * DAY)
                order[key] = rfc3339(self.by_a_second(about))
        for dispute in order["disputes"]:
            if self.chance(0.2):
                opened = parse(dispute["opened_at"])
                about = self.pick(opened + self.within(0, 5 * DAY), NOW - 5 * DAY)
                dispute["amended_at"] = rfc3339(max(opened, self.by_a_second(about)))

    def order_before_shipping(self, order):
        shipped = [parcel["shipped_at"] for parcel in order["parcels"] if parcel["shipped_at"]]
        if shipped and order["ordered_at"] and self.chance(0.97):
            order["ordered_at"] = min([order["ordered_at"]] + shipped)


def last_shipment(order):
    shipped = [parcel["shipped_at"] for parcel in order["parcels"] if parcel["shipped_at"]]
    return max(shipped, default=None)


def is_in_order(order):
    """No parcel arrives before its shipment, and no dispute is opened before the last shipment."""
    for parcel in order["parcels"]:
        shipped, arrived = parcel["shipped_at"], parcel["delivered_at"]
        if shipped and arrived and arrived < shipped:
            return False
    last = last_shipment(order)
    return not last or all(dispute["opened_at"] >= last for dispute in order["disputes"])


def has_possible_clocks(order):
    """No end of the promise or of the protection before the last shipment: import rejects those."""
    last = last_shipment(order)
    if not last:
        return True
    if order["deadline"] and order["deadline"] < last:
        return False
    if order["closes_at"] is None:
        return True
    granted = sum(e["days"] for e in order["extensions"] if e["status"] == "granted")
    return parse(order["closes_at"]) - granted * DAY >= parse(last)
