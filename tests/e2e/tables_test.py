"""Tables on real terminals of three widths, with several locales and environments."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata

from program import WAIT, ProgramTest, jsonl, main, program

WIDTHS = (40, 80, 200)
COLOR = re.compile(r"\x1b\[[0-9;]*m")
JOINER, AS_EMOJI, AS_TEXT = "\u200d", "\ufe0f", "\ufe0e"


def order(number, title, price=None, **facts):
    amount, currency = price or (None, None)
    money = {"amount": amount, "currency": currency} if price else None
    return {
        "number": "3051%08d1234" % number,
        "title": title,
        "price": money,
        "seller": "Example Store with a name that is rather long",
        "days": 45,
        "parcels": [{"tracking": "LP%03d" % number, "shipped_at": "2026-10-08T09:00:00Z"}],
        **facts,
    }


def dispute(reason, opened, **facts):
    return [{"reason": reason, "want": "full", "opened_at": opened, **facts}]


ORDERS = [
    order(1, "折りたたみ傘 自動開閉 大きい 軽量 コンパクト 晴雨兼用 レディース メンズ", ("1980", "JPY")),
    order(2, "👨‍👩‍👧‍👦 family stickers 🇩🇪🇫🇷 👍🏽 ❤️ 1️⃣ waterproof, for laptop and phone", ("4.50", "USD")),
    order(3, "Cafe\u0301-Tasse fu\u0308r drei Gäste · groß — „schön“ … und haltbar", ("12.90", "EUR")),
    order(4, "x" * 300, ("10500.000", "KWD"), client="Shop 17", tags=["gifts", "usb"]),
    order(
        *(5, "Кабель для телефона", ("99.99", "GBP")),
        disputes=dispute("not_received", "2026-11-07T09:00:00Z"),
    ),
    order(
        *(6, "Table\nwith\ta \x1b[31mred\x1b[0m lamp", ("70.00", "USD")),
        parcels=[{"shipped_at": "2026-09-25T09:00:00Z", "delivered_at": "2026-11-18T09:00:00Z"}],
        disputes=dispute("not_received", "2026-11-17T09:00:00Z"),
    ),
    order(7, "Sofa", None, pickup_by="2026-11-23T22:59:59Z"),
    order(
        *(8, "Lost umbrella", ("5.00", "EUR")),
        days=30,
        sale_price={"amount": "9.00", "currency": "EUR"},
    ),
    order(9, "مظلة قابلة للطي", ("7.00", "USD"), days=200),
]

CHOSEN = (
    "id,number,title,seller,client,tags,price,ordered_at,closes_at,deadlines,next_step.why"
)
TABLES = [
    (),
    ("due", "--within", "60d", "--lapsed", "30d"),
    ("list",),
    ("list", "--all", "--columns", CHOSEN),
    ("late",),
    ("late", "--delivered"),
    ("next", "--all"),
    ("show", "4"),
    ("log",),
    ("rules", "list"),
    ("rules", "show", "aliexpress-2016"),
    ("stats",),
    ("stats", "--by", "seller"),
    ("stats", "--by", "month"),
    ("outcomes", "8"),
    ("timeline",),
    ("timeline", "--limit", "3"),
    ("draft", "dispute", "5"),
    ("--help",),
    ("list", "--help"),
    ("dispute", "--help"),
    ("dispute", "open", "--help"),
]


def columns(text):
    """Counts the columns of a text independently of the program."""
    total = 0
    last = 0
    joined = False
    half_flag = False
    for sign in text:
        if sign == AS_EMOJI:
            total += 2 - last if last == 1 else 0
            last = 2
        elif sign == JOINER:
            joined = True
        elif unicodedata.category(sign) in ("Mn", "Me", "Cf"):
            pass
        elif joined or "\U0001f3fb" <= sign <= "\U0001f3ff":
            joined = False
        elif "\U0001f1e6" <= sign <= "\U0001f1ff":
            total += 0 if half_flag else 2
            half_flag = not half_flag
        else:
            last = 2 if unicodedata.east_asian_width(sign) in "WF" else 1
            total += last
    return total


class Terminal(ProgramTest):
    def setUp(self):
        super().setUp()
        self.import_orders(ORDERS)
        self.do("edit", "8", "--note", "a note that is a little longer than others " * 4)

    def on_terminal(self, *words, width, errors=False, **variables):
        """Returns the output to a terminal of that width, with the program's line ends."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        variables = {"TERM": "xterm", "LC_ALL": "C.UTF-8", **variables}
        process = self.start(
            [program(), *words],
            self.environment(**variables),
            stdout=slave,
            stderr=slave if errors else subprocess.DEVNULL,
        )
        os.close(slave)
        process.stdin.close()
        sent = b""
        while True:
            try:
                more = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            sent += more
        os.close(master)
        self.assertEqual(process.wait(timeout=WAIT), 0, sent)
        return sent.decode().replace("\r\n", "\n")

    def test_no_line_is_wider_than_the_terminal(self):
        for width in WIDTHS:
            for words in TABLES:
                for locale in ("C.UTF-8", "C"):
                    with self.subTest(width=width, words=words, locale=locale):
                        text = self.on_terminal(*words, width=width, LC_ALL=locale)
                        self.assertTrue(text)
                        for line in COLOR.sub("", text).split("\n"):
                            self.assertLessEqual(columns(line), width, line)
                            self.assertEqual(line.rstrip(" "), line)

    def test_what_to_do_by_when_is_never_lost(self):
        for width in WIDTHS:
            with self.subTest(width=width):
                text = " ".join(COLOR.sub("", self.on_terminal("list", width=width)).split())
                for words in ("open a dispute", "critical", "soon", "in 1 d 21 h", "22 Nov 09:00"):
                    self.assertIn(words, text)

    def test_locales_other_than_utf8(self):
        for locale in ("C", "POSIX", "de_DE", "de_DE.ISO-8859-1"):
            for words in TABLES:
                with self.subTest(locale=locale, words=words):
                    self.assertTrue(self.on_terminal(*words, width=80, LC_ALL=locale).isascii())

    def test_json_is_the_same_in_every_locale(self):
        piped = self.ask("list", "--all")
        for words in (("list", "--all", "--json"), ("export",)):
            text = self.on_terminal(*words, width=80, LC_ALL="C")
            self.assertTrue(text.isascii())
            self.assertEqual(
                [each["title"] for each in json.loads(text)], [each["title"] for each in piped]
            )

    def test_errors_in_other_characters(self):
        for locale, title, day in (("C", "????????", 20), ("C.UTF-8", "折りたた", 21)):
            words = ("edit", "1", "--closes", "2026-10-%d" % day)  # past, which is warned of
            text = self.on_terminal(*words, width=80, errors=True, LC_ALL=locale)
            self.assertRegex(text, "warning: .*" + re.escape(title))
            self.assertEqual(text.isascii(), locale == "C")

    def test_a_command_gets_the_digest_in_utf8_in_every_locale(self):
        digest = self.path("digest")
        words = ("remind", "--exec", f"cat > '{digest}'")
        self.assertEqual(self.on_terminal(*words, width=80, errors=True, LC_ALL="C"), "")
        with open(digest, encoding="utf-8") as file:
            self.assertIn("open a dispute", file.read())

    def test_piped_output_is_complete_and_plain_in_every_locale(self):
        for words in (("list",), ("due", "--within", "60d"), ("log",), ("rules", "list")):
            with self.subTest(words=words):
                answers = {
                    self.do(*words, env=self.environment(**variables)).out
                    for variables in (
                        {},
                        {"LC_ALL": "C"},
                        {"LC_ALL": "de_DE.ISO-8859-1"},
                        {"COLUMNS": "40"},
                        {"TERM": "dumb"},
                        {"NO_COLOR": "1"},
                    )
                }
                self.assertEqual(len(answers), 1)
                self.assertNotIn(b"\x1b", answers.pop())
        self.assertIn("x" * 300, self.do("list").out.decode())

    def test_colours(self):
        forced = {"CLICOLOR_FORCE": "1"}
        for colored, words, variables in (
            (True, (), {}),
            (False, (), {"NO_COLOR": "1"}),
            (True, (), {"NO_COLOR": ""}),
            (False, (), {"TERM": "dumb"}),
            (True, (), {"TERM": "dumb", **forced}),
            (False, (), {"NO_COLOR": "1", **forced}),
            (True, ("--color", "always"), {"NO_COLOR": "1", "TERM": "dumb"}),
            (False, ("--color", "never"), forced),
        ):
            with self.subTest(words=words, variables=variables):
                text = self.on_terminal("list", *words, width=80, **variables)
                self.assertEqual("\x1b[" in text, colored)
        for colored, variables in (
            (False, {}),
            (True, forced),
            (False, {"CLICOLOR_FORCE": "0"}),
            (False, {"CLICOLOR_FORCE": ""}),
            (False, {"NO_COLOR": "1", **forced}),
        ):
            with self.subTest(piped=variables):
                out = self.do("list", env=self.environment(**variables)).out
                self.assertEqual(b"\x1b[" in out, colored)

    def test_a_terminal_of_unknown_width(self):
        for variables, width in (({}, 80), ({"COLUMNS": "60"}, 60)):
            text = COLOR.sub("", self.on_terminal("list", width=0, **variables))
            self.assertLessEqual(max(map(columns, text.split("\n"))), width)


if __name__ == "__main__":
    main()
