"""Compares an order object of the program with the expected one."""

import json

IGNORED = ("notes", "why")  # what they say is the program's own


def differences(program, expected, path=""):
    """Yields a line per differing field; fields that are not expected are ignored."""
    if isinstance(expected, dict) and isinstance(program, dict):
        found = []
        for key in expected:
            if key not in IGNORED:
                inner = "%s.%s" % (path, key) if path else key
                found += differences(program.get(key, "missing"), expected[key], inner)
        return found
    if isinstance(expected, list) and isinstance(program, list) and len(program) == len(expected):
        found = []
        for place, (left, right) in enumerate(zip(program, expected)):
            found += differences(left, right, "%s[%d]" % (path, place))
        return found
    if type(program) is type(expected) and program == expected:
        return []
    return ["%s: program %s, reference %s" % (path, json.dumps(program), json.dumps(expected))]


def lost_notes(program, expected):
    texts = [note["text"] for note in program["notes"]]
    return ["notes: %r is lost" % note["text"] for note in expected["notes"]
            if note["text"] not in (*texts, None)]
