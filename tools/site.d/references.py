"""Turns references between pages into links: of Markdown to files, and of all text by name."""

import os
import posixpath
import re

from dom import Element, element

NAME = re.compile(r"(aliprotect[a-z-]*\(\d\)|\bdocs/[\w.-]+\.(?:md|json)\b)")
MAN_COMMAND = re.compile(r"man (\d) ([a-z-]+)")
SECTION = re.compile(r"\(\d\)")
UNLINKED = ("a", "pre", "h1", "h2", "h3", "h4")


class References:
    """Knows the file of each source and of each name of a manual page."""

    def __init__(self, root, pages):
        self.root = root
        self.files = {page.source: page.file for page in pages}
        self.files["docs/man"] = "manual.html"
        for page in pages:
            section = SECTION.search(page.title)
            for name in page.names:
                self.files[name + section.group(0)] = page.file

    def link(self, page):
        if page.source.endswith(".md"):
            self.link_files(page, page.body)
        self.link_names(page, page.body)

    def link_files(self, page, part):
        """Makes links to files links to their pages. A link to code becomes its text."""
        children = []
        for child in part.children:
            if isinstance(child, Element):
                self.link_files(page, child)
                if child.tag == "a" and not self.point_at_page(page, child):
                    children += child.children
                    continue
            children.append(child)
        part.children = children

    def point_at_page(self, page, link):
        target = link.attributes["href"]
        if ":" in target or link.attributes.get("class") == "self":
            return True
        path, mark, anchor = target.partition("#")
        folder = posixpath.dirname(page.source)
        source = posixpath.normpath(posixpath.join(folder, path)) if path else page.source
        if source in self.files:
            link.attributes["href"] = self.files[source] + mark + anchor
            return True
        if not os.path.exists(os.path.join(self.root, source)):
            raise ValueError("%s: dead link to %s" % (page.source, target))
        return False

    def file_of(self, name):
        """Returns the page that a whole phrase such as `docs/mail.md` or mail.md names, or None."""
        command = MAN_COMMAND.fullmatch(name)
        if command:
            name = "%s(%s)" % (command.group(2), command.group(1))
        return self.files.get(name) or self.files.get("docs/" + name)

    def link_names(self, page, part):
        children = []
        for child in part.children:
            if isinstance(child, str):
                children += self.linked_text(page, children, child)
            elif child.tag in ("code", "i") and self.is_other(page, self.file_of(child.words())):
                children.append(element("a", child, href=self.file_of(child.words())))
            else:
                if child.tag not in UNLINKED:
                    self.link_names(page, child)
                children.append(child)
        part.children = children

    def is_other(self, page, file):
        return file is not None and file != page.file

    def linked_text(self, page, before, text):
        """Links names in a text, also a name whose section follows it: <b>NAME</b>(1)."""
        section = SECTION.match(text)
        if section and before and isinstance(before[-1], Element):
            file = self.file_of(before[-1].words() + section.group(0))
            if self.is_other(page, file):
                before.append(element("a", before.pop(), section.group(0), href=file))
                text = text[section.end() :]
        for part in NAME.split(text):
            file = self.files.get(part)
            yield element("a", part, href=file) if self.is_other(page, file) else part
