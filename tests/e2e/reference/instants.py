"""Instants are UTC seconds, a day is 86,400 of them; None if unknown."""

import calendar
import functools
import re
import time

DAY = 86_400

_RFC3339 = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")


@functools.lru_cache(maxsize=1 << 17)
def parse(text):
    """Returns 2026-11-20T12:00:00Z as seconds."""
    if text is None:
        return None
    parts = _RFC3339.fullmatch(text)
    if not parts:
        raise ValueError("not an instant: %r" % (text,))
    return calendar.timegm(tuple(int(part) for part in parts.groups()))


def rfc3339(instant):
    if instant is None:
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(instant))


def later(instant, days):
    """Returns the instant this many days later; None if either is unknown."""
    return None if instant is None or days is None else instant + days * DAY
