"""Commands that change an order's facts. Each changes `facts` or raises the reason for refusal."""

from .call import impossible_if, misused_if
from .instants import rfc3339
from .record import (TEXTS, clocks_of, count_grants, current_dispute, is_confirmed,
                     is_disputable_after_confirmation, new_parcel, type_closes)

INSTANTS = {"ordered": "ordered_at", "ship_by": "ship_by", "deadline": "deadline",
            "completion_notice": "completion_notice_at", "completed": "completed_at"}
PARCEL_WORDS = ("shipped", "tracking", "carrier", "untracked")
LISTS = ("tags", "parcels", "extensions", "disputes", "notes")
FACT_OPTIONS = (*TEXTS, *PARCEL_WORDS, *INSTANTS, "price", "sale_price", "days", "closes",
           "protection_days", "rules", "note", "clear", "add_tag", "remove_tag")


def check_words(call):
    """Checks the command line alone."""
    misused_if(call.has("deadline") and call.has("days"), "one of the two")
    misused_if(call.has("closes") and call.has("protection_days"), "one of the two")
    misused_if(call.name == "edit" and not call.has(*FACT_OPTIONS), "nothing to change")
    misused_if(call.name == "pickup" and not call.has("by"), "until when")
    looks = call.has("good") + call.has("bad")
    misused_if(call.name == "inspect" and looks != 1, "good or bad")


def refuse_after_the_end(call, facts, allowed_in_window=False):
    """After confirmation, some changes are allowed as long as a dispute is."""
    if allowed_in_window and is_disputable_after_confirmation(facts, call.at):
        return
    call.refuse_if(facts["cancelled_at"] or is_confirmed(facts), "the order is over")
    dispute = current_dispute(facts)
    call.refuse_if(dispute and dispute["outcome"], "the dispute was resolved")


def add(call, facts):
    apply_facts(call, facts)
    facts["tags"] = list(call.given.get("tag", ()))


def edit(call, facts):
    for field in call.given.get("clear", ()):
        clear(facts, field)
    apply_facts(call, facts)
    for tag in call.given.get("add_tag", ()):
        if tag not in facts["tags"]:
            facts["tags"].append(tag)
    for tag in call.given.get("remove_tag", ()):
        impossible_if(tag not in facts["tags"], "no such tag")
        facts["tags"].remove(tag)


def apply_facts(call, facts):
    """Applies the options common to `add` and `edit`."""
    for name in TEXTS + ("rules",):
        if call.has(name):
            facts[name] = call.option(name)
    for name in ("price", "sale_price"):
        if call.has(name):
            facts[name] = money(call.option(name))
    for option, name in INSTANTS.items():
        if call.has(option):
            facts[name] = rfc3339(call.option(option))
    apply_clocks(call, facts)
    if call.has(*PARCEL_WORDS):
        apply_parcel(call, the_parcel(facts), call.option("shipped"))
    add_note(call, facts, call.now)


def apply_clocks(call, facts):
    """A date replaces a number of days, and vice versa."""
    if call.has("deadline"):
        facts.update(deadline=rfc3339(call.option("deadline")), days=None)
    if call.has("days"):
        facts.update(deadline=None, days=call.option("days"))
    if call.has("closes"):
        type_closes(facts, call.option("closes"))
    if call.has("protection_days"):
        facts.update(closes=None, protection_days=call.option("protection_days"))
        count_grants(facts)


def the_parcel(facts):
    impossible_if(len(facts["parcels"]) > 1, "which of the parcels")
    if not facts["parcels"]:
        facts["parcels"].append(new_parcel())
    return facts["parcels"][0]


def apply_parcel(call, parcel, shipped):
    if shipped is not None:
        parcel["shipped_at"] = rfc3339(shipped)
    for name in ("tracking", "carrier", "untracked"):
        if call.has(name):
            parcel[name] = call.option(name)


def add_note(call, facts, at):
    if call.has("note"):
        facts["notes"].append({"at": rfc3339(at), "text": call.option("note")})


def clear(facts, field):
    if field in ("delivered_at", "claimed_delivered_at"):
        for parcel in facts["parcels"]:
            parcel[field] = None
    elif field == "shipped_at":
        impossible_if(len(facts["parcels"]) > 1, "which of the parcels")
        for parcel in facts["parcels"]:
            parcel["shipped_at"] = None
    elif field == "closes_at":
        facts["closes"] = None
        count_grants(facts)
    elif field in LISTS:
        facts[field] = []
    else:
        facts[field] = None


def ship(call, facts):
    refuse_after_the_end(call, facts)
    parcel = new_parcel()
    apply_parcel(call, parcel, call.at)
    facts["parcels"].append(parcel)
    apply_clocks(call, facts)


def pickup(call, facts):
    refuse_after_the_end(call, facts)
    facts["pickup_by"] = rfc3339(call.option("by"))


def deliver(call, facts):
    if not is_disputable_after_confirmation(facts, call.at):
        over = facts["cancelled_at"] or is_confirmed(facts)
        call.refuse_if(over, "the order is over")  # a resolved one may still be delivered
    if not facts["parcels"]:
        call.refuse_if(True, "not shipped")
        facts["parcels"].append(new_parcel(tracking=call.option("tracking")))
    parcels = facts["parcels"]
    if call.has("tracking"):
        parcels = [parcel for parcel in parcels if parcel["tracking"] == call.option("tracking")]
        impossible_if(not parcels, "no such parcel")
    fact = "claimed_delivered_at" if call.has("claimed") else "delivered_at"
    unknown = [parcel for parcel in parcels if parcel[fact] is None]
    impossible_if(not unknown, "delivered already")
    for parcel in unknown:
        parcel[fact] = rfc3339(call.at)


def inspect(call, facts):
    refuse_after_the_end(call, facts, allowed_in_window=True)
    facts["inspection"] = "good" if call.has("good") else "bad"
    add_note(call, facts, call.now)


def confirm(call, facts):
    refuse_after_the_end(call, facts)
    call.refuse_if(facts["confirmed_at"], "confirmed already")
    facts["confirmed_at"] = rfc3339(call.at)


def cancel(call, facts):
    refuse_after_the_end(call, facts)
    call.refuse_if(clocks_of(facts).has_parcels, "it was shipped")
    facts["cancelled_at"] = rfc3339(call.at)


def money(cents):
    return {"amount": "%d.%02d" % divmod(cents, 100), "currency": "USD"}
