"""Calendars (docs/calendar.md) are valid, and contain the same deadlines as the JSON export."""

import datetime
import os
import re

import icalendar

from program import ProgramTest, main

NUMBER = "3051000000421234"
OTHER = "3051000000431234"
NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.timezone.utc)
LIMITED = "trap '' XFSZ; ulimit -f 300; exec \"$0\" \"$@\""
ORDERS = [
    {"number": "3051000000011234", "title": "Kettle", "seller": "Example Store", "days": 60,
     "price": {"amount": "30.00", "currency": "USD"}, "parcels": [{"shipped_at": "2026-10-20T00:00:00Z"}]},
    {"number": "3051000000021234", "title": "Umbrella", "ship_by": "2026-11-25T22:59:59Z"},
    {"number": "3051000000031234", "title": "Lamp", "protection_days": 60, "pickup_by": "2026-12-01T00:00:00Z",
     "parcels": [{"shipped_at": "2026-10-20T00:00:00Z"}]},
    {"number": "3051000000041234", "title": "Hub", "days": 50, "parcels": [{"shipped_at": "2026-10-20T00:00:00Z"}],
     "disputes": [{"reason": "not_received", "opened_at": "2026-11-15T00:00:00Z", "evidence_due": "2026-11-28T00:00:00Z"}]},
    {"number": "3051000000051234", "title": "Hose", "days": 50,
     "parcels": [{"shipped_at": "2026-10-20T00:00:00Z", "delivered_at": "2026-11-18T00:00:00Z"}],
     "disputes": [{"reason": "not_received", "opened_at": "2026-11-15T00:00:00Z"}]},
    {"number": "3051000000061234", "title": "Case", "days": 50, "parcels": [{"shipped_at": "2026-09-20T00:00:00Z"}],
     "disputes": [{"reason": "not_received", "want": "return", "opened_at": "2026-10-15T00:00:00Z",
                   "outcome": "refunded", "closed_at": "2026-11-15T00:00:00Z", "return_by": "2026-12-10T00:00:00Z"}]},
    {"number": "3051000000071234", "title": "Pen", "confirmed_at": "2026-11-01T00:00:00Z", "days": 50,
     "parcels": [{"shipped_at": "2026-10-20T00:00:00Z"}]},
    {"number": "3051000000081234", "title": "Closed by itself", "days": 45,
     "parcels": [{"shipped_at": "2026-10-01T00:00:00Z"}]},
    {"number": "3051000000091234", "title": "In its grace", "rules": "aliexpress-2023", "days": 45,
     "parcels": [{"shipped_at": "2026-10-01T00:00:00Z"}]},
]
# The title as given, and as shown.
TITLES = [
    ("plain", "plain"),
    ("USB hub, 7 ports; black: \"new\"", "USB hub, 7 ports; black: \"new\""),
    ("back\\slash \\n \\, \\;", "back\\slash \\n \\, \\;"),
    ("two\nlines\r\nand a tab\t.", "two\\nlines\\r\\nand a tab\\t."),
    ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT"),
    ("\x01\x1b[31m\x7f\x85", "\\u0001\\u001b[31m\\u007f\\u0085"),
    ("雨伞 folding umbrella ☂" * 20, "雨伞 folding umbrella ☂" * 20),
    ("🧸" * 50, "🧸" * 50),
    ("e\u0301" * 80, "e\u0301" * 80),
    ("right \u202e left", "right \\u202e left"),
    ("   blanks   ", "   blanks   "),
    (" " * 300 + "x", " " * 300 + "x"),
    (",;\\" * 100, ",;\\" * 100),
    ("x" * 1_000_000, "x" * 1_000_000),
    ("見" * 333_333, "見" * 333_333),
]


def kind_of(event):
    return event["categories"].to_ical().decode()


