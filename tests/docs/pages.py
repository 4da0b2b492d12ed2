"""Parses the manual's sources: the commands, options and exit codes that a page documents."""

import os
import re

OPTION = re.compile(r"\*(--?[a-z-]+)\*(?: _(.+?)_)?$")


class Page:
    """A page: its name (`aliprotect-due.1`) and its scdoc source."""

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self.sections = dict(parts(text, "# "))

    def section(self, heading):
        return self.sections.get(heading, "")

    def names(self):
        """Returns the names in NAME: `aliprotect-due`, `aliprotect-next`."""
        line = " ".join(self.section("NAME").split())
        return line.split(" - ")[0].split(", ")

    def commands(self):
        """Returns the commands in SYNOPSIS without the program's name, such as `dispute open`."""
        found = re.findall(r"^\*aliprotect([a-z -]*)\*", self.section("SYNOPSIS"), re.M)
        return [command.strip() for command in found]

    def options(self):
        """Returns a map from (command, option) to the name of its value, or None."""
        every = self.commands()
        found = {}
        for heading, body in parts(self.section("OPTIONS"), "## "):
            commands = heading.split(", ") if heading else every
            for option, value in option_lines(body):
                for command in commands:
                    found[command, option] = value
        return found

    def mentioned_options(self):
        """Returns all options in the text."""
        return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", self.text))

    def exit_codes(self):
        return {int(code) for code in re.findall(r"^\*(\d+)\*$", self.section("EXIT STATUS"), re.M)}

    def examples(self):
        """Returns the blocks of example lines; the lines of a block run one after the other."""
        blocks = re.findall(r"^```\n(.*?)^```$", self.text, re.M | re.S)
        commands = [re.findall(r"^\$ (.+)$", block, re.M) for block in blocks]
        return [block for block in commands if block]


def parts(text, mark):
    """Returns (heading, body) of each part; the heading before the first one is empty."""
    pieces = re.split(r"^%s(.+)$" % re.escape(mark), text, flags=re.M)
    return [("", pieces[0])] + list(zip(pieces[1::2], pieces[2::2]))


def option_lines(body):
    for line in body.split("\n"):
        matches = [OPTION.match(word) for word in line.split(", ")]
        if line and all(matches):
            for match in matches:
                yield match.group(1), match.group(2)


def read_pages(folder):
    names = sorted(name for name in os.listdir(folder) if name.endswith(".scd"))
    pages = []
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            pages.append(Page(name[: -len(".scd")], file.read()))
    return pages
