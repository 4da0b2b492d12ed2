"""The pages of the site: which files they are made from, and their places in the navigation."""

import dataclasses
import os
import tomllib

import guide
import manual
import schema
from dom import Element, element


@dataclasses.dataclass
class Page:
    """One page. `source` is the path of its file in the repository, with / between folders."""

    file: str
    source: str
    title: str
    body: Element
    names: list = dataclasses.field(default_factory=list)  # of a manual page: its commands
    summary: str = ""
    label: str = ""  # in the navigation, if it is not the title


@dataclasses.dataclass
class Group:
    title: str
    pages: list


def read_text(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def guide_page(root, path):
    title, body = guide.render(read_text(root, path))
    name = os.path.basename(path)[: -len(".md")].lower()
    return Page(name + ".html", path, title, body)


def manual_page(root, path):
    title, names, summary, body = manual.render(read_text(root, path))
    name = os.path.basename(path)[: -len(".scd")]
    return Page(name + ".html", path, title, body, names, summary)


def schema_page(root, path):
    title, body = schema.render(read_text(root, path), os.path.basename(path))
    return Page("order.schema.html", path, title, body)


def license_page(root, path):
    text = element("pre", read_text(root, path), class_="wrapped")
    body = Element("div", {}, [element("h1", "License"), text])
    return Page("license.html", path, "License", body)


MAKERS = {".md": guide_page, ".scd": manual_page, ".json": schema_page, "": license_page}


def make_page(root, path, navigation):
    try:
        page = MAKERS[os.path.splitext(path)[1]](root, path)
    except (KeyError, ValueError) as error:
        raise ValueError("%s: %s" % (path, error)) from error
    page.title = navigation["titles"].get(path, page.title)
    page.label = navigation["labels"].get(path, page.title)
    return page


def files_in(root, folder, ending):
    return sorted(
        os.path.join(folder, name).replace("./", "", 1)
        for name in os.listdir(os.path.join(root, folder))
        if name.endswith(ending)
    )


def sorted_manual(paths):
    """Sorts by section, then by name, with the overview of the program first."""
    return sorted(paths, key=lambda path: path.split(".")[1::-1])


def read_groups(root):
    """Returns the groups of the navigation with their pages.

    data/site/navigation.toml places the guides; those that it does not name follow in a last
    group. A manual page belongs to the group of its section.
    """
    navigation = tomllib.loads(read_text(root, "data/site/navigation.toml"))
    guides = files_in(root, ".", ".md") + files_in(root, "docs", ".md")
    pages = sorted_manual(files_in(root, "docs/man", ".scd"))
    placed = {path for group in navigation["group"] for path in group.get("pages", [])}
    groups = []
    for group in navigation["group"]:
        named = group.get("pages", [])
        section = ".%s.scd" % group.get("section", "")
        paths = [path for path in named if os.path.exists(os.path.join(root, path))]
        paths += [path for path in pages if path.endswith(section) and path not in placed]
        groups.append(Group(group["title"], [make_page(root, path, navigation) for path in paths]))
    others = [make_page(root, path, navigation) for path in guides if path not in placed]
    return groups + ([Group(navigation["others"], others)] if others else [])
