"""The documentation pages: complete, linked, well-formed, and the same bytes every time."""

import os
import re
import shutil
import unittest
import xml.etree.ElementTree

import built_site
from built_site import built_site as site, html_files, read
from program import main, source_folder

# Modules of tools/site.d, which built_site puts on the path.
import anchors
import checks
import dom
import guide
import references
import sources
import terminal

OURS = [name for name in html_files(site()[0]) if name != "report.html"]


def page(name):
    return checks.parse_page(read(site()[0], name))


def links(name):
    """Returns the links in the text of a page, without its navigation."""
    text = [p for p in page(name).find("div") if p.attributes.get("class") == "text"][0]
    return [a.attributes["href"] for a in text.find("a")]


class Pages(unittest.TestCase):
    def test_every_source_has_a_page(self):
        root = source_folder()
        paths = os.listdir(os.path.join(root, "docs")) + os.listdir(os.path.join(root, "docs/man"))
        wanted = {os.path.splitext(p)[0] for p in paths if p.endswith((".md", ".scd", ".json"))}
        self.assertGreater(len(wanted), 30)
        wanted |= {"readme", "changelog", "license", "report"}
        self.assertLessEqual({name + ".html" for name in wanted}, set(html_files(site()[0])))

    def test_headings_are_in_order_and_have_anchors(self):
        for name in OURS:
            headings = page(name).find("h1", "h2", "h3", "h4")
            levels = [int(heading.tag[1]) for heading in headings]
            with self.subTest(page=name):
                self.assertEqual([levels[0], levels.count(1)], [1, 1])
                self.assertTrue(all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)
                if name not in ("index.html", "search.html"):
                    self.assertTrue(all("id" in heading.attributes for heading in headings[1:]))

    def test_pages_have_landmarks_and_a_skip_link(self):
        for name in OURS:
            with self.subTest(page=name):
                parts = page(name)
                for tag in ("main", "header", "footer"):
                    self.assertEqual(len(parts.find(tag)), 1)
                self.assertTrue(all("aria-label" in nav.attributes for nav in parts.find("nav")))
                skip, main_part = parts.find("a")[0], parts.find("main")[0]
                self.assertEqual(skip.attributes["href"], "#" + main_part.attributes["id"])
                self.assertTrue(parts.find("title")[0].words())
                for image in parts.find("img"):
                    self.assertTrue(image.attributes["alt"])

    def test_nothing_is_loaded_from_elsewhere(self):
        for name in OURS:
            for part in page(name).find("link", "script", "img", "iframe"):
                address = part.attributes.get("src") or part.attributes.get("href")
                self.assertFalse(checks.is_external(address), address)
        self.assertNotRegex(read(site()[0], "site.css"), r"url\(|@import")

    def test_references_are_links(self):
        self.assertIn("aliprotect-import.1.html", links("aliprotect-sync.1.html"))
        self.assertIn("aliprotect-rules.7.html", links("readme.html"))
        self.assertIn("mail.html", links("readme.html"))
        self.assertIn("readme.html#settings", links("readme.html"))
        self.assertIn("mail.html", links("aliprotect-sync.1.html"))
        self.assertIn("calendar.html", links("changelog.html"))

    def test_examples_keep_their_lines(self):
        examples = [pre.text() for pre in page("aliprotect-sync.1.html").find("pre")]
        self.assertTrue(any('"~/Maildir"\n\n[sources.exports]' in text for text in examples))
        rules = [pre.text() for pre in page("aliprotect-rules.7.html").find("pre")]
        self.assertTrue(any(re.search(r"closes\n \|-", text) for text in rules))

    def test_options_are_terms_with_anchors(self):
        terms = {t.attributes["id"]: t.words() for t in page("aliprotect-due.1.html").find("dt")}
        self.assertRegex(terms["late-grace"], "^--grace [A-Z]+$")
        self.assertTrue(page("aliprotect-sync.1.html").find("li"))
        for name in OURS:
            self.assertNotIn("Bd-indent", read(site()[0], name))


class Finished(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.join(built_site.new_folder(), "site")

    def copy(self):
        shutil.copytree(site()[0], self.folder)
        self.assertEqual(checks.findings(self.folder), [])

    def change(self, name, old, new):
        text = read(self.folder, name)
        self.assertIn(old, text)
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))

    def test_the_same_sources_give_the_same_bytes(self):
        self.assertEqual(built_site.make(self.folder).returncode, 0)
        names = sorted(os.listdir(self.folder))
        self.assertEqual(names, sorted(os.listdir(site()[0])))
        for name in [*names, *("pictures/" + p for p in os.listdir(self.folder + "/pictures"))]:
            if os.path.isfile(os.path.join(self.folder, name)):
                self.assertEqual(read(self.folder, name), read(site()[0], name), name)

    def test_a_folder_with_other_files_is_kept(self):
        os.mkdir(self.folder)
        open(os.path.join(self.folder, "letter.txt"), "w", encoding="utf-8").close()
        answer = built_site.make(self.folder)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("is not empty and not a site", answer.stderr)
        self.assertEqual(os.listdir(self.folder), ["letter.txt"])

    def test_dead_links_and_anchors_are_found(self):
        self.copy()
        dead = '<a href="#no">x</a><a href="no.html">y</a>'
        self.change("mail.html", '<div class="text">', '<div class="text">' + dead)
        self.assertEqual(
            checks.findings(self.folder),
            ["mail.html: link to missing anchor #no", "mail.html: dead link to no.html"],
        )

    def test_missing_pictures_and_double_anchors_are_found(self):
        self.copy()
        os.remove(os.path.join(self.folder, "pictures", "show.svg"))
        self.change("cron.html", 'id="cron"', 'id="mail"')
        self.assertEqual(
            checks.findings(self.folder),
            [
                "cron.html: link to missing anchor #cron",
                "cron.html: anchor #mail is used twice",
                "index.html: dead link to pictures/show.svg",
            ],
        )

    def test_a_page_without_a_link_to_it_is_found(self):
        self.copy()
        shutil.copy(os.path.join(self.folder, "mail.html"), os.path.join(self.folder, "lost.html"))
        self.assertEqual(checks.findings(self.folder), ["lost.html: no link leads to this page"])

    def test_external_links_are_listed(self):
        for address in checks.external_links(site()[0]):
            self.assertIn("external link, not checked: %s\n" % address, site()[1])


