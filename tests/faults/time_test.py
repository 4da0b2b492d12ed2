"""Clocks and time zones of the computer: correct results or an error with advice, never UTC without notice.

To replace /etc/localtime or the zone database, the program runs in its own mount namespace, which needs root.
"""

import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import ProgramTest, main, program

NUMBER = "3051000000421234"
OTHER = "3051000000431234"
ZONES = "/usr/share/zoneinfo"


def may_make_namespaces():
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


class ClockTest(ProgramTest):
    def closes(self):
        return self.ask("show", "1")["closes_at"]

    def deadline_after(self, shipped, days):
        self.do("add", NUMBER, "--shipped", shipped, "--days", str(days))
        return self.closes()

    def test_past_2038_and_2100(self):
        for shipped, closes in [
            ("2038-01-18", "2038-01-20T00:00:00Z"),
            ("2028-02-28", "2028-03-01T00:00:00Z"),
            ("2100-02-27", "2100-03-01T00:00:00Z"),
            ("2104-02-28", "2104-03-01T00:00:00Z"),
        ]:
            with self.subTest(shipped):
                now = self.environment(ALIPROTECT_NOW=closes)
                self.do("add", NUMBER, "--shipped", shipped, "--days", "2", env=now)
                self.assertEqual(self.ask("show", "1", env=now)["closes_at"], closes)
                self.assertIn(closes[:10], self.do("show", "1", env=now).out.decode())
                calendar = self.do("export", "--format", "ics", env=now).out.decode()
                self.assertIn("DTSTART:" + closes.replace("-", "").replace(":", ""), calendar)
                self.do("remove", "1", env=now)
                self.do("undo", "2", env=now)

    def test_29_february_is_only_in_leap_years(self):
        for day, code in [("2028-02-29", 0), ("2027-02-29", 2), ("2100-02-29", 2), ("2000-02-29", 0)]:
            with self.subTest(day):
                answer = self.run_program("list", "--closes-before", day)
                self.assertEqual(answer.code, code, answer)

    def test_a_clock_that_is_set_back_loses_nothing(self):
        self.do("add", NUMBER, "--shipped", "2026-11-10", "--days", "45")
        self.do("edit", "1", "--note", "first")
        earlier = self.environment(ALIPROTECT_NOW="1999-01-01T00:00:00Z")
        self.do("edit", "1", "--note", "second", env=earlier)
        order = self.ask("show", "1", env=earlier)
        self.assertEqual({note["text"] for note in order["notes"]}, {"first", "second"})
        self.assertEqual(order["closes_at"], "2026-12-25T00:00:00Z")
        self.do("undo", env=earlier)
        self.assertEqual([note["text"] for note in self.ask("show", "1")["notes"]], ["first"])
        self.assert_store_is_whole()

    def test_a_reminder_is_sent_once_even_if_the_clock_changes(self):
        self.do("add", NUMBER, "--shipped", "2026-10-10", "--days", "45")
        sent = self.do("remind").out
        self.assertIn(NUMBER.encode(), sent)
        for now in ["2026-11-20T11:00:00Z", "2026-11-20T12:00:01Z"]:
            self.assertEqual(self.do("remind", env=self.environment(ALIPROTECT_NOW=now)).out, b"")

    def test_a_reminder_is_sent_once_even_if_the_clock_was_years_fast(self):
        self.do("add", NUMBER, "--closes", "2026-11-24")
        self.do("add", OTHER, "--closes", "2030-06-03")
        for now, sent in [
            ("2026-11-20", b"1\n"),
            ("2030-06-01", b"2\n"),
            ("2026-11-20", b""),
            ("2026-11-23", b"1\n"),
            ("2030-06-01", b""),
        ]:
            with self.subTest(now):
                env = self.environment(ALIPROTECT_NOW=now)
                self.assertEqual(self.do("remind", "--format", "ids", env=env).out, sent)

    def test_a_clock_before_1970_is_refused(self):
        answer = self.run_program("due", "--now", "1969-12-31T23:59:59Z")
        self.assert_one_line_of_error(answer, 2)

    def test_a_day_that_a_zone_skipped_is_refused(self):
        apia = self.environment(TZ="Pacific/Apia")
        answer = self.run_program("add", NUMBER, "--ordered", "2011-12-30", env=apia)
        self.assert_one_line_of_error(answer, 2)
        self.assertFalse(os.path.exists(self.default_store()))
        self.do("add", NUMBER, "--ordered", "2011-12-29", "--closes", "2011-12-31", env=apia)
        order = self.ask("show", "1", env=apia)
        self.assertEqual(order["ordered_at"], "2011-12-29T10:00:00Z")
        self.assertEqual(order["closes_at"], "2011-12-31T09:59:59Z")


