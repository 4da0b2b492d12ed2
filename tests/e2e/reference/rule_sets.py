"""The day counts of each rule set; None if it has no limit."""

import typing


class RuleSet(typing.NamedTuple):
    dispute_opens: int
    short_promise: int
    grace: int
    escalation_opens: typing.Optional[int]
    auto_escalates: int
    reason_change: typing.Optional[int]


RULE_SETS = {
    "aliexpress-2016": RuleSet(5, 5, 0, 3, 15, 5),
    "aliexpress-2017": RuleSet(10, 5, 15, None, 7, None),
    "aliexpress-2023": RuleSet(10, 5, 15, None, 7, None),
}
