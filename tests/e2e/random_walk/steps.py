"""The commands of a walk, and their arguments."""

import typing

from reference.call import Call, NotDone
from reference.instants import DAY, parse
from reference.record import clocks_of, open_dispute
from reference.rule_sets import RULE_SETS

from .edges import edges_of

START = parse("2026-11-20T12:00:00Z")
CLEARED = ("title", "price", "ordered_at", "ship_by", "days", "deadline", "protection_days",
           "closes_at", "pickup_by", "inspection", "confirmed_at", "cancelled_at", "delivered_at",
           "claimed_delivered_at", "completion_notice_at", "completed_at",
           "shipped_at", "extensions", "disputes", "tags")
UNKNOWN_ID = 99  # an id
TRIES = 4  # to find a step that is not refused


class Maker:
    """Generates the next command line of a walk through `store`."""

    def __init__(self, random, store, rule_set, files, steps=None):
        self.random = random
        self.store = store
        self.rule_set = rule_set
        self.files = files  # the last one does not exist
        self.steps = [step for step in STEPS if steps is None or step.name in steps]
        self.numbers = 0
        self.trackings = 0
        self.facts = None  # of the current order
        self.now = START

    def next_call(self):
        """Returns a step, usually one that succeeds."""
        for _ in range(self.random.choice((1, TRIES))):
            call = self.any_call()
            if self.can_be_done(call):
                break
        return call

    def any_call(self):
        orders = self.store.orders
        if not orders or (len(orders) < 3 and self.chance(0.06)):
            return self.call("add", ())
        ids = [self.random.choice(list(orders))]
        if self.chance(0.06):
            ids = self.random.sample(list(orders), self.random.randint(1, len(orders)))
        self.facts = orders[ids[0]]
        if self.chance(0.02):
            ids.append(UNKNOWN_ID)
        weights = [step.weight(self.facts) for step in self.steps]
        step = self.random.choices(self.steps, weights)[0]
        return self.call(step.name, () if step.name in ("add", "undo") else tuple(ids))

    def call(self, name, ids):
        step = next(step for step in STEPS if step.name == name)
        self.now, at = self.times(window_edges(self.facts) if name == "dispute open" else ())
        given = step.give(self)
        if at is not None and step.takes_at:
            given["at"] = at
        return Call(name, ids, given, self.now, step.takes_force and self.chance(0.15))

    def can_be_done(self, call):
        try:
            self.store.clone().do(call)
        except NotDone:
            return False
        return True

    def times(self, edges=()):
        """Returns the time, often at one of `edges`, and the value of --at or None."""
        edge = self.instant()
        if edges and self.chance(0.75):
            edge = self.random.choice(edges) + self.random.choice((-1, 0, 1))
        way = self.random.random()
        if way < 0.45:
            return edge, None
        if way < 0.55:
            return edge - DAY - self.random.choice((0, 1)), edge
        return edge + self.random.choice((0, 1, DAY, self.random.randrange(9 * DAY))), edge

    def chance(self, probability):
        return self.random.random() < probability

    def instant(self):
        """Returns an instant at an edge of the current order, a second off, or anywhere."""
        edges = edges_of(self.facts) if self.facts else []
        if not edges or self.chance(0.2):
            return self.now + self.random.randrange(-2 * DAY, 12 * DAY)
        return self.random.choice(edges) + self.random.choice((-1, 0, 0, 1))

    def end(self):
        """Returns a start: before an edge, or at one."""
        return self.instant() + self.random.choice((0, 1, 4, 10, 30)) * DAY

    def days(self):
        return self.random.choice((1, 3, 4, 5, 6, 10, 20, 45))

    def money(self):
        return self.random.randrange(1, 10_000)

    def some(self, **options):
        """Returns a random subset of the options; functions generate the values."""
        return {name: give() for name, give in options.items() if self.chance(0.35)}

    def new_tracking(self):
        self.trackings += 1
        return "LP%03d" % self.trackings

    def a_tracking(self):
        known = [parcel["tracking"] for parcel in self.facts["parcels"] if parcel["tracking"]]
        return self.random.choice(known + ["LP000"])

    def clocks(self):
        """Returns random options for the deadline and the end of protection."""
        given = {}
        way = self.random.choice(("days", "days", "deadline", None))
        if way:
            given[way] = self.days() if way == "days" else self.end()
        way = self.random.choice(("protection_days", "closes", None, None))
        if way:
            given[way] = self.days() if way == "protection_days" else self.end()
        return given

    def pick(self, *values):
        return lambda: self.random.choice(values)


def give_add(maker):
    maker.facts = None
    maker.numbers += maker.chance(0.9) or not maker.store.orders
    ordered = maker.now - maker.random.randrange(3 * DAY)
    given = maker.some(
        title=maker.pick("Desk lamp", "USB hub"), price=maker.money, ship_by=maker.end,
        note=maker.pick("a gift"), tag=lambda: ["gifts"], ordered=lambda: ordered)
    if maker.chance(0.6):
        given.update(shipped=maker.instant())
        if maker.chance(0.7 if RULE_SETS[maker.rule_set].opens_at_deadline else 0.35):
            given["tracking"] = maker.new_tracking()
    given.update(maker.clocks())
    return {"number": "3051%09d234" % maker.numbers, "rules": maker.rule_set, **given}