class ZoneTest(ProgramTest):
    def ordered(self, **variables):
        """Returns the instant at which a day begins in the zone of these variables."""
        answer = self.run_program(
            "add", NUMBER, "--ordered", "2026-07-01", "--json", env=self.environment(**variables)
        )
        return answer

    def test_invalid_zone_names_are_refused(self):
        for zone in ["Mars/Base", " ", "berlin", "CEST", "../../etc/passwd", "/etc/passwd", "\x1b[31m", "\udcff",
                     "x" * 100_000, "UTC+", "Europe", "/usr/share/zoneinfo/", "posix/../zone.tab", "zone.tab"]:
            with self.subTest(zone[:20]):
                answer = self.ordered(TZ=zone)
                self.assert_one_line_of_error(answer, 2)
                self.assertNotIn(b"\x1b", answer.err)
                self.assertLess(len(answer.err), 120_000)
                self.assertFalse(os.path.exists(self.default_store()))

    def test_no_zone_is_needed_for_instants(self):
        answer = self.run_program(
            "add", NUMBER, "--ordered", "2026-07-01T00:00:00Z", "--json", env=self.environment(TZ="Mars/Base")
        )
        self.assertEqual(answer.code, 0, answer)

    def test_zones_in_other_folders_are_not_read(self):
        os.makedirs(self.path("zones", "Mars"))
        with open(os.path.join(ZONES, "UTC"), "rb") as zone, open(self.path("zones", "Mars", "Base"), "wb") as copy:
            copy.write(zone.read())
        self.assert_one_line_of_error(self.ordered(TZ="Mars/Base", TZDIR=self.path("zones")), 2)


