"""The disputes of one order, and which of them is current."""

from .instants import later, parse


class Dispute:
    def __init__(self, facts, rules):
        self.reason = facts["reason"]
        self.want = facts["want"]
        self.outcome = facts["outcome"]
        self.answer = facts["seller_answer"]
        self.has_evidence = bool(facts["evidence"])
        self.opened = parse(facts["opened_at"])
        self.closed = parse(facts["closed_at"])
        self.evidence_due = parse(facts["evidence_due"])
        self.return_by = parse(facts["return_by"])
        if self.return_by is None and self.outcome == "refunded" and self.want == "return":
            self.return_by = later(self.closed, rules.return_ship)
        self.amended = parse(facts.get("amended_at"))
        self.escalated_by_hand = facts["escalated_at"] is not None
        self.sent_back = facts["returned_at"] is not None
        self.is_open = self.outcome is None and self.closed is None
        self.escalation_opens = later(self.opened, rules.escalation_opens)
        self.auto_escalates = later(self.opened, rules.auto_escalates)
        asked = self.opened if self.amended is None else self.amended
        self.answer_ends = later(asked, rules.seller_answer)
        self.answer_window = (asked, self.answer_ends)
        if self.answer_ends is None or not self.is_open or self.escalated_by_hand:
            self.answer_window = None

    def escalation(self, now):
        if self.escalated_by_hand:
            return "manual"
        lasted = self.is_open or (self.closed is not None and self.auto_escalates < self.closed)
        return "automatic" if lasted and now >= self.auto_escalates else "none"

    def wants_return(self):
        """Returns whether goods must still be sent back."""
        if self.outcome in (None, "rejected") or self.sent_back:
            return False
        return self.return_by is not None or (self.outcome == "refunded" and self.want == "return")


def current(disputes):
    """Returns the dispute opened last; if two were opened together, the later in the list."""
    latest = None
    for dispute in disputes:
        if latest is None or dispute.opened >= latest.opened:
            latest = dispute
    return latest
