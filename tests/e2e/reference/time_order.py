"""Finds times that are in the wrong order."""

from .instants import parse
from .record import clocks_of

NEVER = parse("9999-12-31T23:59:59Z")
EVENTS = ("ordered_at", "shipped_at", "delivered_at", "claimed_delivered_at",
          "completion_notice_at", "completed_at", "confirmed_at", "cancelled_at",
          "requested_at", "decided_at", "opened_at", "amended_at", "answered_at", "escalated_at",
          "closed_at", "returned_at")


def misordered(facts):
    """Yields (what, its instant, what it must not precede, its instant) of each wrong pair."""
    return {pair for pair in pairs_of(facts) if None not in pair and pair[1] < pair[3]}


def meaningless(facts):
    """Yields deadlines before the shipment, which make clocks meaningless."""
    clocks = clocks_of(facts)
    pair = ("deadline", clocks.deadline, "shipped", clocks.shipped)
    return {pair} if None not in pair and clocks.deadline < clocks.shipped else set()


def events(facts):
    """Returns (owner, event, instant) for each event; other times are ends."""
    events = {("order", name, facts[name]) for name in EVENTS if name in facts}
    for key in ("parcels", "extensions", "disputes"):
        for place, part in enumerate(facts[key]):
            events |= {(key, place, name, part[name]) for name in EVENTS if name in part}
    for dispute in facts["disputes"]:
        events |= {("evidence", proof["file"], proof["added_at"]) for proof in dispute["evidence"]}
    return {(*what, parse(at)) for *what, at in events if at is not None}


def pairs_of(facts):
    ordered = parse(facts["ordered_at"])
    ends = {name: parse(facts[name]) for name in ("confirmed_at", "cancelled_at")}
    for end in ends:
        yield end, ends[end], "ordered", ordered
    yield "completed", parse(facts["completed_at"]), "ordered", ordered
    clocks = clocks_of(facts)
    if clocks.closes_source == "typed":
        ends["closes"] = clocks.closes
    for parcel in facts["parcels"]:
        sent = parse(parcel["shipped_at"])
        yield "shipped", sent, "ordered", ordered
        for arrival in ("delivered_at", "claimed_delivered_at"):
            came = parse(parcel.get(arrival))
            yield arrival, came, "shipped", sent
            yield arrival, came, "ordered", ordered
        for end in ends:
            yield end, ends[end], "shipped", sent
    for request in facts["extensions"]:
        yield "decided", parse(request["decided_at"]), "requested", parse(request["requested_at"])
    ended = still_open = None
    for dispute in sorted(facts["disputes"], key=lambda each: parse(each["opened_at"])):
        opened = parse(dispute["opened_at"])
        yield "opened", opened, "the earlier one ended", ended
        yield "opened", opened, "the one of %s, open still, ended" % still_open, still_open and NEVER
        for event in ("amended_at", "answered_at", "escalated_at", "closed_at", "returned_at"):
            yield event, parse(dispute.get(event)), "opened", opened
        ended = parse(dispute["closed_at"])
        still_open = None if ended or dispute["outcome"] else opened
