"""Compares the program's answers with those of the reference implementation."""

import collections
import json
import typing

from . import answers
from .instants import parse

STEP = ("action", "from", "by", "urgency")
WINDOWS = ("dispute", "extension", "escalation", "reason_change", "seller_answer")
ALIKE = (
    "status",
    "at_risk",
    "shipped_at",
    "delivered_at",
    "deadline",
    "closes_at",
    "closes_source",
    "completion",
    "deadlines",
)


class Difference(typing.NamedTuple):
    now: str
    number: str
    field: str
    program: typing.Any
    reference: typing.Any


class Comparison:
    """`ask(words, now)` returns the program's JSON output for a command line."""

    def __init__(self, ask, orders):
        self.ask = ask
        self.orders = {order["number"]: order for order in orders}
        self.differences = []

    def at(self, now):
        self.compare_list(now)
        for days in (4, 30):
            self.compare_due(now, days)
        self.compare_late(now, ["late"], delivered=False)
        self.compare_late(now, ["late", "--delivered"], delivered=True)

    def same(self, now, number, field, program, reference):
        if program != reference:
            self.differences.append(Difference(now, number, field, program, reference))

    def compare_list(self, now):
        listed = self.ask(["list", "--all"], now)
        numbers = [answer["number"] for answer in listed]
        self.compare_members(now, "list", sorted(numbers), sorted(self.orders))
        for answer in listed:
            self.compare_order(now, answer, self.orders[answer["number"]])

    def compare_order(self, now, answer, order):
        reference = answers.assess(order, parse(now))
        number = answer["number"]
        for key in ALIKE:
            self.same(now, number, key, answer[key], reference[key])
        for key in STEP:
            step = reference["next_step"]
            field = "next_step.%s (row %d)" % (key, step["row"])
            self.same(now, number, field, answer["next_step"][key], step[key])
        for key in WINDOWS:
            field = "windows." + key
            self.same(now, number, field, answer["windows"][key], reference["windows"][key])
        escalations = [dispute["escalation"] for dispute in answer["disputes"]]
        self.same(now, number, "disputes.escalation", escalations, reference["escalation"])

    def compare_due(self, now, days):
        listed = self.ask(["due", "--within", "%dd" % days], now)
        program = [
            (answer["number"], *(answer["due"][key] for key in ("kind", "at", "days_left")))
            for answer in listed
        ]
        reference = answers.due(self.orders.values(), parse(now), days)
        self.compare_members(now, "due --within %dd" % days, program, reference)

    def compare_late(self, now, words, delivered):
        program = [answer["number"] for answer in self.ask(words, now)]
        reference = answers.late(self.orders.values(), parse(now), delivered)
        self.compare_members(now, " ".join(words), program, reference)

    def compare_members(self, now, field, program, reference):
        """Reports members that only one side has, or else the first difference in their order."""
        surplus = collections.Counter(program)
        surplus.subtract(reference)
        for member, count in surplus.items():
            if count:
                counts = program.count(member), reference.count(member)
                self.same(now, number_of(member), field, *counts)
        if sorted(program) != sorted(reference):
            return
        for place, (left, right) in enumerate(zip(program, reference)):
            if left != right:
                self.same(now, number_of(left), "%s, place %d" % (field, place), left, right)
                return

    def report(self, limit=10):
        """Returns how often each field differs, and the first such orders."""
        fields = collections.Counter(difference.field for difference in self.differences)
        lines = ["%6d  %s" % (count, field) for field, count in fields.most_common()]
        first = {}
        for difference in self.differences:
            first.setdefault(difference.number, difference.now)
        for number, now in list(first.items())[:limit]:
            lines.append("order %s at %s" % (number, now))
            for difference in self.differences:
                if (difference.now, difference.number) == (now, number):
                    lines.append("  " + difference.field)
                    lines.append("    program " + json.dumps(difference.program))
                    lines.append("    reference " + json.dumps(difference.reference))
            lines.append("  facts " + json.dumps(self.orders.get(number)))
        return "\n".join(lines)


def number_of(member):
    """Members of a list are order numbers, or begin with one."""
    return member if isinstance(member, str) else member[0]
