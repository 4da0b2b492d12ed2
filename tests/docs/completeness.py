"""Finds what the manual does not document, or documents wrongly. Each finding is a sentence."""

from built_program import HELP

ELSEWHERE = {"help"}  # commands that aliprotect(1) documents
WITHOUT_STORE = {"completion"}


def page_of(command, pages):
    return next((page for page in pages if command in page.commands()), None)


def command_findings(pages, helps):
    leaves = {command for command, help in helps.items() if not help.commands or not command}
    for command in sorted(leaves):
        page = page_of(command, pages)
        if page is None:
            yield "no page has `aliprotect %s` in its synopsis" % command
        elif command and "aliprotect-" + command.split()[0] not in page.names():
            yield "%s: NAME does not contain aliprotect-%s" % (page.name, command.split()[0])
    for page in pages:
        for command in page.commands():
            if command not in leaves | ELSEWHERE:
                yield "%s: there is no `aliprotect %s`" % (page.name, command)


def overview_findings(pages, helps):
    """aliprotect(1) refers to the page of each command."""
    text = page_of("", pages).section("COMMANDS")
    for command in sorted(helps[""].commands):
        if "*%s*" % command not in text:
            yield "aliprotect.1: COMMANDS does not contain %s" % command
        page = next((page for page in pages if "aliprotect-" + command in page.names()), None)
        if page and command not in ELSEWHERE and "*%s*(1)" % page.name[:-2] not in text:
            yield "aliprotect.1: COMMANDS does not refer to %s" % page.name


def option_findings(pages, helps):
    documented = {}
    for page in pages:
        documented.update(page.options())
    real = {
        (command, option): value
        for command, help in helps.items()
        for option, value in help.options.items()
        if not command or option not in HELP
    }
    for key in sorted(real.keys() - documented.keys()):
        yield "`aliprotect %s`: %s is not documented" % key
    for key in sorted(key for key in documented.keys() - real.keys() if key[0] not in ELSEWHERE):
        yield "`aliprotect %s`: %s is documented, but does not exist" % key
    for key in sorted(documented.keys() & real.keys()):
        if documented[key] != real[key]:
            yield "`aliprotect %s`: %s takes %s, not %s" % (*key, real[key], documented[key])


def mention_findings(pages, helps):
    known = {option for help in helps.values() for option in help.options}
    for page in pages:
        for option in sorted(page.mentioned_options() - known):
            yield "%s: no command has %s" % (page.name, option)


def expected_codes(page, helps, codes):
    commands = page.commands()
    if "" in commands:
        return set(codes.values())
    names = {"done", "not_done", "usage", "store"}
    if set(commands) <= WITHOUT_STORE:
        names.remove("store")
    if any("--exit-code" in helps[command].options for command in commands if command in helps):
        names.add("due")
    if {"import", "sync"} & set(commands):
        names.add("rejected")
    return {codes[name] for name in names}


def exit_code_findings(pages, helps, codes):
    for page in pages:
        if not page.commands():
            continue
        expected = expected_codes(page, helps, codes)
        for code in sorted(expected - page.exit_codes()):
            yield "%s: exit code %d is not documented" % (page.name, code)
        for code in sorted(page.exit_codes() - expected):
            yield "%s: exit code %d is documented, but never used" % (page.name, code)


def section_findings(pages):
    for page in pages:
        wanted = ["NAME", "DESCRIPTION", "SEE ALSO"]
        if page.commands():
            wanted += ["SYNOPSIS", "OPTIONS", "EXIT STATUS", "EXAMPLES"]
        for heading in wanted:
            if not page.section(heading).strip():
                yield "%s: section %s is missing" % (page.name, heading)
        if page.commands() and not page.examples():
            yield "%s: no example is run" % page.name


def findings(pages, helps, codes):
    return [
        *command_findings(pages, helps),
        *overview_findings(pages, helps),
        *option_findings(pages, helps),
        *mention_findings(pages, helps),
        *exit_code_findings(pages, helps, codes),
        *section_findings(pages),
    ]
