"""`report`: a complete, escaped page that is readable on a phone and requests nothing."""

import html.parser
import os
import unittest

import browser
from program import ProgramTest, main, source_folder

VOID = {"meta", "br", "path", "circle", "rect", "use", "line"}
BREAKOUT = "</svg></td><script>document.title='broken'</script>\"'><img src=http://example.invalid/x.png onerror=alert(1)>"
RUNNING_BACK = "lamp\u202e\u2066gpj.exe\x1b[31m\x07"


class Page(html.parser.HTMLParser):
    """Parses a page strictly: elements must be nested correctly."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.elements = []
        self.texts = []
        self.ids = []
        self.feed(text)
        self.close()
        if self.open:
            raise ValueError("left open: %s" % self.open)

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            raise ValueError("an attribute twice in %s" % tag)
        self.elements.append((tag, dict(attributes)))
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.ids += [value for name, value in attributes if name == "id"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise ValueError("</%s> ends what it should not, in line %d" % (tag, self.getpos()[0]))

    def handle_data(self, data):
        self.texts.append(data)

    def text(self):
        return " ".join(" ".join(self.texts).split())

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def order(last_digits, **facts):
    shipped = [{"tracking": "LP%d" % last_digits, "shipped_at": "2026-10-08T09:00:00Z"}]
    return {
        "number": "30510000%08d" % last_digits,
        "price": {"amount": "12.34", "currency": "USD"},
        "ordered_at": "2026-10-01T09:00:00Z",
        "days": 45,
        "parcels": shipped,
        **facts,
    }


def sample_orders():
    with open(os.path.join(source_folder(), "data/samples/orders.jsonl"), "rb") as file:
        return file.read()


class ReportTest(ProgramTest):
    def report(self, *words):
        answer = self.do("report", "--output", "-", *words)
        self.assertEqual(answer.err, b"")
        return answer.out.decode()

    def record_hostile_orders(self):
        self.import_orders(
            [
                order(1234, title=BREAKOUT, seller=BREAKOUT),
                order(2234, title=RUNNING_BACK),
                order(3234, title="{{{style}}} {{#orders}} \u2028 & &lt;", days=50),
                order(4234, title="Cafe\u0301tie\u0300re \u96e8\u4f1e " + "x" * 200, parcels=[]),
                {"number": "3051000000005234"},
            ]
        )


class WrittenPage(ReportTest):
    def test_the_page_is_well_nested_and_complete(self):
        self.do("import", "-", "--as", "jsonl", input=sample_orders())
        page = Page(self.report())
        self.assertEqual(page.all("html"), [{"lang": "en"}])
        self.assertIn("Orders on 2026-11-20", page.text())
        self.assertEqual(len(page.ids), len(set(page.ids)))
        for name in ("viewport", "referrer"):
            self.assertEqual(len([m for m in page.all("meta") if m.get("name") == name]), 1)
        for heading in ("Timeline", "What to do", "Sellers", "114.74 USD", "24.49 EUR"):
            self.assertIn(heading, page.text())
        rows = [r for r in page.all("tr") if r.get("class") in ("critical", "soon", "routine")]
        self.assertEqual([r["class"] for r in rows], ["critical"] + ["soon"] * 5)

    def test_tables_and_the_chart_have_names_for_screen_readers(self):
        self.do("import", "-", "--as", "jsonl", input=sample_orders())
        page = Page(self.report())
        self.assertTrue(page.all("th"))
        for header in page.all("th"):
            self.assertIn(header.get("scope"), ("col", "row"))
        self.assertEqual(len(page.all("caption")), 2)
        picture = [svg for svg in page.all("svg") if svg.get("role") == "img"][0]
        for name in picture["aria-labelledby"].split():
            self.assertIn(name, page.ids)
        self.assertEqual(len(page.all("desc")), 1)

    def test_it_has_no_script_and_names_no_address(self):
        self.record_hostile_orders()
        page = Page(self.report())
        self.assertEqual([tag for tag, _ in page.elements if tag in ("script", "img", "link", "a")], [])
        for tag, attributes in page.elements:
            for name, value in attributes.items():
                self.assertFalse(name.startswith("on"), (tag, name))
                if name in ("href", "src"):
                    self.assertTrue(value.startswith("#") and value[1:] in page.ids, value)
        policy = [m for m in page.all("meta") if m.get("http-equiv")][0]["content"]
        self.assertTrue(policy.startswith("default-src 'none'; style-src 'unsafe-inline'"))

    def test_titles_are_shown_literally(self):
        self.record_hostile_orders()
        text = self.report()
        page = Page(text)
        self.assertIn(BREAKOUT, page.text())
        self.assertIn("{{{style}}} {{#orders}}", page.text())
        self.assertIn("& &lt;", page.text())
        self.assertIn("lamp\\u202e\\u2066gpj.exe\\u001b[31m", page.text())
        self.assertNotIn("<script", text)
        shown = [c for c in text if c != "\n"]
        self.assertFalse([c for c in shown if ord(c) < 32 or c in "\u202e\u2066\u2028"])

    def test_every_open_order_is_in_it(self):
        self.record_hostile_orders()
        page = Page(self.report())
        for number in self.do("list", "--columns", "number", "--format", "csv").out.split()[1:]:
            self.assertIn(number.decode(), page.text())
        self.assertIn("Orders without a known date:", page.text())

    def test_orders_beyond_the_limit_are_counted(self):
        self.import_orders([order(n * 1000) for n in range(1, 31)])
        page = Page(self.report("--limit", "4"))
        self.assertIn("The 4 most urgent orders are shown below; 26 orders left out.", page.text())
        self.assertEqual(len([r for r in page.all("tr") if r.get("class") == "critical"]), 4)
        self.assertNotIn("left out", self.report())

    def test_the_same_command_prints_the_same_bytes(self):
        self.record_hostile_orders()
        self.assertEqual(self.report(), self.report())

    def test_no_orders_and_no_matches_give_a_page(self):
        answer = self.do("report", "--output", "-")
        self.assertIn("There are no open orders.", Page(answer.out.decode()).text())
        self.record_hostile_orders()
        page = Page(self.report("--seller", "nobody"))
        self.assertIn("There are no open orders.", page.text())
        self.assertEqual(page.all("table"), [])

    def test_the_file_is_written_completely_or_not_at_all(self):
        self.record_hostile_orders()
        path = self.path("orders.html")
        answer = self.do("report", "--output", path)
        self.assertEqual(answer.out, b"wrote %s: 5 open orders\n" % path.encode())
        self.assertEqual(self.do("report", "--output", path, "--quiet").out, b"")
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), self.report())
        for nowhere in (self.path("no", "orders.html"), "/dev/full"):
            answer = self.run_program("report", "--output", nowhere)
            self.assert_one_line_of_error(answer, 1)
            self.assertEqual(answer.out, b"")

    def test_unsupported_formats_are_refused(self):
        self.assert_one_line_of_error(self.run_program("report"), 2)
        self.assert_one_line_of_error(self.run_program("report", "--output", "-", "--json"), 2)


@unittest.skipUnless(browser.is_installed(), "chromium and chromium-driver are not installed")
class InBrowser(ReportTest):
    def setUp(self):
        super().setUp()
        self.record_hostile_orders()
        self.do("import", "-", "--as", "jsonl", input=sample_orders())
        self.file = self.path("orders.html")
        self.do("report", "--output", self.file)
        self.window = browser.Browser(self.home)
        self.addCleanup(self.window.close)

    def test_it_fits_its_window_in_light_and_dark_and_requests_nothing(self):
        pictures = []
        for width in (320, 390, 1280):
            for scheme in ("light", "dark"):
                self.window.show(self.file, width, scheme)
                self.assertEqual(self.window.complaints(), [])
                self.assertEqual(self.window.requests(), ["file://" + self.file])
                wide = self.window.value("document.documentElement.scrollWidth")
                self.assertLessEqual(wide, width)
                pictures.append(self.window.picture())
        self.assertEqual(len(pictures), len(set(pictures)))

    def test_light_and_dark_have_different_colours(self):
        colours = []
        for scheme in ("light", "dark"):
            self.window.show(self.file, 390, scheme)
            colours.append(self.window.value("getComputedStyle(document.body).backgroundColor"))
        self.assertEqual(len(set(colours)), 2)

    def test_titles_are_escaped(self):
        self.window.show(self.file, 1280, "light")
        self.assertEqual(self.window.value("document.title"), "Orders on 2026-11-20 · aliprotect")
        self.assertEqual(self.window.value("document.querySelectorAll('script, img').length"), 0)
        found = "[...document.querySelectorAll('svg tspan, th bdi')].map(e => e.textContent)"
        self.assertEqual(self.window.value(found).count(BREAKOUT), 3)

    def test_bars_end_at_the_edge_of_the_chart(self):
        self.window.show(self.file, 390, "light")
        inside = (
            "(() => { const box = document.querySelector('figure > svg').getBoundingClientRect();"
            " return [...document.querySelectorAll('figure > svg rect')].every(r => {"
            " const b = r.getBoundingClientRect(); return b.width === 0 ||"
            " b.left >= box.left - 1 && b.right <= box.right + 1; }); })()"
        )
        self.assertTrue(self.window.value(inside))


if __name__ == "__main__":
    main()
