"""The status of an order, and what to do next: the table of steps, first match wins."""

import typing

from .clocks import all_reported
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
    confirmed = parse(order["confirmed_at"])
    if confirmed is not None:
        decides = dispute and clocks.grace > 0 and dispute.opened >= confirmed
        if not decides or (dispute.outcome is None and not dispute.is_open):
            return "confirmed"
    if dispute and dispute.outcome is not None:
        return "resolved"
    if dispute and dispute.is_open:
        escalated = dispute.escalated_by_hand or now >= dispute.auto_escalates
        return "escalated" if escalated else "in_dispute"
    if clocks.window_ends is not None and now >= clocks.window_ends:
        return "auto_closed"
    if clocks.delivered is not None:
        return "delivered"
    if order["pickup_by"] is not None:
        return "ready_for_pickup"
    return "in_transit" if clocks.has_parcels else "awaiting_shipment"


def is_unfinished(order, clocks, dispute, status, now):
    """Returns whether receipt was confirmed, but a dispute is still possible."""
    if status != "confirmed" or order["inspection"] == "good":
        return False
    if dispute and (dispute.is_open or dispute.outcome is not None):
        return False
    return clocks.is_window_ahead(now)


def is_done(order, status, now):
    completed = parse(order.get("completed_at"))
    came_well = status == "delivered" and order["inspection"] == "good"
    return came_well and completed is not None and now >= completed


def is_at_risk(order, clocks, dispute, status, now):
    if status in ("cancelled", "confirmed", "resolved", "auto_closed"):
        return is_unfinished(order, clocks, dispute, status, now)
    return not is_done(order, status, now)


def is_lost(order, clocks, dispute, status):
    if order["confirmed_at"] is not None:
        return False
    if status == "resolved":
        return dispute.outcome == "rejected"
    return status == "auto_closed" and (
        clocks.delivered is None or order["inspection"] == "bad"
    )


def next_step(order, clocks, dispute, status, now):
    step = open_step(order, clocks, dispute, status, now)
    if step.row < 24:
        return step
    if is_lost(order, clocks, dispute, status) and clocks.chargeback is not None:
        if now < clocks.chargeback:
            urgency = "critical" if now >= clocks.chargeback - 7 * DAY else "soon"
            return Step(24, "ask_bank", clocks.chargeback, urgency)
    return step


def open_step(order, clocks, dispute, status, now):
    if is_unfinished(order, clocks, dispute, status, now):
        return step_after_completion(order, clocks, now)
    if delivery_is_unconfirmed(order, clocks, status):
        return step_when_claimed(order, clocks, now)
    if status in ("in_dispute", "escalated"):
        return step_in_dispute(clocks, dispute, status, now)
    if status == "resolved":
        return step_after_dispute(clocks, dispute, now)
    if status == "delivered":
        return step_when_delivered(order, clocks, now)
    if status == "ready_for_pickup":
        return step_at_pickup(order, clocks, now)
    if status == "awaiting_shipment":
        return step_before_shipment(order, clocks, now)
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
    is_overdue = dispute.answer_window is not None and now >= dispute.answer_ends
    if is_overdue and dispute.answer == "none":
        return Step(4, "check_refund", by_itself, "soon")
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
    if is_done(order, "delivered", now):
        return Step(25, "none", None, "none")
    if clocks.is_completed(now) and clocks.is_window_ahead(now):
        if order["inspection"] != "good":
            return step_after_completion(order, clocks, now)
    if order["inspection"] == "bad":
        return Step(10, "open_dispute", closes, soon_or_critical(closes, now))
    if order["inspection"] is None:
        return Step(11, "inspect", closes, soon_or_critical(closes, now))
    return Step(12, "confirm", closes, "routine")


def step_at_pickup(order, clocks, now):
    by = parse(order["pickup_by"])
    closes = clocks.last_chance(now)
    by = earlier_ahead(now, by, closes)
    return Step(13, "collect", by, soon_or_critical(by, now))


def step_after_completion(order, clocks, now):
    ends = clocks.window_ends
    if order["inspection"] == "bad":
        return Step(10, "open_dispute", ends, soon_or_critical(ends, now))
    urgency = "routine" if now < ends - 5 * DAY else soon_or_critical(ends, now)
    return Step(11, "inspect", ends, urgency)


