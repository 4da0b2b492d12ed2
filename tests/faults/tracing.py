"""Runs the program under strace: to see which calls it makes, and to make one of them fail."""

import re
import shutil
import typing

STRACE = shutil.which("strace")
MISSING = "strace is not installed: no call can be made to fail"

LINE = re.compile(r"^(?P<thread>\d+) +(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+|\?)")
UNFINISHED = re.compile(r"^(?P<thread>\d+) +(?P<begin>\w+\(.*?),? <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(?P<thread>\d+) +<\.\.\. \w+ resumed>(?P<end>.*)$")


class Call(typing.NamedTuple):
    name: str
    nth: int  # of its name and thread, from 1
    arguments: str


def watching(log, calls, *options):
    """The command to run the program under."""
    return [STRACE, "-f", "-qq", "-o", log, "-e", "signal=none", *options, "-e", "trace=" + calls]


def failing(call, how, log):
    """The same, where `call` ends otherwise: `error=EIO`, `signal=SIGKILL`. A killing signal comes
    instead of the call."""
    inject = "--inject=%s:%s:when=%d" % (call.name, how, call.nth)
    return watching(log, call.name, inject)


def lines_of(log):
    """Each call on one line, where threads have come between."""
    begun = {}
    with open(log, encoding="ascii", errors="replace") as file:
        for line in file:
            line = line.rstrip("\n")
            if match := UNFINISHED.match(line):
                begun[match["thread"]] = match["begin"]
            elif match := RESUMED.match(line):
                yield "%s %s%s" % (match["thread"], begun.pop(match["thread"]), match["end"])
            else:
                yield line


def calls_in(log):
    """(thread, name, arguments, result) of each call that ended."""
    for line in lines_of(log):
        if match := LINE.match(line):
            result = None if match["result"] == "?" else int(match["result"])
            yield match["thread"], match["name"], match["arguments"], result


def calls_of(world, words, names, log):
    """The calls that concern files of the home folder or the standard output. A fault meets the nth
    call of every thread, so those of others are left out where the first one's is another matter,
    such as the loading of a library."""
    answer = world.run(*words, under=watching(log, names, "-y", "-s", "256"))
    assert answer.code == 0, answer
    counts = {}
    calls = {}
    first = None
    for thread, name, arguments, _ in calls_in(log):
        first = first or thread
        nth = counts[thread, name] = counts.get((thread, name), 0) + 1
        about = arguments.split(">, ", 1)[-1] if name == "openat" else arguments
        concerns = world.home in about or about.startswith("1<")
        if concerns or thread == first:
            calls.setdefault((name, nth), Call(name, nth, about[:160]) if concerns else None)
    return [call for call in calls.values() if call]
