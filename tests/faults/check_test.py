"""`check` finds damage of every kind and changes nothing, and its advice recovers the data."""

import json
import os
import re
import shutil
import sys

from faulty_store import PAGE, FaultTest, number, overwrite_page, pages_of, run_sql, state_of
from program import main, project_version, source_folder

# Copies a store whose last change is in its -wal, as after a crash.
CRASH = """
import shutil, sqlite3, sys
store, left = sys.argv[1:]
db = sqlite3.connect(store, isolation_level=None)
db.execute("PRAGMA wal_autocheckpoint = 0")
db.execute("BEGIN IMMEDIATE")
db.execute("DELETE FROM orders WHERE id = 40")
for table in ("deadlines", "states", "tags"):
    db.execute("DELETE FROM %s WHERE order_id = 40" % table)
db.execute("COMMIT")
for end in ("", "-wal"):
    shutil.copyfile(store + end, left + end)
db.close()
"""

# Records a change of order 3, in entry 1.
FORMER = """
UPDATE changes SET existed = 1 WHERE order_id = 3;
INSERT INTO former_orders (entry_id, id, number, rules) SELECT 1, id, number, rules FROM orders WHERE id = 3;
"""

# Damage: (SQL that causes it, the subject of the finding, part of its text)
STRAY = {
    "a number": (
        "PRAGMA ignore_check_constraints = ON; UPDATE orders SET number = 'x' WHERE id = 3",
        "pages",
        "CHECK constraint failed in orders",
    ),
    "a word": (
        "UPDATE orders SET inspection = 'fine' WHERE id = 3",
        "orders",
        "order 3 cannot be read: invalid inspection 'fine'",
    ),
    "a list": (
        "UPDATE orders SET parcels = '[[1]]' WHERE id = 3",
        "orders",
        "order 3 cannot be read: invalid parcels '[[1]]'",
    ),
    "a currency": (
        "UPDATE orders SET price_minor = 100, price_currency = 'XQX' WHERE id = 3",
        "orders",
        "order 3 cannot be read: invalid price 'XQX'",
    ),
    "a text that is not valid UTF-8": (
        "UPDATE orders SET title = CAST(x'c328' AS TEXT) WHERE id = 3",
        "orders",
        "order 3: title is not valid UTF-8",
    ),
    "an instant after the last one": (
        "UPDATE orders SET closes = 999999999999 WHERE id = 3",
        "orders",
        "order 3 cannot be read: invalid closes '999999999999'",
    ),
    "an instant before the first one": (
        "UPDATE orders SET notes = '[[-1,\"x\"]]' WHERE id = 3",
        "orders",
        "order 3 cannot be read: invalid notes '[[-1,\"x\"]]'",
    ),
    "an additional deadline": (
        "INSERT INTO deadlines VALUES (3, 'return_by', 1800000000)",
        "deadlines",
        "order 3: the stored deadlines do not match",
    ),
    "a missing deadline": (
        "DELETE FROM deadlines WHERE order_id = 3",
        "deadlines",
        "order 3: the stored deadlines do not match",
    ),
    "a deadline moved": (
        "UPDATE deadlines SET at = at + 1 WHERE order_id = 40",
        "deadlines",
        "order 40: the stored deadlines do not match",
    ),
    "a state moved": (
        "UPDATE states SET at = at + 1 WHERE order_id = 40 AND state = 'open'",
        "deadlines",
        "order 40: the stored deadlines do not match",
    ),
    "a missing tag": (
        "DELETE FROM tags WHERE order_id = (SELECT max(order_id) FROM tags)",
        "tags",
        "the table `tags` does not match",
    ),
    "an additional tag": (
        "INSERT INTO tags VALUES (3, 'zzz')",
        "tags",
        "order 3: the table `tags` does not match",
    ),
    "the highest id": (
        "UPDATE counters SET value = 39 WHERE name = 'highest_id'",
        "ids",
        "order 40 has an id that was never assigned",
    ),
    "an id above the last one": (
        "UPDATE counters SET value = 9223372036854775807",
        "ids",
        "invalid highest id: 9223372036854775807",
    ),
    "no highest id": ("DELETE FROM counters", "ids", "order 1 has an id"),
    "a rule set": (
        "UPDATE orders SET rules = 'gone' WHERE id < 3",
        "rules",
        'order 1 and 1 more use the unknown rule set "gone"',
    ),
    "the time of a change": (
        "UPDATE entries SET at = -1",
        "log",
        "change 1 has the invalid time -1",
    ),
    "a tag without an order": (
        "INSERT INTO tags VALUES (99, 'x')",
        "tags",
        "order 99 does not exist, but has rows in the table `tags`",
    ),
    "a deadline without an order": (
        "INSERT INTO deadlines VALUES (99, 'closes', 1800000000)",
        "deadlines",
        "order 99 does not exist, but has rows in the table `deadlines`",
    ),
    "a file without an entry": (
        "INSERT INTO entry_files VALUES (99, 'orders.csv')",
        "references",
        "broken references from entry_files to entries: 1",
    ),
    "a change without an entry": (
        "INSERT INTO changes VALUES (99, 3, 0)",
        "log",
        "change 99 is not in the log, but changed orders",
    ),
    "an order without a journal entry": (
        "DELETE FROM changes WHERE order_id = 3",
        "log",
        "order 3 is not in the log",
    ),
    "a former number": (
        FORMER + "UPDATE former_orders SET number = '4051000000011234'",
        "log",
        "the former number 4051000000011234 of order 3 is not marked as ended",
    ),
    "an invalid former order": (
        FORMER + "UPDATE former_orders SET closes = -1",
        "log",
        "change 1: the previous state of order 3 cannot be read",
    ),
    "a missing former order": (
        "UPDATE changes SET existed = 1 WHERE order_id = 3",
        "log",
        "change 1: the previous state of order 3 is missing",
    ),
    "a missing table": (
        "DROP TABLE sent_reminders",
        "schema",
        "the table sent_reminders is missing",
    ),
    "a missing index": (
        "DROP INDEX tags_by_tag",
        "schema",
        "the index tags_by_tag is missing",
    ),
    "a missing column": (
        "ALTER TABLE sent_reminders DROP COLUMN sent_at",
        "schema",
        "the table sent_reminders has no column sent_at",
    ),
    "an extra column": (
        "ALTER TABLE tags ADD COLUMN colour TEXT",
        "schema",
        "the table tags has the extra column colour",
    ),
    "a changed index": (
        "DROP INDEX tags_by_tag; CREATE INDEX tags_by_tag ON tags (tag)",
        "schema",
        "the index tags_by_tag has another definition",
    ),
    "a changed view": (
        "DROP VIEW notes; CREATE VIEW notes AS SELECT 1 AS order_id",
        "schema",
        "the view notes has another definition",
    ),
    "a trigger": (
        "CREATE TRIGGER own AFTER INSERT ON orders BEGIN DELETE FROM tags; END",
        "schema",
        "the trigger own does not belong to aliprotect",
    ),
}


