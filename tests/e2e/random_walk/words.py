"""Formats a command as typed."""

import os
import shlex

from reference.instants import rfc3339

INSTANTS = ("at", "by", "ordered", "ship_by", "shipped", "deadline", "closes", "evidence_due",
            "return_by", "completion_notice", "completed")
MONEY = ("price", "sale_price", "amount")
ARGUMENTS = ("number", "files", "n")


def words_of(call, names):
    """`names` are the orders as named on this command line."""
    given = call.given
    files = [os.path.basename(file) for file in given.get("files", ())]
    words = [*call.name.split(), *names, *files]
    words += [str(given[name]) for name in ("number", "n") if name in given]
    for name, value in given.items():
        if name not in ARGUMENTS:
            words += option_words(name, value)
    return words + ["--force"] * call.force + ["--now", rfc3339(call.now)]


def option_words(name, value):
    option = "--" + name.replace("_", "-")
    if value is True:
        return [option]
    return [word for each in as_list(value) for word in (option, text_of(name, each))]


def as_list(value):
    return value if isinstance(value, list) else [value]


def text_of(name, value):
    if name in INSTANTS:
        return rfc3339(value)
    return "%d.%02d" % divmod(value, 100) if name in MONEY else str(value)


def pasted(words):
    return "aliprotect " + shlex.join(words)
