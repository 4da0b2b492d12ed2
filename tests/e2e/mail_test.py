"""Mails as people keep them: what import records of them, and what stops aliprotect-read."""

import base64
import datetime
import os
import random
import shutil
import socket
import subprocess

from mails import OFFER, OTHER, forwarded, life_of, link, mail, mbox
from program import ProgramTest, has_sanitizers, main, program

ORDER = "8190000000010001"
TRACKING = "LP00123456789012"


def reader():
    return os.path.join(os.path.dirname(program()), "aliprotect-read")


class Mails(ProgramTest):
    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return name

    def order(self, number=ORDER):
        return next(each for each in self.ask("list", "--all") if each["number"] == number)

    def test_the_life_of_an_order(self):
        self.do("import", self.write("all.mbox", mbox(life_of(ORDER, TRACKING) + [OFFER, OTHER])))
        order = self.order()
        self.assertEqual(order["title"], "Desk lamp LED flat")
        self.assertEqual(order["price"], {"amount": "19.98", "currency": "EUR"})
        self.assertEqual(order["ordered_at"], "2026-09-01T14:30:00Z")
        self.assertEqual(len(order["parcels"]), 1)
        self.assertEqual(order["parcels"][0]["tracking"], TRACKING)
        self.assertEqual(order["parcels"][0]["shipped_at"], "2026-09-03T15:00:00Z")
        self.assertIsNone(order["parcels"][0]["delivered_at"])
        self.assertEqual(order["parcels"][0]["claimed_delivered_at"], "2026-09-13T15:00:00Z")
        self.assertIsNone(order["closes_at"])
        self.assertIsNone(order["confirmed_at"])
        self.assertEqual(len(self.ask("list", "--all")), 1)

    def test_the_site_completes_an_order(self):
        self.do("import", self.write("all.mbox", mbox([
            mail("Order %s: how did it go?" % ORDER, "20 Sep 2026 08:00:00 -0700", link(ORDER)),
            mail("Bestellung %s: auf Bestätigung wird gewartet" % ORDER, "17 Sep 2026 08:00:00 -0700", link(ORDER)),
            mail("Order %s: awaiting confirmation" % ORDER, "18 Sep 2026 08:00:00 -0700", link(ORDER)),
        ])))
        order = self.order()
        self.assertEqual(order["completion_notice_at"], "2026-09-17T15:00:00Z")
        self.assertEqual(order["completed_at"], "2026-09-20T15:00:00Z")
        self.assertIsNone(order["confirmed_at"])

    def test_any_order_of_mails_gives_the_same_record(self):
        orders = ["81900000000%05d" % number for number in range(1001, 1061)]
        mails = [each for i, order in enumerate(orders) for each in life_of(order, "LP%014d" % i, 1 + i % 15)]
        records = set()
        for seed in range(4):
            random.Random(seed).shuffle(mails)
            store = "%d.db" % seed
            self.do("--db", store, "import", self.write("all.mbox", mbox(mails)))
            records.add(self.do("--db", store, "export", "--format", "jsonl").out)
        self.assertEqual(len(records), 1)
        self.assertEqual(len(records.pop().splitlines()), 60)

    def test_reading_mails_again_changes_nothing(self):
        mails = life_of(ORDER, TRACKING)
        self.do("import", self.write("all.mbox", mbox(mails)))
        before = self.do("export").out
        for content in [mbox(mails)] + mails[::-1]:
            self.do("import", self.write("again.eml", content))
        self.assertEqual(self.do("export").out, before)

    def test_a_single_mail_from_standard_input(self):
        answer = self.run_program("import", "-", input=life_of(ORDER, TRACKING)[1])
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(self.order()["parcels"][0]["shipped_at"], "2026-09-03T15:00:00Z")

    def test_a_subject_of_several_padded_words(self):
        whole = mail("Subject", "03 Sep 2026 08:00:00 -0700", link(ORDER))
        parts = ["Bestellung %s " % ORDER, "wurde ", "versandt"]
        words = ["=?utf-8?B?%s?=" % base64.b64encode(part.encode()).decode() for part in parts]
        self.assertTrue(words[0].endswith("=?="))
        subject = "Subject: " + "\n ".join(words)
        self.do("import", self.write("one.eml", whole.replace(b"Subject: =?utf-8?q?Subject?=", subject.encode())))
        self.assertEqual(self.order()["parcels"][0]["shipped_at"], "2026-09-03T15:00:00Z")

    def test_a_forwarded_mail_is_as_old_as_the_original(self):
        self.do("import", self.write("forwarded.eml", forwarded(ORDER)))
        self.assertEqual(self.order()["parcels"][0]["shipped_at"], "2026-10-07T15:00:00Z")

    def test_a_list_supplies_what_mails_do_not_know(self):
        self.do("import", self.write("all.mbox", mbox(life_of(ORDER, TRACKING))))
        self.do("import", self.write("list.csv", b"Order ID,Product Title\n" + ORDER.encode() + b",Lamp, white\n".replace(b", ", b" ")))
        self.do("import", self.write("all.mbox", mbox(life_of(ORDER, TRACKING))))
        self.assertEqual(self.order()["title"], "Lamp white")

    def test_two_shipments_are_two_parcels(self):
        self.do("import", self.write("all.mbox", mbox([
            mail("Order %s: partially shipped" % ORDER, "03 Sep 2026 08:00:00 -0700", link(ORDER)),
            mail("Order %s: order shipped" % ORDER, "04 Sep 2026 08:00:00 -0700", link(ORDER)),
        ])))
        shipped = [parcel["shipped_at"] for parcel in self.order()["parcels"]]
        self.assertEqual(shipped, ["2026-09-03T15:00:00Z", "2026-09-04T15:00:00Z"])

    def test_a_maildir(self):
        for folder in ("cur", "new", "tmp"):
            os.makedirs(self.path("Maildir", folder))
        for i, each in enumerate(life_of(ORDER, TRACKING)):
            self.write("Maildir/%s/%d.a:2,S" % (("cur", "new")[i % 2], i), each)
        self.write("Maildir/cur/9.offer", OFFER)
        self.write("Maildir/dovecot.index", b"\0\1")
        self.write("Maildir/tmp/unfinished", life_of("8190000000010009", "LP00123456789019")[0])
        answer = self.do("import", "Maildir")
        self.assertIn(b"skipped offers: 1, other files: 1", answer.err)
        self.assertEqual(self.order()["parcels"][0]["shipped_at"], "2026-09-03T15:00:00Z")
        self.assertEqual(len(self.ask("list", "--all")), 1)

    def test_unknown_subjects_are_reported_without_numbers(self):
        self.write("new.eml", mail("Order %s: protection ends soon" % ORDER, "03 Sep 2026 08:00:00 -0700", link(ORDER)))
        answer = self.do("import", "new.eml", "--report-unknown", "unknown.txt")
        self.assertIn(b"unknown subject", answer.err)
        with open(self.path("unknown.txt")) as file:
            self.assertEqual(file.read(), "1\tsubject\tOrder # protection ends soon\n")

    def test_a_countdown_counts_from_the_time_of_the_file(self):
        page = ("Order ID: %s\nBuyer protection: 12 days 03:04:05\n" % ORDER).encode()
        for store, modified, closes in (("a.db", "2026-10-01T00:00:00+00:00", "2026-10-13T03:04:05Z"),
                                        ("b.db", "2026-10-20T08:00:01+00:00", "2026-11-01T11:04:05Z"),
                                        ("c.db", "1980-01-01T00:00:00+00:00", "2026-11-01T11:04:05Z")):
            at = datetime.datetime.fromisoformat(modified).timestamp()
            os.utime(self.path(self.write("page.txt", page)), (at, at))
            self.do("--db", store, "--now", "2026-10-20T08:00:00Z", "import", "page.txt")
            (order,) = self.ask("--db", store, "--now", "2026-10-20T08:00:00Z", "list", "--all")
            self.assertEqual(order["closes_at"], closes)

    def test_unknown_labels_of_a_page_are_reported(self):
        page = "Order ID: %s\nMoney back unless it arrives by Nov 30, 2026\n" % ORDER
        answer = self.do("import", self.write("page.txt", page.encode()), "--report-unknown", "unknown.txt")
        self.assertIn(b"1 date with an unknown label", answer.err)
        with open(self.path("unknown.txt")) as file:
            self.assertEqual(file.read(), "1\tlabel\tMoney back unless it arrives by\n")

    def test_a_date_of_a_forwarded_mail_that_cannot_be_read_costs_only_the_date(self):
        for store, date, shipped in (("a.db", "7. Oktober 2026 um 17:00:12 MESZ", ["2026-10-07T15:00:12Z"]),
                                     ("b.db", "7/10/26, 17:00", [])):
            content = forwarded(ORDER).replace(b"Wed, 07 Oct 2026 08:00:00 -0700", date.encode())
            self.do("--db", store, "import", self.write("forwarded.eml", content))
            (order,) = self.ask("--db", store, "list", "--all")
            self.assertEqual([parcel["shipped_at"] for parcel in order["parcels"]], shipped)

    def test_a_mail_from_the_future_states_no_date(self):
        content = mail("Order %s: order shipped" % ORDER, "01 Oct 2037 08:00:00 -0700", link(ORDER))
        answer = self.do("import", self.write("future.eml", content))
        self.assertIn(b"future.eml:1: ", answer.err)
        self.assertIn(b"is in the future", answer.err)
        self.assertEqual(self.order()["parcels"], [])

    def test_a_reader_without_memory_is_reported_as_such(self):
        if has_sanitizers():
            self.skipTest("the sanitizers need more memory than the limit")
        part = b"--b\nContent-Type: text/html\n\n<p>x\n"
        content = mail("Order", "01 Sep 2026 08:00:00 -0700", "x").replace(
            b'text/html; charset="utf-8"', b"multipart/mixed; boundary=b").replace(b"quoted-printable", b"8bit")
        answer = self.run_program("import", self.write("parts.eml", content + part * 300_000))
        self.assertEqual(answer.code, 1, answer)
        self.assertIn(b"cannot be read: reading it takes too much memory", answer.err)

    def test_a_reader_that_fails_records_nothing(self):
        alone = self.path("bin")
        os.mkdir(alone)
        shutil.copy(program(), alone)
        fact = '{"fact": "page", "number": "%s", "rows": [{"title": "Lamp"}]}' % ORDER
        for script in ("exit 1", "kill -9 $$", "echo '%s'; exit 0" % fact, "echo '%s'; echo '{'; exit 0" % fact,
                       "yes | tr -d '\\n'", "echo '{\"end\": {\"error\": \"no\"}}'; cat"):
            with open(os.path.join(alone, "aliprotect-read"), "w") as file:
                file.write("#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n")
            os.chmod(file.name, 0o755)
            self.write("one.eml", life_of(ORDER, TRACKING)[0])
            with self.subTest(script):
                answer = subprocess.run([os.path.join(alone, "aliprotect"), "--db", "new.db", "import", "one.eml"],
                                        capture_output=True, cwd=self.path(""), env={"HOME": self.path("")})
                self.assertEqual(answer.returncode, 1, answer)
                self.assertIn(b"cannot be read", answer.stderr)
                self.assertFalse(os.path.exists(self.path("new.db")) and self.ask("--db", "new.db", "list", "--all"))

    def test_a_reader_that_cannot_start_is_reported_once(self):
        alone = self.path("bin")
        os.mkdir(alone)
        shutil.copy(program(), alone)
        with open(os.path.join(alone, "aliprotect-read"), "w") as file:
            file.write("#!/bin/sh\nexit 127\n")
        os.chmod(file.name, 0o755)
        os.mkdir(self.path("mails"))
        for i, content in enumerate(life_of(ORDER, TRACKING)):
            self.write("mails/%d.eml" % i, content)
        answer = subprocess.run([os.path.join(alone, "aliprotect"), "--db", "new.db", "import", "mails"],
                                capture_output=True, cwd=self.path(""), env={"HOME": self.path("")})
        self.assertEqual(answer.returncode, 1, answer)
        self.assertIn(b"cannot start aliprotect-read", answer.stderr)
        self.assertEqual(answer.stderr.count(b"\n"), 1, answer)

    def test_without_the_reader_one_line_names_the_package(self):
        alone = self.path("bin")
        os.mkdir(alone)
        shutil.copy(program(), alone)
        self.write("one.eml", life_of(ORDER, TRACKING)[0])
        answer = subprocess.run(
            [os.path.join(alone, "aliprotect"), "--db", "new.db", "import", "one.eml"],
            capture_output=True, cwd=self.path(""), env={"HOME": self.path("")},
        )
        self.assertEqual(answer.returncode, 1, answer)
        self.assertIn(b"aliprotect-readers", answer.stderr)
        self.assertEqual(answer.stderr.count(b"\n"), 1)