class Intact(FaultTest):
    def test_every_subject_has_a_line(self):
        self.begin()
        answer = self.on("check")
        self.assertEqual((answer.code, answer.err), (0, b""))
        lines = answer.out.decode().splitlines()
        self.assertEqual(
            [line.split()[1] for line in lines],
            "store pages references schema orders tags deadlines ids rules log settings "
            "templates program zone".split(),
        )
        self.assertEqual({line.split()[0] for line in lines}, {"ok"})
        self.assertIn("orders.db: 40 orders, 1 change", lines[0])
        self.assertRegex(lines[-2], re.escape(project_version()) + r", SQLite 3\.\d+")

    def test_json(self):
        self.begin()
        answer = self.ask("--db", self.store, "check")
        self.assertTrue(answer["well"])
        self.assertEqual(answer["store"], self.store)
        self.assertEqual(answer["settings"], self.path(".config/aliprotect/config.toml"))
        self.assertEqual(answer["templates"], self.path(".config/aliprotect/templates"))
        self.assertEqual((answer["zone"], answer["program"]), ("UTC", project_version()))
        migrations = os.listdir(os.path.join(source_folder(), "data", "migrations", "sqlite"))
        self.assertEqual(answer["schema"], len(migrations))
        self.assertEqual({f["state"] for f in answer["findings"]}, {"ok"})
        self.assertEqual({f["remedy"] for f in answer["findings"]}, {None})

    def test_quiet_prints_nothing(self):
        self.begin()
        self.assertEqual(self.on("check", "--quiet").out, b"")

    def test_a_missing_store_is_not_a_problem(self):
        answer = self.on("check")
        self.assertEqual(answer.code, 0)
        self.assertIn(b"note store", answer.out)
        self.assertEqual(os.listdir(self.home), [])

    def test_it_changes_nothing(self):
        self.begin()
        before = state_of(self.home)
        self.on("check")
        self.assertEqual(state_of(self.home), before)

    def test_it_keeps_the_wal_of_a_crash(self):
        self.begin()
        left = self.path("left.db")
        writer = self.start([sys.executable, "-c", CRASH, self.store, left])
        self.assertEqual(writer.wait(60), 0)
        before = state_of(self.home)
        self.store = left
        answer = self.on("check")
        self.assertEqual(answer.code, 0, answer)
        self.assertIn(b"left.db: 39 orders", answer.out)
        self.assertEqual(state_of(self.home), before)

    def test_foreign_tables_are_a_note(self):
        self.begin()
        run_sql(self.store, "CREATE TABLE mine (a); CREATE VIEW seen AS SELECT 1; ANALYZE")
        code, findings = self.findings(state="note")
        self.assertEqual(code, 0)
        self.assertEqual({about for about, _ in findings}, {"schema"})
        self.assertEqual(len(findings), 2)

    def test_an_unknown_zone(self):
        self.begin()
        env = self.environment(TZ="Nowhere/Else")
        answer = self.on("check", "--quiet", env=env)
        self.assertEqual(answer.code, 1, answer)
        self.assertTrue(answer.out.startswith(b"BAD  zone "), answer.out)


