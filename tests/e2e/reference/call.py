"""A typed command, and the three ways in which it can fail."""

import typing


class NotDone(Exception):
    """Nothing is recorded."""

    code = 1


class Refused(NotDone):
    """A rule does not allow it; --force records it anyway."""


class Impossible(NotDone):
    """The thing to change does not exist, or a clock would become meaningless; --force does not override it."""


class Misused(NotDone):
    """The command line is invalid."""

    code = 2


class Call(typing.NamedTuple):
    """`given`: the options by their long names with `_` for `-`. Instants are seconds, a flag is
    True, money is in cents, what may be repeated is a list."""

    name: str  # "ship", "dispute open", …
    orders: tuple  # ids
    given: dict
    now: int
    force: bool = False

    @property
    def at(self):
        return self.given.get("at", self.now)

    def option(self, name):
        return self.given.get(name)

    def has(self, *names):
        return any(name in self.given for name in names)

    def refuse_if(self, condition, why):
        if condition and not self.force:
            raise Refused(why)


def impossible_if(condition, why):
    if condition:
        raise Impossible(why)


def misused_if(condition, why):
    if condition:
        raise Misused(why)