def title_in(description):
    """Reads it according to RFC 5545: some versions of icalendar take `\\\\n` for a line feed."""
    text = re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], description)
    return next(line[len("Title: "):] for line in text.split("\n") if line.startswith("Title: "))


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Calendars(ProgramTest):
    def export(self, *words, **more):
        """Returns the events of an export; checks that each UID occurs once."""
        text = self.do("export", "--format", "ics", *words, **more).out
        self.assert_well_formed(text)
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        self.assertEqual(len({event["uid"] for event in events}), len(events))
        return events

    def assert_well_formed(self, text):
        self.assertTrue(text.endswith(b"END:VCALENDAR\r\n"))
        for line in text[:-2].split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotRegex(line, rb"[\x00-\x1f\x7f]")
            line.decode()

    def test_the_deadlines_are_those_of_the_json_export(self):
        self.import_orders(ORDERS)
        exported = {
            (str(event["uid"])[:16], kind_of(event), event.decoded("dtstart"))
            for event in self.export()
            if event.decoded("dtstart") > NOW and event["status"] == "CONFIRMED"
        }
        expected = {
            (order["number"], deadline["kind"], instant(deadline["at"]))
            for order in self.ask("export")
            for deadline in order["deadlines"]
        }
        self.assertEqual(exported, expected)
        self.assertEqual({kind for _, kind, _ in exported},
                         {"ship_by", "deadline", "closes", "auto_escalates", "reason_change",
                          "evidence_due", "pickup_by", "return_by"})

    def test_an_order_that_never_had_deadlines_has_no_cancelled_events(self):
        self.import_orders(ORDERS)
        self.assertEqual([event["uid"] for event in self.export() if event["status"] != "CONFIRMED"], [])

    def test_an_event_is_complete(self):
        self.do("add", NUMBER, "--title", "USB hub", "--seller", "Example Store", "--price", "12.34 USD",
                "--closes", "2026-12-05")
        event, = self.export()
        self.assertEqual(event["uid"], NUMBER + "-closes@aliprotect")
        self.assertEqual(event["summary"], "Protection ends: USB hub")
        self.assertEqual(event["transp"], "TRANSPARENT")
        self.assertEqual(event.decoded("dtstart"), instant("2026-12-05T23:59:59Z"))
        self.assertEqual(event.decoded("duration"), datetime.timedelta(seconds=1))
        self.assertEqual(event.decoded("dtstamp"), NOW)
        self.assertEqual(event.decoded("last-modified"), NOW)
        order = self.ask("show", "1")
        for text in (NUMBER, "USB hub", "Example Store", "12.34 USD, at risk", order["next_step"]["why"]):
            self.assertIn(text, event["description"])
        self.assertEqual([alarm["trigger"].dt.days for alarm in event.walk("VALARM")], [-4, -1])

    def test_alarms(self):
        self.do("add", NUMBER, "--closes", "2026-12-05")
        day = datetime.timedelta(days=1)
        for words, leads in (
            ([], [4 * day, day]),
            (["--alarm", "none"], []),
            (["--alarm", "1d,1w"], [7 * day, day]),
            (["--alarm", "36h", "--alarm", "0d,36h"], [1.5 * day, 0 * day]),
        ):
            with self.subTest(words):
                event, = self.export(*words)
                self.assertEqual([-alarm["trigger"].dt for alarm in event.walk("VALARM")], leads)

    def test_titles_are_exported_unchanged(self):
        self.import_orders({"number": str(3051000000001234 + 10_000 * i), "title": title, "closes_at": "2026-12-05T00:00:00Z",
                            "closes_source": "typed"} for i, (title, _) in enumerate(TITLES))
        text = self.do("export", "--format", "ics").out
        self.assert_well_formed(text)
        lines = text.replace(b"\r\n ", b"").decode().split("\r\n")
        titles = [title_in(line[len("DESCRIPTION:"):]) for line in lines
                  if line.startswith("DESCRIPTION:Order: ")]
        self.assertEqual(titles, [shown for _, shown in TITLES])
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
            self.assertLess(len(event["summary"]), 150)

    def test_filters_apply_to_removed_orders_too(self):
        for number, seller in ((NUMBER, "Example Store"), (OTHER, "Nowhere Trading")):
            self.do("add", number, "--seller", seller, "--closes", "2026-12-05")
        self.do("remove", "2")
        uids = lambda *words: [str(event["uid"])[:16] for event in self.export(*words)]
        self.assertEqual(uids(), [NUMBER, OTHER])
        self.assertEqual(uids("--seller", "example store"), [NUMBER])
        self.assertEqual(uids("--search", "nowhere"), [OTHER])
        self.assertEqual(uids("--open"), [NUMBER])
        self.assertEqual(uids("--closes-before", "2026-12-01"), [])
        self.assertEqual(uids("--status", "in-transit"), [])

    def test_the_same_command_prints_the_same_bytes_and_records_nothing(self):
        self.import_orders(ORDERS)
        self.do("remove", "1")
        with open(self.default_store(), "rb") as file:
            before = file.read()
        os.chmod(self.default_store(), 0o444)
        answers = {self.do("export", "--format", "ics").out for _ in range(3)}
        self.assertEqual(len(answers), 1)
        with open(self.default_store(), "rb") as file:
            self.assertEqual(file.read(), before)

    def test_without_orders_it_is_an_empty_calendar(self):
        self.assertEqual(self.export(), [])
        self.do("add", NUMBER)
        self.assertEqual(self.export(), [])

    def test_a_file_is_written_completely_or_not_at_all(self):
        self.import_orders({"number": str(3051000000001234 + 10_000 * i), "pickup_by": "2026-12-05T00:00:00Z"}
                           for i in range(500))
        path = self.path("orders.ics")
        self.do("export", "--format", "ics", "--output", path)
        with open(path, "rb") as file:
            whole = file.read()
        self.assertEqual(whole, self.do("export", "--format", "ics").out)
        answer = self.run_shell(LIMITED, "export", "--format", "ics", "--output", "orders.ics", "--alarm", "1d")
        self.assert_one_line_of_error(answer, 1)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), whole)
        self.assertEqual(sorted(os.listdir(self.home)), [".local", "orders.ics"])

    def test_the_settings_file_may_set_the_alarms(self):
        self.do("add", NUMBER, "--closes", "2026-12-05")
        os.makedirs(self.path(".config", "aliprotect"))
        with open(self.path(".config", "aliprotect", "config.toml"), "w") as file:
            file.write('[export]\nalarm = ["7d", "2d"]\n')
        event, = self.export()
        self.assertEqual([alarm["trigger"].dt.days for alarm in event.walk("VALARM")], [-7, -2])
        event, = self.export("--alarm", "1d")
        self.assertEqual([alarm["trigger"].dt.days for alarm in event.walk("VALARM")], [-1])
        self.do("export")

    def test_other_commands_never_load_the_library(self):
        self.do("add", NUMBER, "--closes", "2026-12-05")
        env = self.environment(LD_DEBUG="files", LD_DEBUG_OUTPUT=self.path("loaded"))
        for words, loads in ((["--version"], False), (["due"], False), (["export"], False),
                             (["export", "--format", "ics"], True)):
            with self.subTest(words):
                self.do(*words, env=env)
                loaded = [name for name in os.listdir(self.home) if name.startswith("loaded")]
                texts = []
                for name in loaded:
                    with open(self.path(name), "rb") as file:
                        texts.append(file.read())
                    os.unlink(self.path(name))
                self.assertEqual(any(b"libical" in text for text in texts), loads)


if __name__ == "__main__":
    main()
