"""Disputes, from opening to the return of the goods."""

import hashlib
import os

from .call import impossible_if, misused_if
from .clocks import Clocks
from .disputes import Dispute
from .instants import later, parse, rfc3339
from .order_commands import money, refuse_after_the_end, add_note
from .record import as_order, clocks_of, current_dispute, is_confirmed, open_dispute

REASONS = {"not-received": "not_received", "not-as-described": "not_as_described"}
REQUEST_OPTIONS = ("reason", "want", "amount")


def check_words(call):
    name = call.name.split()[1]
    partial, amount = call.option("want") == "partial", call.has("amount")
    if name == "open":
        misused_if(not call.has("reason"), "the reason")
        misused_if(partial != amount, "an amount goes with a partial refund")
    if name == "amend":
        misused_if(not call.has(*REQUEST_OPTIONS), "nothing to change")
        misused_if(call.has("want") and amount and not partial, "a full refund has no amount")
    if name == "answer":
        misused_if(not call.has("seller"), "the answer")
        offers = call.option("seller") in ("offered", "accepted")
        misused_if(amount and not offers, "an amount goes with an offer")
    misused_if(name == "evidence" and not call.has("files"), "the files")
    if name == "resolve":
        misused_if(not call.has("outcome"), "the outcome")
        misused_if(call.option("outcome") == "partial" and not amount, "how much")
        rejected = call.option("outcome") == "rejected"
        misused_if(rejected and call.has("amount", "return_by"), "nothing was refunded")


def open_(call, facts):
    refuse_after_the_end(call, facts, allowed_in_window=True)
    call.refuse_if(open_dispute(facts), "one is open")
    call.refuse_if(any(each["outcome"] for each in facts["disputes"]), "one had an outcome")
    refuse_outside_the_window(call, facts)
    dispute = dict.fromkeys((
        "amount", "amended_at", "answered_at", "offer", "escalated_at", "evidence_due", "outcome",
        "refund", "closed_at", "return_by", "returned_at"))
    dispute.update(opened_at=rfc3339(call.at), want="full", seller_answer="none", evidence=[])
    apply_request(call, dispute)
    facts["disputes"].append(dispute)
    add_note(call, facts, call.at)


def window_for(reason, clocks):
    return clocks.dispute_window if reason == "not_received" else clocks.window_after_shipment


def refuse_outside_the_window(call, facts):
    window = window_for(REASONS[call.option("reason")], clocks_of(facts))
    call.refuse_if(window is None, "no window")
    if window is None:
        return
    opens, until = window
    call.refuse_if(call.at < opens, "not yet")
    call.refuse_if(until is not None and call.at >= until, "no longer")


def apply_request(call, dispute):
    if call.has("reason"):
        dispute["reason"] = REASONS[call.option("reason")]
    if call.has("want"):
        dispute["want"] = call.option("want")
    if call.has("amount"):
        dispute["amount"] = money(call.option("amount"))
    if dispute["want"] != "partial":
        dispute["amount"] = None


def the_open_one(call, facts):
    """With --force also a resolved dispute; after a cancelled one there is nothing to record it on."""
    dispute = current_dispute(facts)
    impossible_if(dispute is None, "no dispute is open")
    impossible_if(dispute["outcome"] is None and dispute["closed_at"], "it was cancelled")
    return dispute


def amend(call, facts):
    refuse_after_the_end(call, facts)
    dispute = the_open_one(call, facts)
    want = call.given.get("want", dispute["want"])
    impossible_if(call.has("amount") and want != "partial", "a full refund has no amount")
    known = call.has("amount") or dispute["amount"]
    impossible_if(want == "partial" and not known, "how much")
    last = parse(dispute.get("amended_at"))
    call.refuse_if(last is not None and call.at < last, "amended later")
    if call.has("reason") and REASONS[call.option("reason")] != dispute["reason"]:
        refuse_a_late_reason(call, facts, dispute)
    apply_request(call, dispute)
    dispute["amended_at"] = rfc3339(call.at)


def refuse_a_late_reason(call, facts, dispute):
    clocks = clocks_of(facts)
    until = later(clocks.delivered, clocks.rules.reason_change)
    not_received = dispute["reason"] == "not_received"
    call.refuse_if(not_received and until is not None and call.at >= until, "too late")


def answer(call, facts):
    refuse_after_the_end(call, facts)
    dispute, said = the_open_one(call, facts), call.option("seller")
    dispute.update(seller_answer=said, answered_at=None if said == "none" else rfc3339(call.at))
    if said in ("none", "refused"):
        dispute["offer"] = None
    elif call.has("amount"):
        dispute["offer"] = money(call.option("amount"))
    add_note(call, facts, call.at)


def evidence(call, facts):
    refuse_after_the_end(call, facts)
    dispute = the_open_one(call, facts)
    for path in call.option("files"):
        impossible_if(not os.path.isfile(path), "no such file")
        with open(path, "rb") as file:
            content = file.read()
        proof = {"file": path, "sha256": hashlib.sha256(content).hexdigest()}
        same = [known for known in dispute["evidence"] if proof.items() <= known.items()]
        if same:  # unchanged: only its note
            same[0]["note"] = call.option("note") or same[0]["note"]
            continue
        proof.update(size=len(content), note=call.option("note"), added_at=rfc3339(call.at))
        dispute["evidence"].append(proof)


def escalate(call, facts):
    refuse_after_the_end(call, facts)
    dispute = the_open_one(call, facts)
    due = call.option("evidence_due")
    if due is not None:
        dispute["evidence_due"] = rfc3339(due)
    read = Dispute(dispute, Clocks(as_order(facts)).rules)
    no_button = read.escalation_opens is None
    done = dispute["escalated_at"] or call.at >= read.auto_escalates
    if due is not None and (no_button or done) and not call.force:
        return  # only the due date
    call.refuse_if(no_button, "no button")
    call.refuse_if(done, "escalated already")
    call.refuse_if(not no_button and call.at < read.escalation_opens, "not yet")
    dispute["escalated_at"] = rfc3339(call.at)


def resolve(call, facts):
    refuse_after_the_end(call, facts)
    dispute = the_open_one(call, facts)
    outcome, refund = call.option("outcome"), None
    if call.has("amount"):
        refund = money(call.option("amount"))
    elif outcome == "refunded":
        refund = facts["price"]
    dispute.update(outcome=outcome, refund=refund, closed_at=rfc3339(call.at),
                   return_by=rfc3339(call.option("return_by")))


def returned(call, facts):
    call.refuse_if(facts["cancelled_at"] or is_confirmed(facts), "the order is over")
    dispute = current_dispute(facts)
    impossible_if(dispute is None, "no dispute")
    lost = dispute["outcome"] == "rejected" or (not dispute["outcome"] and dispute["closed_at"])
    call.refuse_if(lost, "nothing is to be sent back")
    call.refuse_if(dispute["returned_at"], "sent back already")
    dispute["returned_at"] = rfc3339(call.at)
    if call.has("tracking", "address_confirmed"):
        facts["notes"].append({"at": rfc3339(call.at), "text": None})  # the text is the program's own


def cancel(call, facts):
    refuse_after_the_end(call, facts)
    dispute = the_open_one(call, facts)
    impossible_if(dispute["outcome"], "it has had its outcome")
    unseen = dispute["reason"] == "not_received" and clocks_of(facts).delivered is None
    call.refuse_if(unseen, "the goods have not arrived")
    dispute["closed_at"] = rfc3339(call.at)
