"""The instants at which the state of an order changes."""

from reference.disputes import Dispute
from reference.instants import DAY, later, parse
from reference.record import clocks_of


def edges_of(facts):
    """Returns them sorted, without duplicates."""
    clocks = clocks_of(facts)
    found = {parse(facts[name]) for name in ("ordered_at", "ship_by", "pickup_by", "completed_at")}
    found |= {clocks.shipped, clocks.deadline, clocks.closes, clocks.chargeback}
    found |= {*(clocks.dispute_window or ()), *(clocks.window_after_shipment or ())}
    for parcel in facts["parcels"]:
        found |= {parse(parcel["shipped_at"]), parse(parcel["delivered_at"])}
        found.add(parse(parcel["claimed_delivered_at"]))
    if clocks.closes is not None:
        found |= {clocks.closes - days * DAY for days in (2, 3, 4)}
        found.add(clocks.closes + clocks.grace)
    found.add(later(clocks.delivered, clocks.rules.reason_change))
    for request in facts["extensions"]:
        found |= {parse(request["requested_at"]), parse(request["decided_at"])}
    for dispute in facts["disputes"]:
        found |= edges_of_dispute(Dispute(dispute, clocks.rules))
    return sorted(found - {None})


def edges_of_dispute(dispute):
    return {
        dispute.opened,
        dispute.amended,
        dispute.answer_ends,
        dispute.closed,
        dispute.escalation_opens,
        dispute.auto_escalates,
        dispute.evidence_due,
        dispute.return_by,
    }
