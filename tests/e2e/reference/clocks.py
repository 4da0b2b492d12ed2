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
        ends = self._ends(order)
        self.completion = min(ends, key=lambda end: end[0], default=None)
        self.window_ends = self._window_ends(ends)
        self.opens_at_deadline = self.rules.opens_at_deadline and all_can_be_tracked(parcels)
        self.window_after_shipment = self._window_after_shipment(order)
        self.dispute_window = self._dispute_window()
        self.chargeback = later(self._guaranteed(order), self.rules.chargeback)

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

    def _ends(self, order):
        """Returns (instant, source) of what can complete the order; the first wins a tie."""
        possible = (
            (parse(order.get("confirmed_at")), "confirmed"),
            (parse(order.get("completed_at")), "completed"),
            (
                later(all_reported(order["parcels"]), self.rules.completes_after_delivery),
                "delivery",
            ),
            (self.closes, "closes"),
        )
        return [end for end in possible if end[0] is not None]

    def _window_ends(self, ends):
        counted = [at for at, source in ends if source != "confirmed" or self.grace > 0]
        return min(counted) + self.grace if counted else None

    def _guaranteed(self, order):
        """Returns the deadline, or else closes without the granted days."""
        if self.deadline is not None:
            return self.deadline
        if order["closes_source"] != "typed":
            base = self._closes_before_grants(order)[0]
            if base is not None:
                return base
        return None if self.closes is None else self.closes - self.granted

    def is_completed(self, now):
        return self.completion is not None and now >= self.completion[0]

    def is_window_ahead(self, now):
        """Returns whether a dispute is allowed after completion and still possible."""
        window = self.dispute_window
        return self.grace > 0 and window is not None and window[1] is not None and now < window[1]

    def _window_after_shipment(self, order):
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
        return self._window_from(opens)

    def _dispute_window(self):
        """Returns the window of a dispute over goods not received until everything arrived."""
        completed = self.completion[0] if self.completion else None
        known = [at for at in (self.deadline, completed) if at is not None]
        if self.shipped is None or not self.opens_at_deadline or not known:
            return self.window_after_shipment
        return self._window_from(min(known))

    def _window_from(self, opens):
        until = self.window_ends
        return (opens, until) if until is None or until > opens else None

    def dispute_window_is_open(self, now):
        if self.dispute_window is None:
            return False
        opens, until = self.dispute_window
        return opens <= now and (until is None or now < until)

    def last_chance(self, now):
        """Returns completion, or the end of the dispute window once completed."""
        if self.completion is not None and now < self.completion[0]:
            return self.completion[0]
        return self.window_ends


def all_reported(parcels):
    """Returns when the last parcel came or was reported as delivered, once all are."""
    known = []
    for parcel in parcels:
        told = [parse(parcel.get(key)) for key in ("claimed_delivered_at", "delivered_at")]
        told = [at for at in told if at is not None]
        if not told:
            return None
        known.append(min(told))
    return max(known, default=None)


def all_can_be_tracked(parcels):
    """Returns whether something is on its way, and all of it has a number that works."""
    on_their_way = [parcel for parcel in parcels if parcel["delivered_at"] is None]
    return bool(on_their_way) and all(p["tracking"] and not p["untracked"] for p in on_their_way)


def last_known(instants):
    return max((instant for instant in instants if instant is not None), default=None)


def last_arrival(parcels):
    arrivals = [parse(parcel["delivered_at"]) for parcel in parcels]
    return None if not arrivals or None in arrivals else max(arrivals)


def grants_in_order(order):
    """Returns the granted extensions in the order of their decisions."""
    granted = [e for e in order["extensions"] if e["status"] == "granted"]
    return sorted(granted, key=lambda e: parse(e["decided_at"] or e["requested_at"]))
