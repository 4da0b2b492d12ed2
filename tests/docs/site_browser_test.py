"""The documentation pages in a browser: they fit, load what they show, and can be searched."""

import contextlib
import functools
import http.server
import os
import threading
import time
import unittest

from built_site import built_site as site, html_files, new_folder
import browser
from program import main

# Returns texts whose colour has less contrast to what is behind them than WCAG AA asks for.
FAINT = """(() => {
  const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of document.body.querySelectorAll("*")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    if (!e.checkVisibility()) continue;
    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(e.tagName + " " + e.className + " " + ratio.toFixed(2));
  }
  return found;
})()"""

BROKEN = "[...document.images].filter(i => !(i.complete && i.naturalWidth)).map(i => i.src)"
# Parts of the page that its edges cut off; boxes that scroll may contain wider ones.
CUT_OFF = """[...document.querySelectorAll("body *:not(.skip)")].filter((e) => {
  const { left, right } = e.getBoundingClientRect();
  const outside = left < -1 || right > document.documentElement.clientWidth + 1;
  return outside && !e.parentElement.closest(".scroll, pre, svg");
}).map((e) => e.outerHTML.slice(0, 99))"""
RESULTS = "[...document.querySelectorAll('#site-results a')].map(a => a.getAttribute('href'))"
SHOWS_ALL = "document.getElementById('site-all-pages').checkVisibility()"
PARTS = ("firstElementChild", "lastElementChild")
FOCUS = "document.activeElement.getAttribute('href') || document.activeElement.id"


