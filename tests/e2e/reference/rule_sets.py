"""The day counts of each rule set; None if it has no limit."""

import typing


class RuleSet(typing.NamedTuple):
    dispute_opens: int
    short_promise: int
    grace: int  # after completion
    escalation_opens: typing.Optional[int]
    auto_escalates: int
    reason_change: typing.Optional[int]
    completes_after_delivery: typing.Optional[int] = None
    opens_at_deadline: bool = False
    no_tracking: typing.Optional[int] = None
    return_ship: typing.Optional[int] = None
    seller_answer: typing.Optional[int] = None
    chargeback: typing.Optional[int] = None


RULE_SETS = {
    "aliexpress-2016": RuleSet(5, 5, 0, 3, 15, 5),
    "aliexpress-2017": RuleSet(10, 5, 15, None, 7, None, 0, False, 7, 10, 5),
    "aliexpress-2023": RuleSet(10, 5, 15, None, 7, None, 0, False, 7, 10, 5),
    "aliexpress-2024": RuleSet(10, 5, 15, None, 7, None, 0, True, 7, 10, 5, 120),
}
