"""The assessment of an order at an instant, and which orders are due or late."""

from .clocks import Clocks
from .disputes import Dispute, current
from .instants import DAY, later, parse, rfc3339
from .next_step import (is_at_risk, is_done, is_lost, is_unfinished, next_step, status_of)

# Deadlines at the same instant are sorted in this order.
KINDS = (
    "ship_by",
    "deadline",
    "closes",
    "auto_escalates",
    "reason_change",
    "evidence_due",
    "pickup_by",
    "return_by",
    "chargeback",
)
FINISHED = ("cancelled", "confirmed", "resolved", "auto_closed")


def assess(order, now):
    clocks = Clocks(order)
    disputes = [Dispute(facts, clocks.rules) for facts in order["disputes"]]
    dispute = current(disputes)
    status = status_of(order, clocks, dispute, now)
    step = next_step(order, clocks, dispute, status, now)
    return {
        "status": status,
        "shipped_at": rfc3339(clocks.shipped),
        "delivered_at": rfc3339(clocks.delivered),
        "deadline": rfc3339(clocks.deadline),
        "closes_at": rfc3339(clocks.closes),
        "closes_source": clocks.closes_source,
        "completion": clocks.completion
        and {"at": rfc3339(clocks.completion[0]), "source": clocks.completion[1]},
        "windows": windows_of(clocks, dispute),
        "deadlines": [
            {"kind": kind, "at": rfc3339(at), "days_left": (at - now) // DAY}
            for kind, at in deadlines_of(order, clocks, dispute, status, now)
        ],
        "next_step": {
            "action": step.action,
            "from": rfc3339(step.start),
            "by": rfc3339(step.by),
            "urgency": step.urgency,
            "row": step.row,
        },
        "at_risk": is_at_risk(order, clocks, dispute, status, now),
        "escalation": [each.escalation(now) for each in disputes],
    }


def windows_of(clocks, dispute):
    windows = dict.fromkeys(
        ("dispute", "extension", "escalation", "reason_change", "seller_answer")
    )
    if clocks.dispute_window:
        windows["dispute"] = window(*clocks.dispute_window)
    if clocks.shipped is not None and clocks.closes is not None:
        windows["extension"] = window(clocks.closes - 3 * DAY, clocks.closes - 2 * DAY)
    if not dispute or not dispute.is_open:
        return windows
    if dispute.answer_window:
        windows["seller_answer"] = window(*dispute.answer_window)
    if not dispute.escalated_by_hand and dispute.escalation_opens is not None:
        windows["escalation"] = window(dispute.escalation_opens, dispute.auto_escalates)
    if dispute.reason == "not_received" and clocks.delivered is not None:
        until = later(clocks.delivered, clocks.rules.reason_change)
        windows["reason_change"] = window(max(dispute.opened, clocks.delivered), until)
    return windows


def window(start, until):
    if until is not None and until <= start:
        return None
    return {"from": rfc3339(start), "until": rfc3339(until)}


def deadlines_of(order, clocks, dispute, status, now):
    """Returns (kind, instant) of the deadlines ahead, soonest first."""
    if status == "resolved":
        outstanding = dispute.outcome != "rejected" and not dispute.sent_back
        found = {"return_by": dispute.return_by} if outstanding else {}
    elif is_unfinished(order, clocks, dispute, status, now):
        found = {"closes": clocks.last_chance(now)}
    elif status in FINISHED or is_done(order, status, now):
        found = {}
    else:
        found = open_deadlines(order, clocks, dispute, status, now)
    if is_lost(order, clocks, dispute, status):
        found["chargeback"] = clocks.chargeback
    ahead = [(kind, at) for kind, at in found.items() if at is not None and now < at]
    return sorted(ahead, key=lambda deadline: (deadline[1], KINDS.index(deadline[0])))


def open_deadlines(order, clocks, dispute, status, now):
    found = {}
    if not clocks.has_parcels:
        found["ship_by"] = parse(order["ship_by"])
    if clocks.delivered is None:
        found["deadline"] = clocks.deadline
        found["pickup_by"] = parse(order["pickup_by"])
    if not dispute or not dispute.is_open:
        found["closes"] = clocks.last_chance(now)
        return found
    found["evidence_due"] = dispute.evidence_due
    if status == "in_dispute":
        found["auto_escalates"] = dispute.auto_escalates
    if dispute.reason == "not_received":
        found["reason_change"] = later(clocks.delivered, clocks.rules.reason_change)
    return found


def due(orders, now, days):
    """Returns (number, kind, at, days left) of each order with a deadline within this many days."""
    found = []
    for order in orders:
        ahead = [(d["kind"], parse(d["at"])) for d in assess(order, now)["deadlines"]]
        closes = dict(ahead).get("closes")
        named = [
            (at, kind)
            for kind, at in ahead
            if at <= now + days * DAY and not (kind == "deadline" and at == closes)
        ]
        if named:
            at, kind = named[0]
            found.append((at, order["number"], kind))
    return [(number, kind, rfc3339(at), (at - now) // DAY) for at, number, kind in sorted(found)]


def late(orders, now, delivered=False):
    """Returns the numbers of overdue orders, longest overdue first."""
    found = []
    for order in orders:
        clocks = Clocks(order)
        if not clocks.has_parcels or clocks.deadline is None or now < clocks.deadline:
            continue
        if assess(order, now)["status"] in ("cancelled", "confirmed", "resolved"):
            continue
        came_late = clocks.delivered is not None and clocks.delivered > clocks.deadline
        if clocks.delivered is None or (delivered and came_late):
            found.append((clocks.deadline, order["number"]))
    return [number for _, number in sorted(found)]
