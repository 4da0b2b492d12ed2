"""Random parts of orders: facts as imported.

Instants are mostly exactly at an edge, one second before or one second after.
"""

import hashlib

from .instants import DAY, parse, rfc3339
from .rule_sets import RULE_SETS

NOW = parse("2026-11-20T12:00:00Z")

DECIMALS = {"USD": 2, "EUR": 2, "JPY": 0, "KWD": 3}


class Parts:
    def __init__(self, random, rule_set_names):
        self.random = random
        self.rule_set_names = rule_set_names

    # Random choices.

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *options):
        return self.random.choice(options)

    def within(self, low, high):
        return self.random.randint(low, high)

    def by_a_second(self, instant):
        return instant + self.pick(-1, 0, 1)

    def near(self, instant, spread=3 * DAY):
        if self.chance(0.7):
            return self.by_a_second(instant)
        return instant + self.within(-spread, spread)

    def near_now(self):
        return self.near(NOW, 2 * DAY)

    def days_from_now(self, *days):
        return self.by_a_second(NOW + self.pick(*days) * DAY)

    def past(self, low=0, high=40):
        """Returns the instant this many days ago."""
        return NOW - self.within(low * DAY, high * DAY)

    # Parts of orders.

    def blank_order(self, index):
        """Begins a new order of a random rule set, without any events."""
        name = self.pick(*self.rule_set_names)
        self.rules = RULE_SETS[name]
        self.grace = self.rules.grace * DAY
        self.currency = self.pick("USD", "USD", "USD", "EUR", "JPY", "KWD")
        return {
            "id": index + 1,
            "number": self.number(index),
            "title": self.pick("USB hub", "Case, red", "Kabel 2 m", 'a "b" é', None),
            "seller": self.pick("Example Store", "Shop2", None),
            "client": self.pick(None, None, "Anna", "B. Client"),
            "tags": self.pick([], [], ["a"], ["a", "b"]),
            "price": None if self.chance(0.1) else self.money(self.currency),
            "sale_price": None if self.chance(0.7) else self.money("USD"),
            "rules": name,
            "ordered_at": None,
            "ship_by": None,
            "days": None,
            "deadline": None,
            "protection_days": None,
            "closes_at": None,
            "closes_source": None,
            "pickup_by": None,
            "inspection": None,
            "confirmed_at": None,
            "cancelled_at": None,
            "parcels": [],
            "extensions": [],
            "disputes": [],
            "notes": [],
        }

    @staticmethod
    def number(index):
        """Returns a unique number; numbers are not in the order of the file."""
        return "3051%08d1234" % ((index * 61_803_399 + 27_182_818) % 100_000_000)

    def money(self, currency):
        decimals = DECIMALS[currency]
        digits = str(self.within(1, 99_999)).zfill(decimals + 1)
        whole = len(digits) - decimals
        amount = digits[:whole] + ("." + digits[whole:] if decimals else "")
        return {"amount": amount, "currency": currency}

    def type_closes(self, order, instant):
        order["closes_at"], order["closes_source"] = rfc3339(instant), "typed"

    def parcel(self, shipped, usable=None):
        tracking, untracked = "LP%09d" % self.within(0, 999_999_999), False
        if not (self.chance(0.72) if usable is None else usable):
            tracking, untracked = self.pick((None, False), (None, True), (tracking, True))
        return {
            "tracking": tracking,
            "carrier": self.pick(None, "Cainiao", "China Post"),
            "untracked": untracked,
            "shipped_at": rfc3339(shipped),
            "delivered_at": None,
        }

    def ship(self, order, shipped, some_came=False, usable=None):
        """Adds one to three parcels, the last shipped at `shipped`."""
        count = self.pick(1, 1, 1, 1, 2, 2, 3)
        earlier = [shipped - self.pick(0, 1, DAY, self.within(0, 8 * DAY)) for _ in range(1, count)]
        parcels = [self.parcel(at, usable) for at in [shipped] + earlier]
        if count > 1 and self.chance(0.06):
            parcels[-1]["shipped_at"] = None
        self.random.shuffle(parcels)
        if some_came and count > 1:
            self.pick(*parcels)["delivered_at"] = rfc3339(self.near(NOW - 3 * DAY))
        order["parcels"] = parcels

    def arrive(self, order, at):
        """Delivers every parcel, the last one at `at`."""
        for parcel in order["parcels"]:
            earlier = self.pick(0, 1, DAY, self.within(0, 5 * DAY))
            parcel["delivered_at"] = rfc3339(at - earlier)
        self.pick(*order["parcels"])["delivered_at"] = rfc3339(at)

    def extension(self, requested, status, days, decided=None):
        return {
            "requested_at": rfc3339(requested),
            "days": days,
            "channel": self.pick("button", "message"),
            "status": status,
            "decided_at": rfc3339(decided),
            "closes_at": None,
        }

    def grant(self, order, closes, lengths):
        """Grants extensions of these lengths, after which protection ends at `closes`."""
        ends = closes - sum(lengths) * DAY
        for days in lengths:
            decided = self.pick(
                self.near(closes - 3 * DAY),
                self.near(closes - 2 * DAY),
                closes - 3 * DAY + self.within(0, DAY - 1),
                ends - self.within(0, 6 * DAY),
            )
            requested = decided - self.within(0, 2 * DAY)
            ends += days * DAY
            if self.chance(0.05):
                decided = None
            order["extensions"].append(self.extension(requested, "granted", days, decided))
        if lengths and order["closes_source"] != "typed" and self.chance(0.08):
            # With the closing date of the order page: the days are the difference, rounded up.
            early = self.pick(0, 1, DAY - 1, self.within(0, DAY - 1))
            order["extensions"][-1]["closes_at"] = rfc3339(ends - early)

    def requests(self, order, closes, pending=0.25):
        """Adds declined or pending requests, around the current window."""
        anchor = NOW if closes is None else closes
        if self.chance(0.2):
            decided = self.near(anchor - 3 * DAY)
            place = self.within(0, len(order["extensions"]))
            declined = self.extension(decided - 3600, "declined", self.pick(3, 5, 10), decided)
            order["extensions"].insert(place, declined)
        if self.chance(pending):
            requested = self.near(anchor - 3 * DAY)
            order["extensions"].append(self.extension(requested, "pending", self.pick(3, 5, 10)))

    def evidence(self, at):
        return {
            "file": self.pick("photo.jpg", "chat.png"),
            "sha256": hashlib.sha256(b"%d" % at).hexdigest(),
            "size": self.within(1, 1_000_000),
            "note": self.pick(None, "box"),
            "added_at": rfc3339(at),
        }

    def dispute(self, opened, **facts):
        want = self.pick("full", "return", "partial")
        files = 0 if self.chance(0.45) else self.pick(1, 1, 2)
        dispute = {
            "reason": self.pick("not_received", "not_as_described"),
            "want": want,
            "amount": self.money(self.currency) if want == "partial" else None,
            "opened_at": rfc3339(opened),
            "seller_answer": self.pick("none", "none", "refused", "offered", "accepted"),
            "escalated_at": None,
            "evidence_due": None,
            "evidence": [self.evidence(opened + self.within(0, 3 * DAY)) for _ in range(files)],
            "outcome": None,
            "refund": None,
            "closed_at": None,
            "return_by": None,
            "returned_at": None,
        }
        dispute.update(facts)
        return dispute

    def add_dispute(self, order, dispute):
        """Adds the current dispute, after earlier ones."""
        opened = parse(dispute["opened_at"])
        for _ in range(self.pick(0, 0, 0, 1, 1, 2)):
            order["disputes"].append(self.earlier_dispute(opened))
        order["disputes"].sort(key=lambda earlier: earlier["opened_at"])
        order["disputes"].append(dispute)
        if self.chance(0.06):
            self.random.shuffle(order["disputes"])  # opened last is not always listed last

    def earlier_dispute(self, before):
        """Adds an earlier dispute: mostly cancelled, sometimes resolved or never closed."""
        opened = before - self.within(DAY, 20 * DAY)
        auto = self.rules.auto_escalates * DAY
        closed = min(before, opened + self.pick(DAY, 3 * DAY, auto, auto + 1))
        dispute = self.dispute(opened, closed_at=rfc3339(closed))
        if self.chance(0.06):
            dispute["outcome"] = self.pick("refunded", "rejected", "partial")
        elif self.chance(0.03):
            dispute["closed_at"] = None
        if self.chance(0.1):
            dispute["escalated_at"] = rfc3339(opened + 3 * DAY)
        return dispute
