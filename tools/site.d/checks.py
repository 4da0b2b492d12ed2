"""Finds dead links, missing anchors and pages that no link leads to in a finished site."""

import os
import urllib.parse

from dom import parse


class Site:
    def __init__(self, folder):
        self.folder = folder
        self.pages = {}
        for name in sorted(os.listdir(folder)):
            if name.endswith(".html"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    self.pages[name] = parse_page(file.read())

    def links(self, name):
        """Returns the addresses that a page refers to, in their order, each once."""
        parts = [part.attributes for part in self.pages[name].descendants()]
        names = ("href", "src", "action")
        return dict.fromkeys(part[each] for part in parts for each in names if each in part)

    def anchors(self, name):
        return [p.attributes["id"] for p in self.pages[name].descendants() if "id" in p.attributes]


def parse_page(text):
    """Returns the elements of a page without its first line, the document type."""
    return parse(text.partition("\n")[2])


def is_external(address):
    return urllib.parse.urlsplit(address).scheme != ""


def target(name, address):
    """Returns (file, anchor) of an address in the page `name`."""
    file, _, anchor = address.partition("#")
    return urllib.parse.unquote(file) or name, urllib.parse.unquote(anchor)


def link_findings(site, name):
    for address in site.links(name):
        if is_external(address):
            continue
        file, anchor = target(name, address)
        if not os.path.isfile(os.path.join(site.folder, file)):
            yield "%s: dead link to %s" % (name, address)
        elif anchor and anchor not in site.anchors(file):
            yield "%s: link to missing anchor %s" % (name, address)


def anchor_findings(site, name):
    anchors = site.anchors(name)
    for anchor in sorted({each for each in anchors if anchors.count(each) > 1}):
        yield "%s: anchor #%s is used twice" % (name, anchor)


def reachable(site, first):
    """Returns the pages that links lead to from the first one."""
    found = {first}
    waiting = [first]
    for name in waiting:
        for address in site.links(name):
            file = target(name, address)[0]
            if not is_external(address) and file in site.pages and file not in found:
                found.add(file)
                waiting.append(file)
    return found


def findings(folder):
    site = Site(folder)
    result = []
    for name in site.pages:
        result += [*link_findings(site, name), *anchor_findings(site, name)]
    lost = sorted(set(site.pages) - reachable(site, "index.html"))
    return result + ["%s: no link leads to this page" % name for name in lost]


def external_links(folder):
    site = Site(folder)
    addresses = {address for name in site.pages for address in site.links(name)}
    return sorted(filter(is_external, addresses))
