"""Renders manual pages with scdoc and mandoc, and turns the result into plain, meaningful HTML."""

import re
import subprocess

from dom import Element, element, parse

TITLE = re.compile(r"^([a-z-]+)\((\d)\)")


def run(command, text):
    answer = subprocess.run(command, input=text, capture_output=True, check=True)
    return answer.stdout


def render(text):
    """Returns (title, names of the commands, summary, body)."""
    title = TITLE.match(text).group(0)
    roff = protect_examples(run(["scdoc"], text.encode()))
    page = parse(run(["mandoc", "-T", "html", "-O", "fragment"], roff).decode())
    sections = next(e for e in page.elements() if e.attributes.get("class") == "manual-text")
    body = Element("div", {}, list(flat(sections)))
    lists_of(body)
    for table in body.find("table"):
        mark_header(table)
    for part in body.descendants():
        part.attributes = {n: v for n, v in part.attributes.items() if n in ("href", "scope")}
    name, description = body.find("p")[0].words().split(" - ", 1)
    names = [each.strip() for each in name.split(",")]
    body.children = [element("h1", title), *body.children[1:]]
    return title, names, description, body


def protect_examples(roff):
    """Makes mandoc keep the lines of examples: it drops empty ones, and breaks before a space.

    An empty line becomes a no-break space, which `lists_of` removes.
    """
    lines = []
    in_example = False
    for line in roff.split(b"\n"):
        in_example = line != b".fi" and (in_example or line == b".nf")
        if in_example:
            line = re.sub(rb"^(?= )", rb"\\&", line) or b"\\~"
        lines.append(line)
    return b"\n".join(lines)


def flat(part):
    """Yields the content of sections, with headings one level lower, without links in them."""
    for child in part.elements():
        if child.tag == "section":
            yield from flat(child)
        elif child.tag in ("h1", "h2"):
            yield element({"h1": "h2", "h2": "h3"}[child.tag], child.words())
        elif not child.is_blank():
            yield child


def is_indented(part):
    return isinstance(part, Element) and part.attributes.get("class") == "Bd-indent"


def bullet(part):
    """Returns the content of an item of a list, or None."""
    first = part.children[0] if part.children else None
    if not isinstance(first, str) or not first.lstrip().startswith("\u2022"):
        return None
    rest = [first.lstrip()[1:].lstrip(), *part.children[1:]]
    return element("li", *(c for c in rest if isinstance(c, str) or not c.is_blank()))


def lists_of(body):
    """Turns indented parts into lists: of items, or of terms and what they mean."""
    result = []
    for part in body.children:
        if not is_indented(part):
            result.append(part)
            continue
        lists_of(part)
        item = bullet(part)
        if item:
            last_list(result, "ul").children.append(item)
        elif [child.tag for child in part.elements()] == ["pre"] and not own_text(part):
            result.append(element("pre", part.text().replace("\u00a0", "").strip("\n")))
        else:
            term = result.pop()
            words = element("dt", *term.children)
            last_list(result, "dl").children += [words, element("dd", *part.children)]
    body.children = result


def own_text(part):
    return "".join(child for child in part.children if isinstance(child, str)).strip()


def last_list(result, tag):
    if not result or isinstance(result[-1], str) or result[-1].tag != tag:
        result.append(element(tag))
    return result[-1]


def mark_header(table):
    for cell in table.find("tr")[0].elements():
        cell.tag = "th"
        cell.attributes["scope"] = "col"
        cell.children = [cell.words()]
