"""Chooses how the protection of a random order is given, and its shipment such that an edge of its clocks is at NOW."""

from .instants import DAY, rfc3339
from .order_parts import NOW, Parts


class Timing(Parts):
    def clocks(self, order, edges):
        """Chooses how closes is given; returns (shipped, closes) such that one of `edges` is at NOW."""
        way = "none" if self.chance(0.03) else self.pick("promise", "protection", "typed")
        promise, length = self.promise(way)
        protection = self.protection(way, length)
        grants = [] if way == "none" else self.grant_lengths(protection)
        total = protection + sum(grants) * DAY
        if way == "typed" and self.chance(0.3):
            total += self.pick(0, 1, self.within(0, DAY - 1))
        offset = self.offset_of(self.pick(*edges), promise, length, total, sum(grants))
        off = self.pick(-1, 0, 1) if self.chance(0.75) else self.within(-DAY, DAY)
        shipped = NOW - offset + off
        closes = None if way == "none" else shipped + total
        self.write_promise(order, promise, shipped, length)
        if way == "protection":
            order["protection_days"] = protection // DAY
        elif way == "typed":
            self.type_closes(order, closes)
            if self.chance(0.2):
                order["protection_days"] = self.pick(15, 30, 60)  # typed wins
        order["ordered_at"] = rfc3339(shipped - self.within(0, 10 * DAY))
        if self.chance(0.5):
            order["ship_by"] = rfc3339(self.near(shipped, 5 * DAY))
        if closes is not None:
            self.grant(order, closes, grants)
        return shipped, closes

    def promise(self, way):
        """Chooses how the guaranteed delivery is given (`days`, `deadline` or not), and its length."""
        if way == "none":
            return None, 0
        days = self.pick(1, 3, 4, 5, 5, 5, 6, 7, 10, 15, 20, 27, 30, 45, 60)
        given_as = self.pick("days", "deadline")
        if way != "promise" and self.chance(0.3):
            return None, days * DAY
        if given_as == "days":
            return "days", days * DAY
        if self.chance(0.15):
            return "deadline", self.pick(5 * DAY - 1, 5 * DAY, 5 * DAY + 1, 0, 1)
        return "deadline", days * DAY + self.pick(0, 0, 0, self.within(1, DAY - 1))

    def protection(self, way, length):
        if way in ("promise", "none"):
            return length
        if self.chance(0.25):
            return self.within(1, 13) * DAY  # ends round the opening of the dispute window
        if self.chance(0.5):
            return (length // DAY + self.pick(2, 3, 5, 7, 15)) * DAY
        return self.pick(15, 20, 30, 45, 60) * DAY

    def grant_lengths(self, protection):
        count = self.pick(0, 0, 0, 0, 1, 1, 2, 3)
        lengths = [self.pick(1, 1, 2, 3, 5, 7, 10, 15) for _ in range(count)]
        return lengths if protection + sum(lengths) * DAY <= 75 * DAY else lengths[:1]

    def offset_of(self, edge, promise, length, total, granted):
        """Returns the time from the shipment to the edge."""
        short = promise is not None and length <= self.rules.short_promise * DAY
        return {
            "shipped": 0,
            "window opens": 0 if short else self.rules.dispute_opens * DAY,
            "half-way": total // 2,
            "deadline": length,
            "deadline and grants": length + granted * DAY,
            "30 d before": max(0, total - 30 * DAY),
            "4 d before": total - 4 * DAY,
            "3 d before": total - 3 * DAY,
            "2 d before": total - 2 * DAY,
            "4 to 3 d before": total - 4 * DAY + self.within(0, DAY),
            "4 to 2 d before": total - 4 * DAY + self.within(0, 2 * DAY),
            "closes": total,
            "last chance": total + self.grace,
        }[edge]

    def write_promise(self, order, promise, shipped, length):
        if promise == "deadline":
            order["deadline"] = rfc3339(shipped + length)
        elif promise == "days":
            order["days"] = length // DAY
            if self.chance(0.05):
                order["deadline"] = rfc3339(shipped + length + DAY)  # ignored, because days is given