@unittest.skipUnless(may_make_namespaces(), "mount namespaces are for root")
class MachineTest(ProgramTest):
    """Runs the program with /etc and the zone database as changed by a script."""

    def on_machine(self, script, *words, **variables):
        whole = "set -e; mkdir empty; mount -t tmpfs none empty; " + script + '\nexec "$0" "$@"'
        process = self.start(
            ["unshare", "--mount", "sh", "-c", whole, program(), *words],
            self.environment(**{"TZ": None, **variables}),
        )
        out, err = process.communicate(timeout=120)
        os.rmdir(self.path("empty"))
        return process.returncode, out, err

    def begins(self, script, **variables):
        """Returns the instant at which 1 July begins, or the error message."""
        code, out, err = self.on_machine(
            script, "--db", self.path("orders.db"), "add", NUMBER, "--ordered", "2026-07-01", "--json", **variables
        )
        if code == 0:
            self.do("--db", self.path("orders.db"), "undo")
            return json.loads(out)["ordered_at"]
        self.assertEqual(err.count(b"\n"), 1, err)
        self.assertEqual(code, 2, err)
        self.assertEqual(out, b"")
        return err.decode()

    # A separate /etc, in which the test controls localtime.
    ETC = "cp -a /etc/. empty/ && rm -f empty/localtime empty/timezone && mount --bind empty /etc; "

    def test_a_link(self):
        link = "ln -s /usr/share/zoneinfo/Asia/Tokyo /etc/localtime"
        self.assertEqual(self.begins(self.ETC + link), "2026-06-30T15:00:00Z")

    def test_a_relative_link(self):
        link = "ln -s ../usr/share/zoneinfo/Asia/Tokyo /etc/localtime"
        self.assertEqual(self.begins(self.ETC + link), "2026-06-30T15:00:00Z")

    def test_a_copy_is_recognised(self):
        copy = "cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime"
        self.assertEqual(self.begins(self.ETC + copy), "2026-06-30T15:00:00Z")

    def test_a_copy_and_a_timezone_file(self):
        copy = "cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime; echo Asia/Tokyo > /etc/timezone"
        self.assertEqual(self.begins(self.ETC + copy), "2026-06-30T15:00:00Z")

    def test_a_copy_that_contradicts_the_timezone_file(self):
        copy = "cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime; echo Etc/UTC > /etc/timezone"
        self.assertEqual(self.begins(self.ETC + copy), "2026-06-30T15:00:00Z")

    def test_a_copy_of_an_unknown_zone_is_used(self):
        copy = "sed '$s/JST/<JST>/' /usr/share/zoneinfo/Asia/Tokyo > /etc/localtime; "
        self.assertEqual(self.begins(self.ETC + copy + "echo Etc/UTC > /etc/timezone"), "2026-06-30T15:00:00Z")

    def test_a_link_to_what_is_not_a_zone_is_refused(self):
        for name in ["Factory", "right/Europe/Berlin", "zone.tab"]:
            with self.subTest(name):
                self.assertIn("--tz", self.begins(self.ETC + "ln -s /usr/share/zoneinfo/" + name + " /etc/localtime"))

    def test_none_is_refused(self):
        self.assertIn("--tz", self.begins(self.ETC))

    def test_a_broken_link_is_refused(self):
        self.assertIn("--tz", self.begins(self.ETC + "ln -s /usr/share/zoneinfo/Mars/Base /etc/localtime"))

    def test_rubbish_is_refused(self):
        self.assertIn("--tz", self.begins(self.ETC + "echo rubbish > /etc/localtime"))

    def test_a_folder_is_refused(self):
        self.assertIn("--tz", self.begins(self.ETC + "mkdir /etc/localtime"))

    # Without a zone database.
    NO_ZONES = "mkdir empty/none && mount --bind empty/none /usr/share/zoneinfo; "

    def test_without_a_database_names_are_refused(self):
        self.assertIn("tzdata", self.begins(self.NO_ZONES, TZ="Europe/Berlin"))
        self.assertIn("tzdata", self.begins(self.NO_ZONES))

    def test_without_a_database_utc_and_rules_are_right(self):
        self.assertEqual(self.begins(self.NO_ZONES, TZ="UTC"), "2026-07-01T00:00:00Z")
        rule = "CET-1CEST,M3.5.0,M10.5.0/3"
        self.assertEqual(self.begins(self.NO_ZONES, TZ=rule), "2026-06-30T22:00:00Z")

    def test_without_a_database_a_copy_is_used(self):
        copy = "cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime; "
        self.assertEqual(self.begins(self.ETC + copy + self.NO_ZONES), "2026-06-30T15:00:00Z")

    def test_without_a_database_commands_without_a_zone_work(self):
        code, _, err = self.on_machine(self.NO_ZONES, "export", "--db", self.path("orders.db"))
        self.assertEqual((code, err.count(b"\n")), (0, 1), err)

    def test_a_zone_whose_file_is_damaged_is_refused(self):
        for name, damage in [("empty", ": > empty/f"), ("rubbish", "echo rubbish > empty/f"),
                             ("no data", "head -c 44 /usr/share/zoneinfo/Europe/Berlin > empty/f"),
                             ("counts beyond memory", "{ head -c 32 /usr/share/zoneinfo/Europe/Berlin; printf '\\177'; "
                              "tail -c +34 /usr/share/zoneinfo/Europe/Berlin; } > empty/f"),
                             ("counts beyond its end", "{ printf TZif2; head -c 39 /dev/zero | tr '\\0' '\\377'; } > empty/f"),
                             ("cut", "head -c 60 /usr/share/zoneinfo/Europe/Berlin > empty/f")]:
            with self.subTest(name):
                script = damage + "; mount --bind empty/f /usr/share/zoneinfo/Europe/Berlin"
                self.assertIn("Europe/Berlin", self.begins(script, TZ="Europe/Berlin"))


if __name__ == "__main__":
    main()
