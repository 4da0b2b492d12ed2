"""The facts of one order, and its complete order object at an instant.

Facts have the order object's keys and values, with three exceptions: `closes` is the closing date
as typed, without extensions granted later; `deadline` is only there if it was typed; derived values are
left out.
"""

from .answers import assess
from .clocks import Clocks, grants_in_order
from .disputes import Dispute, current
from .instants import DAY, later, parse, rfc3339

DERIVED = ("shipped_at", "delivered_at", "deadline", "closes_at", "closes_source", "completion",
           "status", "windows", "deadlines", "at_risk")
TEXTS = ("title", "seller", "client")
UNKNOWN = (*TEXTS, "price", "sale_price", "ordered_at", "ship_by", "days", "deadline",
           "protection_days", "closes", "pickup_by", "inspection", "completion_notice_at",
           "completed_at", "confirmed_at", "cancelled_at")


def new_facts(number):
    lists = {name: [] for name in ("tags", "parcels", "extensions", "disputes", "notes")}
    return {"number": number, "rules": "aliexpress-2016", **dict.fromkeys(UNKNOWN), **lists}


def new_parcel(**facts):
    made = dict(tracking=None, carrier=None, untracked=False, shipped_at=None, delivered_at=None,
                claimed_delivered_at=None)
    return {**made, **facts}


def as_order(facts):
    """Returns the facts as the clocks need them: a typed closing date is the effective one."""
    order = {key: value for key, value in facts.items() if key != "closes"}
    typed = parse(facts["closes"])
    if typed is None:
        return {**order, "closes_at": None, "closes_source": None}
    for grant in grants_in_order(facts):
        exact = parse(grant["closes_at"])
        typed = exact if exact is not None else later(typed, grant["days"] or 0)
    return {**order, "closes_at": rfc3339(typed), "closes_source": "typed"}


def clocks_of(facts):
    return Clocks(as_order(facts))


def type_closes(facts, closes):
    """Sets closes as shown on the order page, which includes granted days."""
    count_grants(facts)
    granted = sum(grant["days"] or 0 for grant in grants_in_order(facts))
    facts["closes"] = rfc3339(closes - granted * DAY)


def count_grants(facts):
    """Makes extensions count by their days, after another closing date replaced an exact one."""
    for grant in facts["extensions"]:
        grant["closes_at"] = None


def current_dispute(facts):
    """Returns the facts of the dispute opened last, or None."""
    rules = clocks_of(facts).rules
    read = [Dispute(dispute, rules) for dispute in facts["disputes"]]
    latest = current(read)
    return None if latest is None else facts["disputes"][read.index(latest)]


def is_open(dispute):
    return dispute is not None and dispute["outcome"] is None and dispute["closed_at"] is None


def open_dispute(facts):
    """Returns the facts of the current dispute if it is open, or None."""
    dispute = current_dispute(facts)
    return dispute if is_open(dispute) else None


def is_confirmed(facts):
    """Returns whether receipt was confirmed, and no later dispute is open or has an outcome."""
    if facts["confirmed_at"] is None:
        return False
    dispute = current_dispute(facts)
    if dispute is None or clocks_of(facts).grace == 0:
        return True
    is_later = parse(dispute["opened_at"]) >= parse(facts["confirmed_at"])
    return not (is_later and (is_open(dispute) or dispute["outcome"]))


def is_disputable_after_confirmation(facts, instant):
    is_over = facts["cancelled_at"] or not is_confirmed(facts)
    return not is_over and clocks_of(facts).is_window_ahead(instant)


def object_at(facts, order_id, now):
    """Returns the order object as in JSON, without the sentence of `why`."""
    read = assess(as_order(facts), now)
    disputes = [
        {**dispute, "escalation": escalation}
        for dispute, escalation in zip(facts["disputes"], read["escalation"])
    ]
    step = {key: value for key, value in read["next_step"].items() if key != "row"}
    stored = {key: value for key, value in facts.items() if key != "closes"}
    derived = {key: read[key] for key in DERIVED}
    return {"id": order_id, **stored, **derived, "disputes": disputes, "next_step": step}