def give_edit(maker):
    if maker.chance(0.2):
        return {maker.random.choice(("completion_notice", "completed")): maker.instant()}
    if maker.chance(0.4):
        return {"clear": [maker.random.choice(CLEARED)]}
    if maker.chance(0.5):
        return maker.clocks()
    return maker.some(
        title=maker.pick("Desk lamp", "USB hub"), price=maker.money, ship_by=maker.end,
        ordered=maker.instant, shipped=maker.instant, tracking=maker.new_tracking,
        untracked=lambda: True, note=maker.pick("two were missing"),
        rules=maker.pick(*RULE_SETS))


def give_deliver(maker):
    return maker.some(tracking=maker.a_tracking, claimed=lambda: True)


def give_ship(maker):
    given = maker.some(
        tracking=maker.new_tracking, carrier=maker.pick("Example Post"), untracked=lambda: True)
    return {**given, **(maker.clocks() if maker.chance(0.6) else {})}


def give_inspect(maker):
    given = {} if maker.chance(0.04) else {maker.random.choice(("good", "bad")): True}
    return {**given, **maker.some(note=maker.pick("the screen is cracked"))}


def give_grant(maker):
    given = maker.some(days=maker.days, channel=maker.pick("button", "message"))
    closes = clocks_of(maker.facts).closes
    if maker.chance(0.4):
        given["closes"] = maker.end()
        given.pop("days", None) if maker.chance(0.9) else None
    if closes is not None and maker.chance(0.3):
        given = {"closes": closes + maker.random.choice((-1, 0, 1, DAY, DAY + 1, 5 * DAY))}
    return given


def request_options(maker):
    given = maker.some(want=maker.pick("full", "return", "partial", "partial"))
    if given.get("want") == "partial" and maker.chance(0.9) or maker.chance(0.1):
        given["amount"] = maker.money()
    return given


def give_open(maker):
    reason = maker.random.choice(("not-received", "not-as-described"))
    return {"reason": reason, **request_options(maker), **maker.some(note=maker.pick("the box is empty"))}


def give_amend(maker):
    return {**maker.some(reason=maker.pick("not-received", "not-as-described")), **request_options(maker)}


def give_answer(maker):
    answer = maker.random.choice(("none", "refused", "offered", "accepted"))
    return {"seller": answer, **maker.some(amount=maker.money, note=maker.pick("they were kind"))}


def give_evidence(maker):
    count = maker.random.choice((1, 1, 1, 2))
    files = maker.random.sample(maker.files[:-1], count)
    files += maker.files[-1:] * maker.chance(0.1)
    return {"files": files, **maker.some(note=maker.pick("a crack"))}


def give_resolve(maker):
    outcome = maker.random.choice(("refunded", "partial", "rejected"))
    given = {"outcome": outcome}
    if maker.chance(0.9 if outcome == "partial" else 0.1):
        given["amount"] = maker.money()
    if maker.chance(0.05 if outcome == "rejected" else 0.5):
        given["return_by"] = maker.end()
    return given


def give_undo(maker):
    return {"n": maker.random.choice((2, 3, 50))} if maker.chance(0.3) else {}


def weigh_edit(facts):
    return 9 if facts["confirmed_at"] or facts["cancelled_at"] else 5


def weigh_ship(facts):
    return (9, 3, 1)[min(len(facts["parcels"]), 2)]


def weigh_open(facts):
    """Where the window depends on the reason, both reasons should be tried in both windows."""
    if len(window_edges(facts)) == 2 and not facts["disputes"]:
        return 40
    return 12 if facts["confirmed_at"] else 6


def weigh_in_dispute(facts):
    return 9 if open_dispute(facts) else 1.5


def window_edges(facts):
    """Returns when disputes can be opened for goods not received and not as described."""
    clocks = clocks_of(facts)
    windows = (clocks.dispute_window, clocks.window_after_shipment)
    return sorted({window[0] for window in windows if window})


class Step(typing.NamedTuple):
    name: str
    weight: typing.Callable  # of facts
    give: typing.Callable  # the options except --at and --force
    takes_at: bool = True
    takes_force: bool = True


STEPS = (
    Step("add", lambda facts: 1, give_add, takes_at=False),
    Step("edit", weigh_edit, give_edit, takes_at=False),
    Step("remove", lambda facts: 0.7, lambda maker: {}, takes_at=False, takes_force=False),
    Step("ship", weigh_ship, give_ship),
    Step("pickup", lambda facts: 1, lambda maker: {"by": maker.end()}, takes_at=False),
    Step("deliver", lambda facts: 4, give_deliver),
    Step("inspect", lambda facts: 1.5, give_inspect, takes_at=False),
    Step("confirm", lambda facts: 1.5, lambda maker: {}),
    Step("cancel", lambda facts: 0.7, lambda maker: {}),
    Step("extend request", lambda facts: 4, lambda maker: {
        **maker.some(days=maker.days, channel=maker.pick("button", "message"))}),
    Step("extend grant", lambda facts: 4, give_grant),
    Step("extend decline", lambda facts: 1.5, lambda maker: {}),
    Step("dispute open", weigh_open, give_open),
    Step("dispute amend", weigh_in_dispute, give_amend),
    Step("dispute answer", weigh_in_dispute, give_answer),
    Step("dispute evidence", weigh_in_dispute, give_evidence),
    Step("dispute escalate", weigh_in_dispute, lambda maker: maker.some(evidence_due=maker.end)),
    Step("dispute resolve", lambda facts: weigh_in_dispute(facts) / 2, give_resolve),
    Step("dispute returned", lambda facts: 1.5, lambda maker: {
        **maker.some(tracking=maker.new_tracking, address_confirmed=lambda: True)}),
    Step("dispute cancel", weigh_in_dispute, lambda maker: {}),
    Step("undo", lambda facts: 3, give_undo, takes_at=False, takes_force=False),
)