class Sources(unittest.TestCase):
    def references(self):
        pages = [p for group in sources.read_groups(source_folder()) for p in group.pages]
        return references.References(source_folder(), pages)

    def linked(self, text):
        page = sources.Page("x.html", "docs/x.md", "X", guide.render("# X\n\n" + text)[1])
        self.references().link(page)
        return page.body.find("p")[0].html()

    def test_a_guide_has_one_title(self):
        with self.assertRaisesRegex(ValueError, "its only heading of level 1"):
            guide.render("# One\n\nTwo\n===\n")

    def test_links_to_code_become_text_and_dead_ones_stop(self):
        self.assertEqual(self.linked("[mail](mail.md#cron)"), '<a href="mail.html#cron">mail</a>')
        self.assertEqual(self.linked("[demo](../tools/demo)"), "demo")
        with self.assertRaisesRegex(ValueError, "docs/x.md: dead link to nowhere.md"):
            self.linked("[x](nowhere.md)")

    def test_a_manual_page_with_several_commands_has_links_by_each_name(self):
        link = '<a href="aliprotect-timeline.1.html">aliprotect-report(1)</a>'
        self.assertEqual(self.linked("See aliprotect-report(1)."), "See %s." % link)

    def test_a_guide_that_the_navigation_does_not_name_is_listed(self):
        root = built_site.new_folder()
        for name in ("docs", "data/site"):
            shutil.copytree(os.path.join(source_folder(), name), os.path.join(root, name))
        with open(os.path.join(root, "docs", "new.md"), "w", encoding="utf-8") as file:
            file.write("# New\n")
        group = sources.read_groups(root)[-1]
        self.assertEqual(group.title, "More guides")
        self.assertIn("new.html", [page.file for page in group.pages])

    def test_anchors_are_those_of_github_and_unique(self):
        body = dom.parse("<h2>Don't <code>a_b</code>, c-d</h2><h2>A</h2><h2>A</h2>")
        anchors.prepare(body)
        found = [heading.attributes["id"] for heading in body.find("h2")]
        self.assertEqual(found, ["dont-a_b-c-d", "a", "a-1"])


def contrast(colour, other):
    """Returns the contrast of two colours such as #1b1f24, as WCAG defines it."""

    def light(value):
        parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(colour), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


class Pictures(unittest.TestCase):
    def test_colours_have_contrast_in_light_and_dark(self):
        self.assertAlmostEqual(contrast("#ffffff", "#000000"), 21)
        for style in read(site()[0], "pictures/show.svg").split("@media"):
            colours = dict(re.findall(r"(\S+) \{[^}]*fill: (#\w{6})", style))
            back = colours.pop(".back")
            self.assertEqual(len(colours), 8)
            for name, colour in colours.items():
                self.assertGreaterEqual(contrast(colour, back), 4.5, name)

    def pieces(self, output):
        return [list(terminal.pieces(line)) for line in terminal.styled(output)]

    def test_wide_characters_take_two_columns(self):
        plain = frozenset()
        self.assertEqual(
            self.pieces("a\u96e8\u4f1e b  c"),
            [
                [
                    (0, "a", plain),
                    (1, "\u96e8", plain),
                    (3, "\u4f1e", plain),
                    (6, "b", plain),
                    (9, "c", plain),
                ]
            ],
        )

    def test_styles_last_until_they_are_reset(self):
        (first,), (second, third) = self.pieces("\x1b[1;31mred\nalso\x1b[0m not")
        self.assertEqual([first[2], second[2], third[2]], [{"bold", "c1"}, {"bold", "c1"}, set()])

    def test_an_unknown_style_stops(self):
        with self.assertRaisesRegex(ValueError, "unknown colour or style: 38"):
            self.pieces("\x1b[38mx")

    def test_pictures_show_what_the_program_printed(self):
        for name in os.listdir(os.path.join(site()[0], "pictures")):
            picture = xml.etree.ElementTree.fromstring(read(site()[0], "pictures/" + name))
            texts = picture.findall("{http://www.w3.org/2000/svg}text")
            self.assertEqual(texts[0].text[:12], "$ aliprotect")
            self.assertTrue(any("c3" in text.get("class", "") for text in texts), name)
            ends = [float(text.get("x")) + float(text.get("textLength")) for text in texts]
            self.assertLessEqual(max(ends), terminal.MARGIN + terminal.COLUMNS * terminal.CELL)


if __name__ == "__main__":
    main()
