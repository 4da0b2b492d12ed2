"""Reads the commands and options from the built program's help, and its exit codes."""

import re

HELP = {"-h", "--help"}


class Help:
    def __init__(self, text):
        self.usage = re.search(r"^Usage: (.*)$", text, re.M).group(1)
        self.options = dict(option_lines(text))
        self.commands = list(command_names(text)) if self.is_family() else []

    def is_family(self):
        return re.search(r" \[?COMMAND\]?$", self.usage) is not None


def option_lines(text):
    body = re.search(r"^Options:\n(.*?)(?:\n\n|\Z)", text, re.M | re.S).group(1)
    for line in body.split("\n"):
        match = re.match(r"  (?:(-\w),)?(--[a-z-]+)(?: (\S+))?", line)
        if match:
            short, name, value = match.groups()
            yield name, value
            if short:
                yield short, value


def command_names(text):
    for paragraph in text.split("\n\n"):
        heading, *lines = paragraph.split("\n")
        if heading in ("Options:", "Arguments:", "Examples:"):
            continue
        for line in lines:
            match = re.match(r"  ([a-z-]+)  +\S", line)
            if match:
                yield match.group(1)


def walk(help_of):
    """Returns a map from each command, such as `dispute open`, to its Help; '' is the program.

    `help_of(words)` returns the text of `--help`. The command `help` has no help of its own.
    """
    found = {"": Help(help_of([]))}
    waiting = [[name] for name in found[""].commands if name != "help"]
    for words in waiting:
        found[" ".join(words)] = Help(help_of(words))
        waiting.extend(words + [name] for name in found[" ".join(words)].commands)
    return found


def exit_codes(header):
    """Returns a map from name to code, read from the enumeration in error.h."""
    body = re.search(r"enum class ExitCode\b[^{]*\{(.*?)\};", header, re.S).group(1)
    return {name: int(code) for name, code in re.findall(r"(\w+) = (\d+)", body)}
