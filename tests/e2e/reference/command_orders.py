"""Helpers for the command cases: orders, commands and their results."""

import typing

from .call import Call, NotDone
from .case_orders import NOW, day, dispute, parcel
from .commands import changed, check_words
from .instants import parse, rfc3339
from .record import clocks_of, new_facts

INSTANTS = ("at", "by", "closes", "completed", "deadline", "shipped", "evidence_due", "return_by")

CASES = []


class Case(typing.NamedTuple):
    name: str
    facts: dict
    call: Call
    expected: dict

    def answer(self):
        made, outcome = outcome_of(self.facts, self.call)
        forced = outcome_of(self.facts, self.call._replace(force=True))[1]
        derived = {"outcome": outcome, "forced": forced}
        if made:
            derived["closes_at"] = rfc3339(clocks_of(made).closes)
            derived["closes_source"] = clocks_of(made).closes_source
        return {field: value_in({**(made or {}), **derived}, field) for field in self.expected}


def case(name, facts, command, **given):
    """A command at NOW; expectations are chained with a dot. Instants are texts."""
    read = {key: parse(value) if key in INSTANTS else value for key, value in given.items()}
    return Expecting(name, facts, Call(command, (1,), read, NOW))


class Expecting(typing.NamedTuple):
    name: str
    facts: dict
    call: Call

    def becomes(self, **expected):
        """Expects success without --force; inner keys after `__`."""
        CASES.append(Case(self.name, self.facts, self.call, {"outcome": "done", **expected}))

    def refused(self, forced="done"):
        expected = {"outcome": "refused", "forced": forced}
        CASES.append(Case(self.name, self.facts, self.call, expected))

    def impossible(self):
        expected = {"outcome": "impossible", "forced": "impossible"}
        CASES.append(Case(self.name, self.facts, self.call, expected))

    def misused(self):
        CASES.append(Case(self.name, self.facts, self.call, {"outcome": "misused"}))


def outcome_of(facts, call):
    try:
        check_words(call)
        return changed(facts, call), "done"
    except NotDone as failure:
        return None, type(failure).__name__.lower()


def value_in(made, field):
    for key in field.split("__"):
        made = made[int(key)] if isinstance(made, list) else made[key]
    return made


def order(**facts):
    return {**new_facts("3051000000011234"), **facts}


def transit(**facts):
    """Returns an order shipped 20 days ago, with delivery and protection of 60 days."""
    return order(**{"parcels": [parcel(day(-20))], "days": 60, **facts})


def closing(days=0, seconds=0, **facts):
    """Returns an order in transit with a typed end of protection."""
    return transit(closes=day(days, seconds), **facts)


def disputed(opened, **facts):
    return transit(disputes=[opened_at(opened, **facts)])


def opened_at(opened, reason="not_as_described", **facts):
    return dispute(opened, reason, **{"answered_at": None, "offer": None, **facts})
