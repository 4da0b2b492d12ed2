"""Extensions: requested, granted, declined."""

from .call import impossible_if, misused_if
from .instants import DAY, parse, rfc3339
from .order_commands import refuse_after_the_end
from .record import clocks_of, open_dispute


def check_words(call):
    misused_if(call.has("days") and call.has("closes"), "one of the two")


def request(call, facts):
    refuse_after_the_end(call, facts)
    refuse_asking(call, facts)
    facts["extensions"].append(new_request(call, call.option("days")))


def grant(call, facts):
    refuse_after_the_end(call, facts)
    asked = last_pending(facts)
    impossible_if(not call.has("days", "closes") and not (asked and asked["days"]), "how much")
    days = days_granted(call, facts, asked)
    if asked is None:
        refuse_asking(call, facts)
        asked = new_request(call, days)
        facts["extensions"].append(asked)
    exact = rfc3339(call.option("closes"))
    asked.update(status="granted", days=days, decided_at=rfc3339(call.at), closes_at=exact)
    asked["channel"] = call.given.get("channel", asked["channel"])


def decline(call, facts):
    refuse_after_the_end(call, facts)
    asked = last_pending(facts)
    impossible_if(asked is None, "nothing was asked for")
    asked.update(status="declined", decided_at=rfc3339(call.at))


def days_granted(call, facts, asked):
    """Returns the difference, rounded up, if the new end is given; None if the old one is unknown."""
    if call.has("days"):
        return call.option("days")
    if not call.has("closes"):
        return asked["days"]
    closes = clocks_of(facts).closes
    if closes is None:
        return None
    more = call.option("closes") - closes
    impossible_if(more <= 0, "the closing date does not move")
    return -(-more // DAY)


def refuse_asking(call, facts):
    call.refuse_if(open_dispute(facts), "a dispute is open")
    closes = clocks_of(facts).closes
    call.refuse_if(closes is not None and call.at >= closes, "protection has ended")
    completed = parse(facts["completed_at"])
    call.refuse_if(completed is not None and call.at >= completed, "the site completed it")


def last_pending(facts):
    pending = [request for request in facts["extensions"] if request["status"] == "pending"]
    return max(reversed(pending), key=lambda asked: parse(asked["requested_at"]), default=None)


def new_request(call, days):
    return {
        "requested_at": rfc3339(call.at),
        "days": days,
        "channel": call.option("channel"),
        "status": "pending",
        "decided_at": None,
        "closes_at": None,
    }
