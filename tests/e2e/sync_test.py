"""`sync`: what it reads, what it remembers, and what it does if a source cannot be read."""

import json
import os
import random
import shutil
import subprocess

from mails import OFFER, OTHER, life_of, link, mail, mbox
from program import ProgramTest, finish, main, program

ORDER = "8190000000010001"
TRACKING = "LP00123456789012"


class Sync(ProgramTest):
    def setUp(self):
        super().setUp()
        self.sources(mail={"path": "~/Maildir"})
        for folder in ("cur", "new", "tmp"):
            os.makedirs(self.path("Maildir", folder))

    def sources(self, **sources):
        """Writes the config file."""
        os.makedirs(self.path(".config", "aliprotect"), exist_ok=True)
        with open(self.path(".config", "aliprotect", "config.toml"), "w") as file:
            for name, settings in sources.items():
                file.write("[sources.%s]\n" % name)
                file.writelines("%s = %s\n" % (key, json.dumps(value)) for key, value in settings.items())

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def deliver(self, *mails, start=0):
        for i, each in enumerate(mails, start):
            self.write("Maildir/new/17958%05d.M%dP7.host" % (i, i), each)

    def sync(self, *words):
        return self.do("sync", *words)

    def record(self):
        return self.do("export", "--format", "jsonl").out

    def entries(self):
        return len(self.ask("log"))

    def assert_silent(self, answer):
        self.assertEqual((answer.code, answer.out, answer.err), (0, b"", b""))

    def test_new_mails_are_recorded_once(self):
        mails = life_of(ORDER, TRACKING)
        self.deliver(*mails[:2], OFFER, OTHER)
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")
        self.assert_silent(self.sync())
        self.deliver(*mails[2:], start=10)
        self.assertEqual(self.sync().out, b"mail: 1 changed order\n")
        self.assert_silent(self.sync())
        log = self.ask("log")
        self.assertEqual([entry["command"] for entry in log], ["aliprotect sync mail"] * 2)
        origins = log[0]["origins"]
        self.assertEqual([origin["order"] for origin in origins], [ORDER] * 2)
        self.assertTrue(all(os.path.exists(origin["file"]) for origin in origins))
        self.assertEqual({origin["date"] for origin in origins}, {"2026-09-10T15:00:00Z", "2026-09-13T15:00:00Z"})
        self.assertTrue(all(origin["message_id"].endswith("@example.org") for origin in origins))

    def test_nothing_about_orders_leaves_no_entry_and_is_not_read_again(self):
        self.deliver(OFFER)
        self.assertEqual(self.sync().out, b"mail: no orders found in 1 file\n")
        self.assert_silent(self.sync())
        self.deliver(OTHER, start=1)
        self.assert_silent(self.sync())
        self.assertEqual(self.entries(), 0)
        (report,) = self.ask("sync", "--all")
        self.assertEqual(report["skipped_by_kind"], {"offers": 1, "other mails": 1})

    def test_a_mail_that_is_moved_or_flagged_is_not_read_again(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.sync()
        for name in os.listdir(self.path("Maildir", "new")):
            os.rename(self.path("Maildir", "new", name), self.path("Maildir", "cur", name + ":2,S"))
        (report,) = self.ask("sync")
        self.assertEqual((report["read"], report["read_by_kind"]), (0, {}))

    def test_a_growing_mbox_is_read_from_its_former_end(self):
        mails = life_of(ORDER, TRACKING)
        self.sources(mail={"path": self.write("box", mbox(mails[:2]))})
        self.sync()
        with open(self.path("box"), "ab") as file:
            file.write(mbox(mails[2:3]))
        (report,) = self.ask("sync")
        self.assertEqual((report["read_by_kind"], report["changed"]), ({"mails": 1}, 1))
        self.assert_silent(self.sync())

    def test_an_mbox_that_lost_mails_is_read_again(self):
        mails = life_of(ORDER, TRACKING)
        self.sources(mail={"path": self.write("box", mbox(mails[:2]))})
        self.sync()
        self.write("box", mbox(mails[1:]))
        (report,) = self.ask("sync")
        self.assertEqual((report["read_by_kind"], report["changed"]), ({"mails": 3}, 1))

    def test_a_mail_in_two_sources_and_an_import_changes_nothing(self):
        mails = life_of(ORDER, TRACKING)
        self.deliver(*mails)
        self.sources(mail={"path": "~/Maildir"}, archive={"path": self.write("box", mbox(mails))})
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")
        before = self.record()
        self.do("import", "box")
        self.assertEqual((self.record(), self.entries()), (before, 1))

    def test_what_the_user_recorded_stays(self):
        confirmed, shipped, customs, delivered = life_of(ORDER, TRACKING)
        self.deliver(confirmed, delivered)
        self.sync()
        self.do("edit", ORDER, "--title", "My lamp")
        self.do("edit", ORDER, "--shipped", "2026-09-12")
        self.deliver(shipped, customs, start=5)
        self.sync()
        self.do("sync", "--all")
        (order,) = self.ask("list", "--all")
        self.assertEqual(order["title"], "My lamp")
        self.assertEqual([parcel["shipped_at"] for parcel in order["parcels"]], ["2026-09-12T00:00:00Z"])

    def test_a_mail_about_a_removed_order_records_it_completely(self):
        mails = life_of(ORDER, TRACKING)
        self.deliver(*mails[:3])
        self.sync()
        self.do("remove", ORDER)
        self.assert_silent(self.sync())
        self.deliver(mails[3], start=9)
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")
        (order,) = self.ask("list", "--all")
        self.assertEqual(order["title"], "Desk lamp LED flat")
        self.assertEqual(order["parcels"][0]["shipped_at"], "2026-09-03T15:00:00Z")

    def test_undo_makes_sync_read_again(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.sync()
        before = self.record()
        self.do("undo")
        self.assertEqual(self.record(), b"")
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")
        self.assertEqual(self.record(), before)

    def test_undo_after_reading_again_makes_sync_read_again(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.sync()
        self.do("sync", "--all")
        self.do("undo")
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")

    def test_undo_of_an_import_makes_sync_read_the_same_mails(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.do("import", "Maildir")
        self.assert_silent(self.sync())
        self.do("undo")
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")

    def test_dry_run_remembers_nothing(self):
        self.deliver(*life_of(ORDER, TRACKING))
        for _ in range(2):
            answer = self.sync("--dry-run")
            self.assertEqual(answer.out, b"mail: 1 new order\n")
            self.assertIn(b"nothing was recorded", answer.err)
        self.assertFalse(os.path.exists(self.default_store()))

    def test_any_order_and_number_of_runs_give_the_record_of_one_import(self):
        orders = ["81900000000%05d" % number for number in range(1001, 1061)]
        mails = [each for i, order in enumerate(orders) for each in life_of(order, "LP%014d" % i, 1 + i % 15)]
        self.write("all.mbox", mbox(mails))
        self.do("--db", "one.db", "import", "all.mbox")
        expected = json_lines(self.do("--db", "one.db", "export", "--format", "jsonl").out)
        for seed in range(3):
            random.Random(seed).shuffle(mails)
            shutil.rmtree(self.path("Maildir", "new"))
            os.mkdir(self.path("Maildir", "new"))
            for start in range(0, len(mails), 60):
                self.deliver(*mails[start : start + 60], start=start)
                self.do("--db", "%d.db" % seed, "sync")
            record = self.do("--db", "%d.db" % seed, "export", "--format", "jsonl").out
            self.assertEqual(json_lines(record), expected)

    def test_a_folder_of_exports(self):
        os.mkdir(self.path("exports"))
        self.sources(exports={"path": self.path("exports"), "tag": ["shop", "new"], "rules": "aliexpress-2024"})
        self.write("exports/a.csv", b"Order ID,Product Title\n3051000000011234,Lamp\nbad,Kettle\n")
        answer = self.run_program("sync")
        self.assertEqual((answer.code, answer.out), (4, b"exports: 1 new order, 1 rejected\n"))
        self.assertIn(b"aliprotect: exports: ", answer.err)
        self.assert_silent(self.sync())
        self.write("exports/a.csv", b"Order ID,Product Title\n3051000000011234,Desk lamp\n")
        self.assertEqual(self.sync().out, b"exports: 1 changed order\n")
        (order,) = self.ask("list")
        self.assertEqual((order["tags"], order["rules"]), (["shop", "new"], "aliexpress-2024"))

    def test_the_output_of_a_command(self):
        self.write("box", mbox(life_of(ORDER, TRACKING)))
        self.sources(imap={"command": "cat ~/box"})
        self.assertEqual(self.sync().out, b"imap: 1 new order\n")
        self.assert_silent(self.sync())
        self.assertEqual(self.entries(), 1)
        self.sources(imap={"command": "true"})
        self.assert_silent(self.sync())

    def test_a_source_that_fails_does_not_stop_the_others(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.write("box", mbox(life_of("8190000000010002", "LP00123456789013")))
        self.sources(
            gone={"path": "gone"},
            half={"command": "cat ~/box; echo no password >&2; exit 75"},
            killed={"command": "cat ~/box; kill -9 $$"},
            mail={"path": "~/Maildir"},
        )
        answer = self.run_program("sync")
        self.assertEqual((answer.code, answer.out), (1, b"mail: 1 new order\n"))
        gone, half, killed = answer.err.decode().splitlines()
        self.assertEqual(gone, "aliprotect: gone: %s: cannot be opened: No such file or directory"
                         % self.path(".config", "aliprotect", "gone"))
        self.assertEqual(half, "aliprotect: half: the command ended with exit status 75: no password")
        self.assertIn("aliprotect: killed: the command ended with signal 9", killed)
        self.assertEqual(len(self.ask("list", "--all")), 1)
        reports = json.loads(self.run_program("sync", "--json").out)
        self.assertEqual([report["source"] for report in reports], ["gone", "half", "killed", "mail"])
        self.assertEqual([bool(report["error"]) for report in reports], [True, True, True, False])

    def test_the_program_alone_names_sync_and_sources_that_cannot_be_read(self):
        self.sources(mail={"path": "~/Maildir"}, gone={"path": "/nowhere"}, printed={"command": "true"})
        gone = (
            "Source gone: /nowhere: cannot be opened: No such file or directory; "
            "correct its path in the config file.\n"
        )
        answer = self.do().out.decode()
        self.assertIn("aliprotect sync --dry-run", answer)
        self.assertTrue(answer.endswith("\n\n" + gone), answer)
        self.do("add", ORDER)
        answer = self.do().out.decode()
        self.assertTrue(answer.startswith("Nothing is due within 4 days.\n" + gone), answer)
        self.assertNotIn("Source", self.do("--json").out.decode())
        self.sources(mail={"path": "~/Maildir"})
        self.assertNotIn("Source", self.do().out.decode())

    def test_a_store_that_fails_still_reports_the_sources_before(self):
        rows = "printf 'Order ID\\n%s\\n'"
        newer = "sqlite3 '%s' 'PRAGMA user_version = 99'; " % self.default_store()
        self.sources(
            first={"command": rows % ORDER},
            second={"command": newer + rows % "8190000000010002"},
        )
        answer = self.run_program("sync", "--json")
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual([report["source"] for report in json.loads(answer.out)], ["first"])

    def test_exit_1_takes_precedence_over_exit_4(self):
        self.sources(rows={"command": "printf 'Order ID\\nbad\\n'"}, gone={"path": "/nowhere"})
        self.assertEqual(self.run_program("sync", "rows").code, 4)
        self.assertEqual(self.run_program("sync").code, 1)

    def with_reader(self, script):
        """Returns a program whose reader is a script."""
        alone = self.path("bin")
        os.makedirs(alone, exist_ok=True)
        shutil.copy(program(), alone)
        if script:
            with open(os.path.join(alone, "aliprotect-read"), "w") as file:
                file.write("#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n")
            os.chmod(file.name, 0o755)
        return os.path.join(alone, "aliprotect")

    def test_a_reader_that_is_killed_records_nothing_and_the_next_run_reads_again(self):
        mails = life_of(ORDER, TRACKING)
        self.deliver(*mails)
        fact = '{"fact": "mail", "number": "%s", "event": "shipped", "at": "2026-09-01T00:00:00Z"}' % ORDER
        for script in ("kill -9 $$", "exit 1"):
            answer = finish(self.start([self.with_reader(script), "sync"]))
            self.assertEqual((answer.code, answer.out), (4, b"mail: 4 rejected\n"), answer)
        self.write("box", mbox(mails))
        self.sources(mail={"path": "~/Maildir"}, box={"path": self.path("box")})
        answer = finish(self.start([self.with_reader("echo '%s'; kill -9 $$" % fact), "sync", "box"]))
        self.assertEqual((answer.code, answer.out), (1, b""), answer)
        self.assertFalse(self.ask("list", "--all"))
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")

    def test_without_the_reader_one_line_names_the_package(self):
        self.deliver(*life_of(ORDER, TRACKING))
        answer = finish(self.start([self.with_reader(None), "sync"]))
        self.assertEqual((answer.code, answer.out), (1, b""))
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"aliprotect: mail: ", answer.err)
        self.assertIn(b"aliprotect-readers", answer.err)

    def test_the_config_file(self):
        for lines, error in (
            ("[sources.mail]\nfolder = 'a'\n", "line 2: unknown setting `sources.mail.folder`"),
            ("[sources.mail]\npaht = 'a'\n", "did you mean `path`?"),
            ("[sources]\npath = 'a'\n", "line 2: expected a section such as [sources.mail]"),
            ("[sources.mail]\nas = 'mail'\n", "[sources.mail] needs either `path` or `command`"),
            ("[sources.mail]\npath = 'a'\ncommand = 'b'\n", "[sources.mail] needs either `path` or `command`"),
            ("[sources.mail]\npath = 'a'\nzone = 'Mars'\n", "[sources.mail] zone: "),
            ("[sources.mail]\npath = 'a'\nas = 'letter'\n", "[sources.mail] as: unknown value"),
            ("[sources.mail]\npath = 'a'\nrules = 'mine'\n", "[sources.mail] "),
            ("[source.mail]\npath = 'a'\n", "did you mean [sources.mail]?"),
            ("[duee]\nwithin = '1d'\n", "did you mean `due`?"),
            ("rule = 'aliexpress-2024'\n", "did you mean `rules`?"),
            ("", "no sources yet; write `[sources.mail]`"),
        ):
            with self.subTest(lines):
                with open(self.path(".config", "aliprotect", "config.toml"), "w") as file:
                    file.write(lines)
                answer = self.run_program("sync")
                self.assert_one_line_of_error(answer, 2)
                self.assertIn(error, answer.err.decode())
                self.assertIn(b"config.toml", answer.err)

    def test_without_a_home_folder(self):
        answer = self.run_program("sync", env=self.environment(HOME=None))
        self.assert_one_line_of_error(answer, 2)
        self.assertIn(b"HOME is not set", answer.err)

    def test_unknown_names_list_the_sources(self):
        self.sources(mail={"path": "~/Maildir"}, exports={"path": "~/exports"})
        answer = self.run_program("sync", "other")
        self.assert_one_line_of_error(answer, 2)
        self.assertEqual(answer.err, b"aliprotect: sync: unknown source \"other\"; use mail or exports\n")

    def test_a_file_that_is_moved_while_sync_runs_is_not_an_error(self):
        self.deliver(*life_of(ORDER, TRACKING))
        os.symlink("gone", self.path("Maildir", "new", "1.broken"))
        self.assertEqual(self.sync().out, b"mail: 1 new order\n")

    def test_two_runs_at_once_record_each_mail_once(self):
        self.deliver(*life_of(ORDER, TRACKING))
        runs = [self.start([program(), "sync"]) for _ in range(4)]
        self.assertEqual({finish(run).code for run in runs}, {0})
        self.assertEqual(self.entries(), 1)

    def test_the_memory_survives_a_backup_and_its_absence_a_salvage(self):
        self.deliver(*life_of(ORDER, TRACKING))
        self.sync()
        before = self.record()
        self.do("backup", "copy.db")
        self.assert_silent(self.do("--db", "copy.db", "sync"))
        self.do("backup", "--salvage", "rescued.db")
        (report,) = self.ask("--db", "rescued.db", "sync")
        self.assertEqual((report["read_by_kind"], report["unchanged"]), ({"mails": 4}, 1))
        self.assertEqual(self.do("--db", "rescued.db", "export", "--format", "jsonl").out, before)
        self.do("--db", "rescued.db", "check")


def json_lines(text):
    """Returns the orders without their ids, which are given in the order of recording."""
    orders = [json.loads(line) for line in text.splitlines()]
    for order in orders:
        del order["id"]
    return sorted(orders, key=lambda order: order["number"])


if __name__ == "__main__":
    main()
