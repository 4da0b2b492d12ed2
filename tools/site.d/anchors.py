"""Gives headings and terms anchors, and boxes to scroll in to what can be wider than the page."""

import re

from dom import element

HEADINGS = ("h2", "h3", "h4")
NARROW = 40  # characters that fit on a phone


def slug(text):
    """Returns the anchor that GitHub gives a heading, so links work there and here."""
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def prepare(body):
    """Adds anchors and boxes to the body of a page."""
    add_anchors(body)
    for parent in [body, *body.descendants()]:
        parent.children = [boxed(child) for child in parent.children]


def add_anchors(body):
    taken = set()
    subheading = ""
    for part in body.descendants():
        if part.tag in HEADINGS:
            subheading = slug(part.words()) + "-" if part.tag != "h2" else ""
            part.attributes["id"] = unique(slug(part.words()), taken)
            link = element("a", *part.children, class_="self", href="#" + part.attributes["id"])
            part.children = [link]
        elif part.tag == "dt":
            part.attributes["id"] = unique(subheading + term_slug(part), taken)


def term_slug(term):
    """Returns an anchor of the names in a term, such as `grace` for --grace N."""
    names = [part.words() for part in term.find("b")] or [term.words()]
    return "-".join(slug(name).strip("-") for name in names)


def unique(name, taken):
    number = 0
    result = name = name or "section"
    while result in taken:
        number += 1
        result = "%s-%d" % (name, number)
    taken.add(result)
    return result


def boxed(part):
    if isinstance(part, str) or part.tag not in ("pre", "table"):
        return part
    if part.tag == "pre":
        if max(map(len, part.text().split("\n"))) > NARROW:
            part.attributes["tabindex"] = "0"  # so that the keyboard can scroll it
        return part
    columns = len(part.find("tr")[0].elements())
    box = element("div", part, class_="scroll")
    if columns > 2:
        box.attributes.update({"tabindex": "0", "role": "group", "aria-label": "Table"})
    return box


def contents(body):
    """Returns the headings of level 2 as (text, anchor)."""
    return [(h.words(), h.attributes["id"]) for h in body.find("h2")]