@contextlib.contextmanager
def server(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield "http://127.0.0.1:%d/" % running.server_port
        running.shutdown()


@unittest.skipUnless(browser.is_installed(), "chromium is not installed")
class SiteInBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.window = browser.Browser(new_folder())
        cls.addClassCleanup(cls.window.close)

    def show(self, name, width=1280, scheme="light"):
        self.window.show(os.path.join(site()[0], name), width, scheme)

    def type(self, text):
        self.window.command("Input.insertText", text=text)

    def press(self, key, code):
        for kind in ("rawKeyDown", "char", "keyUp"):
            if kind != "char" or key == "Enter":
                text = {"text": "\r"} if kind == "char" else {}
                names = {"key": key, "code": key, "windowsVirtualKeyCode": code, **text}
                self.window.command("Input.dispatchKeyEvent", type=kind, **names)

    def search(self, query):
        self.show("search.html")
        self.type(query)
        return self.window.value(RESULTS)

    def test_pages_fit_phones_and_desktops_and_load_everything(self):
        self.window.requests()  # those of other tests
        for name in html_files(site()[0]):
            for width in (360, 1280):
                with self.subTest(page=name, width=width):
                    self.show(name, width)
                    shown = self.window.value("document.documentElement.scrollWidth")
                    self.assertLessEqual(shown, width)
                    self.assertEqual(self.window.value(CUT_OFF), [])
                    self.assertEqual(self.window.value(BROKEN), [])
                    self.assertEqual(self.window.complaints(), [])
        for address in self.window.requests():
            self.assertTrue(address.startswith("file://" + site()[0]), address)

    def test_text_has_contrast_in_light_and_dark(self):
        colours = set()
        for scheme in ("light", "dark"):
            for name in ("index.html", "readme.html", "aliprotect-due.1.html", "search.html?q=due"):
                with self.subTest(page=name, scheme=scheme):
                    self.show(name, 1280, scheme)
                    self.assertEqual(self.window.value(FAINT), [])
            colours.add(self.window.value("getComputedStyle(document.body).backgroundColor"))
        self.assertEqual(len(colours), 2)

    def test_pictures_follow_the_colours_of_the_page(self):
        pictures = set()
        for scheme in ("light", "dark"):
            self.show("pictures/timeline.svg", 720, scheme)
            pictures.add(self.window.picture())
        self.assertEqual(len(pictures), 2)

    def test_the_search_finds_commands_words_and_options(self):
        self.assertEqual(self.search("due")[0], "aliprotect-due.1.html")
        self.assertEqual(self.search("escalate")[0], "aliprotect-dispute.1.html#dispute-escalate")
        self.assertEqual(self.search("--grace")[0], "aliprotect-due.1.html#late-grace")
        self.assertIn("mail.html#from-an-imap-server", self.search("imap  SERVER"))
        self.assertIn("aliprotect-ship.1.html", self.search("pickup")[:1])

    def test_results_have_a_heading_and_an_excerpt(self):
        self.search("--grace")
        item = "document.querySelector('#site-results li')"
        shown = [self.window.value("%s.%s.innerText" % (item, name)) for name in PARTS]
        self.assertRegex(shown[0], r"^aliprotect-due\(1\) › OPTIONS › late › --grace [A-Z]+$")
        self.assertIn("Only orders whose deadline passed", shown[1])
        self.search("escalate")
        marked = self.window.value("[...document.querySelectorAll('mark')].map(m => m.innerText)")
        self.assertEqual(set(marked), {"escalate"})

    def test_without_matches_all_pages_are_listed(self):
        self.assertEqual(self.search("<b>nowhere</b>"), [])
        self.assertTrue(self.window.value(SHOWS_ALL))
        status = self.window.value("document.getElementById('site-status').innerText")
        self.assertEqual(status, "Nothing found for “<b>nowhere</b>”. All pages:")

    def test_the_search_can_be_used_with_the_keyboard(self):
        results = self.search("due")
        self.assertFalse(self.window.value(SHOWS_ALL))
        self.press("ArrowDown", 40)
        self.press("ArrowDown", 40)
        self.assertEqual(self.window.value(FOCUS), results[1])
        self.press("ArrowUp", 38)
        self.assertEqual(self.window.value(FOCUS), results[0])
        self.press("Escape", 27)
        self.assertEqual(self.window.value(FOCUS), "site-query")

    def test_every_page_leads_to_the_search_and_to_its_content(self):
        self.show("mail.html")
        self.press("Tab", 9)
        self.assertEqual(self.window.value(FOCUS), "#site-main")
        seen = "(() => { const r = document.activeElement.getBoundingClientRect();"
        self.assertTrue(self.window.value(seen + " return r.left >= 0 && r.width > 0; })()"))
        self.window.value("document.getElementById('site-query').focus()")
        self.type("--grace")
        self.press("Enter", 13)
        self.wait_for("search.html?q=--grace")
        self.assertEqual(self.window.value(RESULTS)[0], "aliprotect-due.1.html#late-grace")

    def wait_for(self, name):
        """Waits until the browser has gone to a page and loaded it."""
        limit = time.monotonic() + browser.WAIT
        while time.monotonic() < limit:
            address, state = self.window.value("[location.href, document.readyState]")
            if address.endswith(name) and state == "complete":
                return
            time.sleep(0.05)
        self.fail("the browser did not go to " + name)

    def test_without_scripts_all_pages_are_listed(self):
        self.window.command("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.show("search.html?q=due")
            root = self.window.command("DOM.getDocument", depth=0)["root"]["nodeId"]
            selected = {"nodeId": root, "selector": "#site-all-pages a"}
            link = self.window.command("DOM.querySelector", **selected)["nodeId"]
            self.assertTrue(self.window.command("DOM.getBoxModel", nodeId=link)["model"])
        finally:
            self.window.command("Emulation.setScriptExecutionDisabled", value=False)

    def test_it_works_below_any_path_of_a_web_server(self):
        with server(os.path.dirname(site()[0])) as address:
            for name in ("site/", "site/search.html?q=due"):
                self.window.ask("POST", self.window.session + "/url", {"url": address + name})
                self.assertEqual(self.window.complaints(), [])
                self.assertEqual(self.window.value(BROKEN), [])
            self.assertEqual(self.window.value(RESULTS)[0], "aliprotect-due.1.html")


if __name__ == "__main__":
    main()