def delivery_is_unconfirmed(order, clocks, status):
    if status not in ("awaiting_shipment", "in_transit", "ready_for_pickup"):
        return False
    if clocks.delivered is not None:
        return False
    told = order.get("completion_notice_at") or order.get("completed_at")
    return told is not None or all_reported(order["parcels"]) is not None


def step_when_claimed(order, clocks, now):
    notice = parse(order.get("completion_notice_at"))
    urgency = soon_or_critical(clocks.window_ends, now)
    if notice is not None and now >= notice:
        urgency = "critical"
    return Step(13, "check_delivery", clocks.last_chance(now), urgency)


def is_long_ordered(order, clocks, now):
    suspicious = later(parse(order["ordered_at"]), clocks.rules.no_tracking)
    return suspicious is not None and now >= suspicious


def step_before_shipment(order, clocks, now):
    ship_by = parse(order["ship_by"])
    if ship_by is not None and now >= ship_by:
        return Step(14, "check_cancellation", now, "soon")
    if ship_by is not None and now >= ship_by - 2 * DAY:
        return Step(15, "contact_seller", ship_by, "soon")
    if ship_by is None and is_long_ordered(order, clocks, now):
        return Step(16, "contact_seller", now, "soon")
    return Step(16, "wait_for_shipment", ship_by, "routine")


def step_in_transit(order, clocks, now):
    is_open = clocks.dispute_window_is_open(now)
    opens = clocks.dispute_window[0] if clocks.dispute_window else None
    closes, last_chance = clocks.closes, clocks.last_chance(now)
    by_deadline = clocks.opens_at_deadline
    last_days = 0 if by_deadline else 2 * DAY
    if closes is not None and closes - last_days <= now:
        if is_open:
            return Step(17, "open_dispute", last_chance, "critical")
        if opens is not None and now < opens:
            return Step(17, "open_dispute", last_chance, "critical", start=opens)
    is_late = clocks.deadline is not None and now >= clocks.deadline + clocks.granted
    if is_open and is_late:
        return Step(18, "open_dispute", last_chance, "soon")
    if is_open and not has_usable_tracking(order):
        return Step(19, "open_dispute", last_chance, "soon")
    missing = has_no_number(order) and is_long_ordered(order, clocks, now)
    if closes is None:
        if missing:
            return Step(22, "contact_seller", now, "soon")
        return Step(23, "wait_for_delivery", first_ahead(now, opens), "routine")
    if extension_is_advised(closes, now):
        if any(e["status"] == "pending" for e in order["extensions"]):
            return Step(21, "wait_for_seller", closes - 2 * DAY, "soon")
        if not granted_in_this_window(order, closes):
            return Step(20, "request_extension", closes - 2 * DAY, "soon")
    if by_deadline and closes - 4 * DAY <= now < closes:
        by = first_ahead(now, closes - 3 * DAY, closes - 2 * DAY, closes)
        return Step(22, "check_tracking", by, "soon")
    if not by_deadline and is_open and closes - 4 * DAY <= now:
        by = first_ahead(now, closes - 3 * DAY, closes - 2 * DAY)
        return Step(22, "check_tracking", by, "soon")
    if missing:
        return Step(22, "contact_seller", now, "soon")
    if by_deadline:
        by = earlier_ahead(now, opens, closes - 4 * DAY)
        return Step(23, "wait_for_delivery", by, "routine")
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


def has_no_number(order):
    """Returns whether no undelivered parcel has a number, and none is marked untracked."""
    return not any(
        parcel["delivered_at"] is None and (parcel["tracking"] or parcel["untracked"])
        for parcel in order["parcels"]
    )


def earlier_ahead(now, *instants):
    """Returns the earliest instant that is ahead, or else the last known one."""
    return first_ahead(now, *sorted(at for at in instants if at is not None))


def soon_or_critical(by, now):
    return "critical" if by is not None and now >= by - 2 * DAY else "soon"


def first_ahead(now, *instants):
    """Returns the first given instant that is ahead, or else the last known one."""
    known = [instant for instant in instants if instant is not None]
    for instant in known:
        if now < instant:
            return instant
    return known[-1] if known else None
