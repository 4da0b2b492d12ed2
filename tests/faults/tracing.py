"""Runs the program under strace, to list its system calls and to make one of them fail."""

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
    nth: int  # among the calls of this name and thread, from 1
    arguments: str


def watching(log, calls, *options):
    """Returns the strace command that logs these calls."""
    return [STRACE, "-f", "-qq", "-o", log, "-e", "signal=none", *options, "-e", "trace=" + calls]


def failing(call, how, log):
    """Returns the strace command that injects a fault into `call`: `error=EIO`, `signal=SIGKILL`. A
    killing signal is sent instead of making the call."""
    inject = "--inject=%s:%s:when=%d" % (call.name, how, call.nth)
    return watching(log, call.name, inject)


def lines_of(log):
    """Yields each call as one line; joins lines that threads have interrupted."""
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
    """Yields (thread, name, arguments, result) for each completed call."""
    for line in lines_of(log):
        if match := LINE.match(line):
            result = None if match["result"] == "?" else int(match["result"])
            yield match["thread"], match["name"], match["arguments"], result


def calls_of(world, words, names, log):
    """Returns the calls on files of the home folder or standard output. A fault affects the nth call of every
    thread, so a call is left out if the nth call of the first thread is unrelated, such as loading a library."""
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