class Sandbox(ProgramTest):
    """What the reader writes about hostile files: one line with the reason, within its limits."""

    def read(self, content):
        answer = subprocess.run([reader()], input=content, capture_output=True, timeout=120)
        return answer

    def lines(self, content):
        answer = self.read(content)
        self.assertEqual(answer.returncode, 0, answer)
        return answer.stdout.splitlines()

    def test_it_gives_up_system_calls_before_it_reads(self):
        if has_sanitizers():
            self.skipTest("sanitizers need system calls of their own")
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        process = subprocess.Popen([reader(), "--socket"], stdin=its, stdout=subprocess.PIPE)
        its.close()
        with open(self.path("one.eml"), "wb") as file:
            file.write(life_of(ORDER, TRACKING)[0])
        with open(self.path("one.eml"), "rb") as file:
            socket.send_fds(ours, [b"auto\0one"], [file.fileno()])
        self.assertIn(b'"fact":"mail"', process.stdout.readline())  # so it is past its start
        with open("/proc/%d/status" % process.pid) as file:
            status = file.read()
        ours.close()
        self.assertEqual(process.wait(), 0)
        process.stdout.close()
        self.assertIn("NoNewPrivs:\t1\n", status)
        if "Seccomp:" in status:
            self.assertIn("Seccomp:\t2\n", status)

    def test_mime_nested_ten_thousand_deep(self):
        head = b"From: a@notice.aliexpress.com\nSubject: Order\nDate: 01 Sep 2026 08:00:00 -0700\n"
        nest = b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(10000)
        )
        self.assertEqual(len(self.lines(head + nest + b"Content-Type: text/plain\n\nx\n")), 1)

    def test_a_line_of_html_of_100_mb(self):
        lines = self.lines(b"<html><body>" + b"x" * 100_000_000)
        self.assertEqual(len(lines), 1)
        self.assertIn(b"16 MiB", lines[0])

    def test_html_of_many_open_elements(self):
        self.assertEqual(len(self.lines(b"<html>" + b"<div>" * 3_000_000)), 1)

    def test_html_of_many_entities(self):
        page = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html>&b;&b;</html>'
        self.assertEqual(len(self.lines(page)), 1)

    def test_garbage(self):
        for seed in range(50):
            content = bytearray(life_of(ORDER, TRACKING)[seed % 4])
            for _ in range(20):
                content[random.Random(seed).randrange(len(content))] = random.Random(-seed).randrange(256)
            self.assertIn(b'{"end":', self.lines(bytes(content))[-1])


if __name__ == "__main__":
    main()
