"""The status of an order, and what to do next: the table of steps, first match wins."""

import typing

from .instants import DAY, later, parse


class Step(typing.NamedTuple):
    row: int  # of the table, for reports of differences
    action: str
    by: typing.Optional[int]
    urgency: str
    start: typing.Optional[int] = None


def status_of(order, clocks, dispute, now):
    if order["cancelled_at"] is not None:
        return "cancelled"
    if order["confirmed_at"] is not None:
        return "confirmed"
    if dispute and dispute.outcome is not None:
        return "resolved"
    if dispute and dispute.is_open:
        escalated = dispute.escalated_by_hand or now >= dispute.auto_escalates
        return "escalated" if escalated else "in_dispute"
    if clocks.closes is not None and now >= clocks.closes + clocks.grace:
        return "auto_closed"
    if clocks.delivered is not None:
        return "delivered"
    if order["pickup_by"] is not None:
        return "ready_for_pickup"
    return "in_transit" if clocks.has_parcels else "awaiting_shipment"


def next_step(order, clocks, dispute, status, now):
    if status in ("in_dispute", "escalated"):
        return step_in_dispute(clocks, dispute, status, now)
    if status == "resolved":
        return step_after_dispute(clocks, dispute, now)
    if status == "delivered":
        return step_when_delivered(order, clocks, now)
    if status == "ready_for_pickup":
        return step_at_pickup(order, clocks, now)
    if status == "awaiting_shipment":
        return step_before_shipment(order, now)
    if status == "in_transit":
        return step_in_transit(order, clocks, now)
    if status == "auto_closed" and clocks.delivered is None:
        return Step(24, "none", None, "none")
    return Step(25, "none", None, "none")


def step_in_dispute(clocks, dispute, status, now):
    if dispute.evidence_due is not None and not dispute.has_evidence:
        if now < dispute.evidence_due:
            return Step(1, "add_evidence", dispute.evidence_due, "critical")
        return Step(2, "add_evidence", now, "critical")
    if dispute.reason == "not_received" and clocks.delivered is not None:
        by = later(clocks.delivered, clocks.rules.reason_change)
        return Step(3, "inspect_and_close", by, "critical")
    if status == "escalated":
        return Step(7, "wait_for_ruling", None, "routine")
    opens, by_itself = dispute.escalation_opens, dispute.auto_escalates
    if opens is not None and now >= opens and dispute.answer in ("none", "refused"):
        return Step(4, "escalate", by_itself, "soon")
    if not dispute.has_evidence:
        return Step(5, "add_evidence", by_itself, "soon")
    return Step(6, "wait_for_seller", first_ahead(now, opens, by_itself), "routine")


def step_after_dispute(clocks, dispute, now):
    if dispute.wants_return():
        urgency = soon_or_critical(dispute.return_by, now)
        return Step(8, "send_back", dispute.return_by, urgency)
    refunded = dispute.outcome in ("refunded", "partial") and dispute.reason == "not_received"
    ended_and_came = dispute.closed is not None and clocks.delivered is not None
    if refunded and ended_and_came and clocks.delivered >= dispute.closed:
        return Step(9, "settle_with_seller", None, "routine")
    return Step(25, "none", None, "none")


def step_when_delivered(order, clocks, now):
    closes = clocks.last_chance(now)
    if order["inspection"] == "bad":
        return Step(10, "open_dispute", closes, soon_or_critical(closes, now))
    if order["inspection"] is None:
        return Step(11, "inspect", closes, soon_or_critical(closes, now))
    return Step(12, "confirm", closes, "routine")


def step_at_pickup(order, clocks, now):
    by = parse(order["pickup_by"])
    closes = clocks.last_chance(now)
    if now >= by and closes is not None:
        by = closes
    return Step(13, "collect", by, soon_or_critical(by, now))


def step_before_shipment(order, now):
    ship_by = parse(order["ship_by"])
    if ship_by is not None and now >= ship_by:
        return Step(14, "check_cancellation", now, "soon")
    if ship_by is not None and now >= ship_by - 2 * DAY:
        return Step(15, "contact_seller", ship_by, "soon")
    return Step(16, "wait_for_shipment", ship_by, "routine")


def step_in_transit(order, clocks, now):
    is_open = clocks.dispute_window_is_open(now)
    opens = clocks.dispute_window[0] if clocks.dispute_window else None
    closes, last_chance = clocks.closes, clocks.last_chance(now)
    if closes is not None and closes - 2 * DAY <= now:
        if is_open:
            return Step(17, "open_dispute", last_chance, "critical")
        if opens is not None and now < opens:
            return Step(17, "open_dispute", last_chance, "critical", start=opens)
    is_late = clocks.deadline is not None and now >= clocks.deadline + clocks.granted
    if is_open and is_late:
        return Step(18, "open_dispute", last_chance, "soon")
    if is_open and not has_usable_tracking(order):
        return Step(19, "open_dispute", last_chance, "soon")
    if closes is None:
        return Step(23, "wait_for_delivery", first_ahead(now, opens), "routine")
    if extension_is_advised(closes, now):
        if any(e["status"] == "pending" for e in order["extensions"]):
            return Step(21, "wait_for_seller", closes - 2 * DAY, "soon")
        if not granted_in_this_window(order, closes):
            return Step(20, "request_extension", closes - 2 * DAY, "soon")
    if is_open and closes - 4 * DAY <= now:
        by = first_ahead(now, closes - 3 * DAY, closes - 2 * DAY)
        return Step(22, "check_tracking", by, "soon")
    return Step(23, "wait_for_delivery", first_ahead(now, opens, closes - 4 * DAY), "routine")


def extension_is_advised(closes, instant):
    return closes - 3 * DAY <= instant < closes - 2 * DAY


def granted_in_this_window(order, closes):
    decided = [parse(e["decided_at"]) for e in order["extensions"] if e["status"] == "granted"]
    return any(at is not None and extension_is_advised(closes, at) for at in decided)


def has_usable_tracking(order):
    """Returns whether an undelivered parcel has a tracking number that works."""
    return any(
        parcel["delivered_at"] is None and parcel["tracking"] and not parcel["untracked"]
        for parcel in order["parcels"]
    )


def soon_or_critical(by, now):
    return "critical" if by is not None and now >= by - 2 * DAY else "soon"


def first_ahead(now, *instants):
    """Returns the first given instant that is ahead, or else the last known one."""
    known = [instant for instant in instants if instant is not None]
    for instant in known:
        if now < instant:
            return instant
    return known[-1] if known else None
