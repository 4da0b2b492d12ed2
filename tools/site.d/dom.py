"""A small tree of HTML elements: what the renderers write is parsed, changed and written again."""

import html
import html.parser

VOID = {"br", "hr", "img", "input", "link", "meta"}


class Element:
    """Its children are elements and strings."""

    def __init__(self, tag, attributes=None, children=()):
        self.tag = tag
        self.attributes = dict(attributes or {})
        self.children = list(children)

    def descendants(self):
        """Yields all elements below this one, in the order of the text."""
        for child in self.elements():
            yield child
            yield from child.descendants()

    def elements(self):
        return [child for child in self.children if isinstance(child, Element)]

    def find(self, *tags):
        return [element for element in self.descendants() if element.tag in tags]

    def text(self):
        parts = [c if isinstance(c, str) else c.text() for c in self.children]
        return "".join(parts)

    def words(self):
        """Returns the text with single spaces."""
        return " ".join(self.text().split())

    def is_blank(self):
        return not self.text().strip() and not self.find("img", "iframe")

    def html(self):
        return "".join(write(child) for child in self.children)


def element(tag, *children, **attributes):
    """Makes an element. `class_` and `aria_label` name the attributes `class` and `aria-label`."""
    names = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return Element(tag, names, children)


def write(node):
    if isinstance(node, str):
        return html.escape(node, quote=False)
    start = "".join(' %s="%s"' % (n, html.escape(v)) for n, v in node.attributes.items())
    if node.tag in VOID:
        return "<%s%s>" % (node.tag, start)
    # A parser drops the first line break of <pre>; a second one keeps what the source has.
    first = "\n" if node.tag == "pre" and node.text().startswith("\n") else ""
    return "<%s%s>%s%s</%s>" % (node.tag, start, first, node.html(), node.tag)


class Parser(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("div")]

    def handle_starttag(self, tag, attrs):
        new = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(new)
        if tag not in VOID:
            self.open.append(new)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        if len(self.open) == 1 or self.open.pop().tag != tag:
            raise ValueError("</%s> in line %d has no start" % (tag, self.getpos()[0]))

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(text):
    """Returns a `div` with the elements of well-nested HTML. Raises ValueError if it is not."""
    parser = Parser()
    parser.feed(text)
    parser.close()
    if len(parser.open) > 1:
        raise ValueError("<%s> has no end" % parser.open[-1].tag)
    return parser.open[0]
