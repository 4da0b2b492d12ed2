"""After several imports, a calendar program has each deadline once, with its current time."""

import os

from program import ProgramTest, finish, main

NUMBER = "3051000000421234"
CONFIG = """
[calendars]
[[orders]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[default]
default_calendar = orders
"""


class Khal(ProgramTest):
    def setUp(self):
        super().setUp()
        os.mkdir(self.path("calendar"))
        with open(self.path("khal.conf"), "w") as file:
            file.write(CONFIG.format(folder=self.home))

    def khal(self, *words):
        env = self.environment(LC_ALL="C.UTF-8", XDG_CACHE_HOME=self.path("cache"))
        answer = finish(self.start(["khal", "-c", self.path("khal.conf"), *words], env))
        self.assertEqual(answer.code, 0, answer)
        return answer.out.decode()

    def transfer(self, *words, now=None):
        """Exports, imports, and returns the events that khal has: {kind: (start, status)}."""
        env = self.environment(ALIPROTECT_NOW=now) if now else self.environment()
        self.do("export", "--format", "ics", "--output", "orders.ics", *words, env=env)
        self.khal("import", "--batch", "-a", "orders", self.path("orders.ics"))
        return self.events()

    def events(self):
        lines = self.khal(
            "list", "--day-format", "", "--format", "{uid} {start-long} {status}", "2026-10-01", "120d"
        ).split("\n")
        events = {}
        for line in filter(None, map(str.strip, lines)):
            uid, date, time, *status = line.split()
            kind = uid.split("@")[0].split("-")[1]
            self.assertNotIn(kind, events, "an event twice, or over two days")
            events[kind] = (date + " " + time, *status)
        # khal 0.11.4 also leaves a draft for each event that existed before.
        files = [name for name in os.listdir(self.path("calendar")) if name.endswith(".ics")]
        self.assertEqual(len(files), len(events), files)
        return events

    def test_events_follow_the_record(self):
        self.do("add", NUMBER, "--title", "USB hub, 7 ports", "--ship-by", "2026-11-30", "--closes", "2026-12-20")
        first = {
            "ship_by": ("2026-11-30 23:59", "CONFIRMED"),
            "closes": ("2026-12-20 23:59", "CONFIRMED"),
        }
        self.assertEqual(self.transfer(), first)
        self.assertEqual(self.transfer(), first)

        self.do("ship", "1", "--at", "2026-11-20", "--days", "20", "--tracking", "LP001")
        self.do("edit", "1", "--closes", "2026-12-24")
        shipped = {
            "ship_by": ("2026-11-30 23:59", "CANCELLED"),
            "deadline": ("2026-12-10 00:00", "CONFIRMED"),
            "closes": ("2026-12-24 23:59", "CONFIRMED"),
        }
        self.assertEqual(self.transfer(), shipped)

        self.do("dispute", "open", "1", "--reason", "not-received", "--force")
        self.assertEqual(self.transfer(), {
            **shipped,
            "closes": ("2026-12-24 23:59", "CANCELLED"),
            "auto_escalates": ("2026-12-05 12:00", "CONFIRMED"),
        })

        self.do("undo")
        undone = {**shipped, "auto_escalates": ("2026-12-05 12:00", "CANCELLED")}
        self.assertEqual(self.transfer(), undone)

        # Deadlines that have passed are no longer exported, so their events are unchanged.
        self.do("remove", "1")
        self.assertEqual(self.transfer(now="2026-12-15T00:00:00Z"), {
            **undone, "closes": ("2026-12-24 23:59", "CANCELLED")
        })

        self.do("undo")
        self.assertEqual(self.transfer(), undone)

    def test_events_of_past_deadlines_are_unchanged(self):
        self.do("add", NUMBER, "--shipped", "2026-10-20", "--days", "45", "--protection-days", "60")
        self.transfer()
        later = self.environment(ALIPROTECT_NOW="2026-12-10T00:00:00Z")
        self.do("deliver", "1", "--at", "2026-12-08", env=later)
        self.assertEqual(self.transfer(now="2026-12-10T00:00:00Z"), {
            "deadline": ("2026-12-04 00:00", "CONFIRMED"),
            "closes": ("2026-12-19 00:00", "CONFIRMED"),
        })

    def test_unusual_titles_are_shown(self):
        self.do("add", NUMBER, "--title", "a, b; c\\d \"e\" 雨伞 ☂ 🧸", "--closes", "2026-12-20")
        self.transfer()
        shown = self.khal("list", "--day-format", "", "--format", "{title}", "2026-12-01", "30d")
        self.assertEqual(shown.strip(), "Protection ends: a, b; c\\d \"e\" 雨伞 ☂ 🧸")


if __name__ == "__main__":
    main()
