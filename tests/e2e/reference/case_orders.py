"""Helpers for the cases: `day(-3)` is three days before NOW, `day(0, 1)` a second after it."""

import typing

from .answers import assess
from .instants import DAY, parse, rfc3339

NOW = parse("2026-11-20T12:00:00Z")

PROOF = [{"file": "a", "sha256": "0", "size": 1, "note": None, "added_at": "2026-11-19T12:00:00Z"}]

CASES = []


class Case(typing.NamedTuple):
    name: str
    order: dict
    expected: dict

    def answer(self):
        answer = assess(self.order, NOW)
        return {field: answer_in(answer, field) for field in self.expected}


def case(name, order, **expected):
    """`expected`: row, action, by, urgency and start of the next step, `kinds` of the deadlines,
    or keys of the answer, inner ones after `__`."""
    CASES.append(Case(name, order, expected))


def answer_in(answer, field):
    if field in ("row", "action", "by", "urgency"):
        return answer["next_step"][field]
    if field == "start":
        return answer["next_step"]["from"]
    if field == "kinds":
        return " ".join(deadline["kind"] for deadline in answer["deadlines"])
    for key in field.split("__"):
        answer = answer[int(key)] if isinstance(answer, list) else answer[key]
    return answer


def day(days=0, seconds=0):
    return rfc3339(NOW + days * DAY + seconds)


def parcel(shipped, delivered=None, tracking="LP1", untracked=False):
    return {
        "tracking": tracking,
        "carrier": None,
        "untracked": untracked,
        "shipped_at": shipped,
        "delivered_at": delivered,
        "claimed_delivered_at": None,
    }


def extension(status, days=5, decided=None, closes_at=None):
    return {
        "requested_at": day(-1),
        "days": days,
        "channel": "button",
        "status": status,
        "decided_at": decided,
        "closes_at": closes_at,
    }


def dispute(opened, reason="not_as_described", **facts):
    return {
        "reason": reason,
        "want": "full",
        "amount": None,
        "opened_at": opened,
        "seller_answer": "none",
        "escalated_at": None,
        "evidence_due": None,
        "evidence": [],
        "outcome": None,
        "refund": None,
        "closed_at": None,
        "return_by": None,
        "returned_at": None,
        **facts,
    }


def order(y2017=False, closes=None, **facts):
    """`closes` is typed; `y2017` selects the rule set with grace and without escalation by hand."""
    made = {
        "number": "3051000000011234",
        "price": {"amount": "1.00", "currency": "USD"},
        "rules": "aliexpress-2017" if y2017 else "aliexpress-2016",
        "ordered_at": day(-70),
        "ship_by": None,
        "days": None,
        "deadline": None,
        "protection_days": None,
        "closes_at": closes,
        "closes_source": "typed" if closes else None,
        "pickup_by": None,
        "inspection": None,
        "confirmed_at": None,
        "cancelled_at": None,
        "parcels": [],
        "extensions": [],
        "disputes": [],
        "notes": [],
    }
    return {**made, **facts}


def transit(**facts):
    """Returns an order shipped 20 days ago, with delivery and protection of 60 days."""
    return order(**{"parcels": [parcel(day(-20))], "days": 60, **facts})


def disputed(facts_of_dispute, **facts):
    return transit(disputes=[facts_of_dispute], **facts)


def delivered(**facts):
    return order(**{"parcels": [parcel(day(-20), day(-1))], "days": 60, **facts})
