"""Renders guides, written in Markdown, with cmark-gfm, which reads them as GitHub does."""

import subprocess

from dom import parse


def render(text):
    """Returns (title, body). The title is the page's first heading."""
    command = ["cmark-gfm", "--validate-utf8", "-e", "table", "-e", "strikethrough"]
    answer = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    body = parse(answer.stdout.decode())
    headings = body.find("h1")
    if len(headings) != 1 or body.elements()[0] is not headings[0]:
        raise ValueError("a guide starts with its only heading of level 1")
    for table in body.find("table"):
        for header in table.find("th"):
            header.attributes["scope"] = "col"
    for code in body.find("code"):
        code.attributes.pop("class", None)
    return headings[0].words(), body


def about_download(body):
    """Returns the first paragraph about the download, with its example."""
    parts = body.elements()
    for part, following in zip(parts, parts[1:]):
        if part.tag == "p" and "download" in part.words().lower():
            return [part, following]
    raise ValueError("no paragraph of README.md says what to download")