class WrongValues(FaultTest):
    def test_each_kind_of_damage_is_found(self):
        sound = self.begin()
        for name, (sql, about, words) in STRAY.items():
            with self.subTest(name):
                self.store = self.copy(sound, self.path("spoilt.db"))
                run_sql(self.store, sql)
                before = state_of(self.home)
                code, findings = self.findings()
                self.assertEqual(code, 5)
                self.assertTrue(any(a == about and words in text for a, text in findings), findings)
                self.assertEqual(state_of(self.home), before)
                os.remove(self.store)

    def test_many_of_a_kind_are_counted(self):
        self.begin()
        run_sql(self.store, "UPDATE deadlines SET at = at + 1")
        _, findings = self.findings()
        self.assertEqual(len(findings), 6)
        self.assertEqual(findings[-1], ("deadlines", "and 35 more"))

    def test_suggested_commands_fix_the_problem(self):
        """Runs the suggested command literally."""
        sound = self.begin()
        for name in ("a deadline moved", "a missing tag", "the highest id", "no highest id"):
            with self.subTest(name):
                self.store = self.copy(sound, self.path("it's spoilt.db"))
                run_sql(self.store, STRAY[name][0])
                answer = self.on("check")
                self.assertEqual(answer.code, 5)
                command = re.search(r"then run: (sqlite3 .*?\")(;|$)", answer.out.decode(), re.M)
                self.assertIsNotNone(command, answer.out)
                self.need("sqlite3")
                done = self.run_shell(command.group(1))
                self.assertEqual((done.code, done.err), (0, b""))
                self.do("--db", self.store, "add", number(77))
                self.assertEqual(self.findings(), (0, []))
                os.remove(self.store)

    def need(self, tool):
        if not shutil.which(tool):
            self.skipTest(tool + " is not installed")


class Damage(FaultTest):
    """Damages the pages of every table and index, one after the other, and truncates the store."""

    def test_each_lost_page_is_found(self):
        sound = self.begin(60)
        size = os.path.getsize(sound)
        for page in range(2, size // PAGE + 1):
            for byte in (b"\x5a", b"\0"):
                with self.subTest(page=page, byte=byte):
                    self.store = self.copy(sound, self.path("spoilt.db"))
                    overwrite_page(self.store, page, byte)
                    with open(self.store, "rb") as file:
                        bytes_before = file.read()
                    answer = self.on("check")
                    self.assertEqual(answer.code, 5, answer)
                    self.assertIn(b"BAD", answer.out)
                    self.assertEqual(answer.err, b"")
                    with open(self.store, "rb") as file:
                        self.assertEqual(file.read(), bytes_before)

    def test_a_truncated_store_is_found(self):
        sound = self.begin(60)
        size = os.path.getsize(sound)
        for length in (1, 50, 100, 1000, PAGE, 2 * PAGE, size // 2, size - PAGE, size - 1):
            with self.subTest(length=length):
                self.store = self.copy(sound, self.path("spoilt.db"))
                os.truncate(self.store, length)
                answer = self.on("check")
                self.assertEqual(answer.code, 5, answer)
                self.assertIn(b"BAD", answer.out)
                self.assertEqual(os.path.getsize(self.store), length)

    def test_the_advice_recovers_readable_data(self):
        """After the loss of any page except the first, salvage returns an intact store."""
        sound = self.begin(200)
        whole = self.numbers()
        tables = "states tags deadlines changes orders orders_by_seller tags_by_tag".split()
        for table in tables:
            with self.subTest(table):
                self.store = self.copy(sound, self.path("it's spoilt.db"))
                overwrite_page(self.store, pages_of(self.store, table)[-1])
                answer = self.on("check")
                self.assertEqual(answer.code, 5)
                advice = re.search(r"can still be read: aliprotect (.*saved\.db)", answer.out.decode())
                self.assertIsNotNone(advice, answer.out)
                done = self.run_shell('"$0" ' + advice.group(1))
                self.assertEqual(done.code, 0, done)
                self.store = self.path("saved.db")
                self.assert_store_is_whole(self.store)
                self.assert_saved(table, whole)
                os.remove(self.store)

    def assert_saved(self, table, whole):
        saved = self.numbers()
        self.assertLessEqual(set(saved), set(whole))
        if table == "orders":
            self.assertGreater(len(saved), 100)
        else:
            self.assertEqual(saved, whole)
        self.do("--db", self.store, "add", number(999))
        _, findings = self.findings()
        self.assertLessEqual({about for about, _ in findings}, {"log"})
        if table != "changes":
            self.assertEqual(findings, [])

    def numbers(self):
        lines = self.do("--db", self.store, "export", "--format", "jsonl").out.splitlines()
        return [json.loads(line)["number"] for line in lines]


if __name__ == "__main__":
    main()
