"""The instants of one order. They depend only on facts and rule set, not on the current time."""

from .instants import DAY, later, parse
from .rule_sets import RULE_SETS


class Clocks:
    def __init__(self, order):
        self.rules = RULE_SETS[order["rules"]]
        self.grace = self.rules.grace * DAY
        parcels = order["parcels"]
        self.has_parcels = bool(parcels)
        self.shipped = last_known(parse(p["shipped_at"]) for p in parcels)
        self.delivered = last_arrival(parcels)
        self.deadline = self._deadline(order)
        grants = grants_in_order(order)
        self.granted = sum((grant["days"] or 0) * DAY for grant in grants)
        self.closes, self.closes_source = self._closes(order, grants)
        self.dispute_window = self._dispute_window(order)

    def _deadline(self, order):
        if order["days"] is not None:
            return later(self.shipped, order["days"])
        return parse(order["deadline"])

    def _closes(self, order, grants):
        if order["closes_source"] == "typed":
            # The typed instant already includes granted days.
            return parse(order["closes_at"]), "typed"
        closes, source = self._closes_before_grants(order)
        for grant in grants:
            exact = parse(grant.get("closes_at"))
            closes = exact if exact is not None else later(closes, grant["days"] or 0)
        if source is None and closes is not None:
            source = "typed"  # with a grant
        return closes, source

    def _closes_before_grants(self, order):
        if self.shipped is not None and order["protection_days"] is not None:
            return later(self.shipped, order["protection_days"]), "protection_days"
        if self.has_parcels and self.deadline is not None:
            return self.deadline, "deadline"
        return None, None

    def _dispute_window(self, order):
        """Returns (from, until), with None for no end; None if there is no window."""
        if self.shipped is None:
            return None
        promised = None
        if order["days"] is not None:
            promised = order["days"] * DAY
        elif self.deadline is not None:
            promised = self.deadline - self.shipped
        opens = self.shipped
        if promised is None or promised > self.rules.short_promise * DAY:
            opens += self.rules.dispute_opens * DAY
        until = None if self.closes is None else self.closes + self.grace
        return (opens, until) if until is None or until > opens else None

    def dispute_window_is_open(self, now):
        if self.dispute_window is None:
            return False
        opens, until = self.dispute_window
        return opens <= now and (until is None or now < until)

    def last_chance(self, now):
        """Returns closes, or the end of the grace period once closes has passed."""
        if self.closes is None or now < self.closes:
            return self.closes
        return self.closes + self.grace


def last_known(instants):
    return max((instant for instant in instants if instant is not None), default=None)


def last_arrival(parcels):
    arrivals = [parse(parcel["delivered_at"]) for parcel in parcels]
    return None if not arrivals or None in arrivals else max(arrivals)


def grants_in_order(order):
    """Returns the granted extensions in the order of their decisions."""
    granted = [e for e in order["extensions"] if e["status"] == "granted"]
    return sorted(granted, key=lambda e: parse(e["decided_at"] or e["requested_at"]))
