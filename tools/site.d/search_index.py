"""Collects what the search finds: the sections of all pages and the terms of lists."""

import json

from anchors import HEADINGS


class Section:
    def __init__(self, headings, anchor):
        self.headings = headings
        self.anchor = anchor
        self.parts = []

    def text(self):
        return " ".join(part for part in self.parts if part)


def sections(page):
    """Returns the sections of a page. A term with its meaning is a section of its own."""
    path = []
    current = Section([], "")
    found = [current]
    for part in page.body.children:
        if isinstance(part, str) or part.tag == "h1":
            continue
        if part.tag in HEADINGS:
            path = path[: HEADINGS.index(part.tag)] + [part.words()]
            current = Section(path, part.attributes["id"])
            found.append(current)
        elif part.tag == "dl":
            found += terms(part, path)
        else:
            current.parts.append(words_of(part))
    return found


def words_of(part):
    """Returns the text with spaces between the parts that have lines of their own."""
    if part.tag in ("ul", "ol", "table", "thead", "tbody", "tr", "div", "li", "blockquote"):
        parts = [c.strip() if isinstance(c, str) else words_of(c) for c in part.children]
        return " ".join(" ".join(parts).split())
    return part.words()


def terms(part, path):
    found = []
    for each in part.elements():
        if each.tag == "dt":
            found.append(Section(path + [each.words()], each.attributes["id"]))
        else:
            found[-1].parts.append(words_of(each))
    return found


def script(pages):
    """Returns a script that defines the index."""
    listed = [[page.file, page.title, page.names] for page in pages]
    entries = [
        [number, " › ".join(section.headings), section.anchor, section.text()]
        for number, page in enumerate(pages)
        for section in sections(page)
    ]
    lines = {
        "pages": [json.dumps(each, ensure_ascii=False) for each in listed],
        "sections": [json.dumps(each, ensure_ascii=False) for each in entries],
    }
    parts = ["%s: [\n%s\n]" % (name, ",\n".join(each)) for name, each in lines.items()]
    return "window.searchIndex = {\n%s\n};\n" % ",\n".join(parts)
