"""Puts pages into the templates of data/site: head, navigation, contents, first page."""

import os
import re
import string

import anchors
import guide
from dom import Element, element, write
from sources import Page


class Layout:
    def __init__(self, root, groups):
        self.root = root
        self.groups = groups
        cmake = self.read("CMakeLists.txt")
        self.version = re.search(r"project\(aliprotect VERSION ([\d.]+)", cmake).group(1)

    def read(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            return file.read()

    def template(self, name):
        return string.Template(self.read("data/site/" + name))

    def page(self, page):
        """Returns the HTML of a page, whose body starts with its heading."""
        heading, *rest = page.body.children
        return self.fill(
            page,
            heading=write(heading),
            contents=self.contents(page),
            body="".join(map(write, rest)),
            source=write(element("p", "Made from ", element("code", page.source), ".")),
        )

    def fill(self, page, **parts):
        title = page.title if page.title == "aliprotect" else page.title + " · aliprotect"
        missing = {"heading": "", "contents": "", "source": "", "script": ""}
        return self.template("page.html").substitute(
            {**missing, **parts},
            title=write(title),
            navigation=self.navigation(page.file),
            version=self.version,
        )

    def contents(self, page):
        headings = anchors.contents(page.body)
        if len(headings) < 3:
            return ""
        links = [element("li", element("a", text, href="#" + to)) for text, to in headings]
        details = element("details", element("summary", "On this page"), element("ul", *links))
        return write(element("nav", details, class_="contents", aria_label="On this page"))

    def navigation(self, current):
        parts = []
        for number, group in enumerate(self.groups):
            label = "site-group-%d" % number
            links = [self.link(page, current) for page in group.pages]
            parts.append(element("p", group.title, class_="group", id=label))
            parts.append(element("ul", *links, aria_labelledby=label))
        return "\n".join(map(write, parts))

    def link(self, page, current):
        link = element("a", page.label, href=page.file)
        if page.file == current:
            link.attributes["aria-current"] = "page"
        return element("li", link)

    def manual(self):
        """The pages of the manual by section, with what each is about."""
        names = {"1": "Commands", "5": "File formats", "7": "Background"}
        parts = [element("h1", "Manual pages")]
        pages = [page for group in self.groups for page in group.pages if page.names]
        for section, title in names.items():
            listed = [page for page in pages if page.title.endswith("(%s)" % section)]
            parts.append(element("h2", "Section %s: %s" % (section, title)))
            rows = []
            for page in listed:
                others = page.names[1:]
                also = ["Also: %s. " % ", ".join(others)] if others else []
                rows.append(element("dt", element("a", page.title, href=page.file)))
                rows.append(element("dd", page.summary[0].upper() + page.summary[1:] + ". ", *also))
            parts.append(element("dl", *rows))
        page = Page("manual.html", "docs/man", "Manual pages", Element("div", {}, parts))
        anchors.prepare(page.body)
        return page

    def search(self):
        parts = []
        for group in self.groups:
            links = [self.link(page, "") for page in group.pages]
            parts += [element("h2", group.title), element("ul", *links)]
        body = self.template("search.html").substitute(pages="\n".join(map(write, parts)))
        page = Page("search.html", "", "Search", None)
        scripts = self.read("data/site/search-scripts.html")
        return self.fill(page, body=body, script=scripts)

    def home(self, pictures):
        readme = next(p for g in self.groups for p in g.pages if p.source == "README.md")
        body = self.template("home.html").substitute(
            download="".join(map(write, guide.about_download(readme.body))),
            **{picture.name: write(figure(picture)) for picture in pictures},
        )
        return self.fill(Page("index.html", "", "aliprotect", None), body=body)


def figure(picture):
    image = element(
        "img",
        src="pictures/%s.svg" % picture.name,
        alt="Output of %s. Its text follows the picture." % picture.command,
        width=str(picture.width),
        height=str(picture.height),
    )
    box = element("div", image, class_="scroll picture", tabindex="0", role="group")
    box.attributes["aria-label"] = "Picture of a terminal"
    text = element("pre", picture.text, tabindex="0")
    return element("figure", box, element("details", element("summary", "As text"), text))
