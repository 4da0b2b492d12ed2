"""What `check` says about a store on a server, sound and in each bad state."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

NUMBER = "305100000000001"
NO_FSYNC = "a power cut can damage it, because its setting fsync is off"  # as in all tests


class Check(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.sql("CREATE ROLE reader LOGIN")

    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:60]
        self.store = self.server.new_store(self.schema)
        self.do_at("add", NUMBER, "--title", "Lamp", "--tag", "gift", "--closes", "2026-12-21T12:00Z")
        self.do_at("add", "305100000000002")

    def do_at(self, *words):
        answer = self.run_program("--db", self.store, *words)
        self.assertEqual(answer.code, 0, answer)

    def sql(self, text):
        return self.server.sql('SET search_path = "%s"; %s' % (self.schema, text))

    def findings(self, code, store=None, *words):
        """Returns the findings that are not ok; `check` must change nothing."""
        before = self.sql("SELECT count(*) FROM pg_class")
        answer = self.run_program("--db", store or self.store, "check", "--json", *words,
                                  env=self.environment(ALIPROTECT_NOW=None))
        self.assertEqual(answer.code, code, answer)
        self.assertEqual(answer.err, b"")
        self.assertEqual(self.sql("SELECT count(*) FROM pg_class"), before)
        checked = json.loads(answer.out)
        self.assertEqual(checked["well"], code == 0)
        return [(each["state"], each["about"], each["text"], each["remedy"] or "")
                for each in checked["findings"] if each["state"] != "ok" and each["text"] != NO_FSYNC]

    def only(self, code, *words, store=None):
        found = self.findings(code, store, *words)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_a_sound_store(self):
        self.assertEqual(self.findings(0), [])
        answer = self.run_program("--db", self.store, "check")
        self.assertIn(b"\nnote server     " + NO_FSYNC.encode() + b"\n", answer.out)
        self.assertIn(b"2 orders, 2 changes", answer.out.splitlines()[0])
        self.assertIn(b"\nok   schema     version 1 (current)\n", answer.out)

    def test_settings_of_the_user_are_no_changes_of_the_schema(self):
        self.assertEqual(self.findings(0, self.store + "%20-cquote_all_identifiers%3Don"), [])

    def test_derived_tables_and_their_remedy(self):
        for damage, about in (
            ("DELETE FROM deadlines", "deadlines"),
            ("UPDATE deadlines SET at = at + 1", "deadlines"),
            ("DELETE FROM states", "deadlines"),
            ("INSERT INTO tags VALUES (2, 'other')", "tags"),
            ("DELETE FROM tags", "tags"),
        ):
            with self.subTest(damage):
                self.sql(damage)
                state, found, _, remedy = self.findings(5)[0]
                self.assertEqual((state, found), ("bad", about))
                self.assertIn("run in psql as the owner: UPDATE scheduled_rules SET day_counts = ''; the next", remedy)
                self.sql(remedy.split("owner: ")[1].split(";")[0])
                self.do_at("import", "/dev/null")
                self.assertEqual(self.findings(0), [])

    def test_ids_and_their_remedy(self):
        self.sql("UPDATE counters SET value = 1")
        state, about, text, remedy = self.only(5)
        self.assertEqual((state, about), ("bad", "ids"))
        self.assertIn("an id that was never assigned", text)
        self.sql(remedy.split("owner: ")[1])
        self.assertEqual(self.findings(0), [])

    def test_contents(self):
        self.sql("UPDATE orders SET rules = 'unknown' WHERE id = 2")
        self.assertIn(("bad", "rules"), [each[:2] for each in self.findings(5)])
        self.sql("UPDATE orders SET rules = 'aliexpress-2016', parcels = '[[' WHERE id = 2")
        self.assertIn(("bad", "orders"), [each[:2] for each in self.findings(5)])

    def test_schema(self):
        for damage, text in (
            ("DROP TABLE tags", "the table tags is missing"),
            ("DROP VIEW parcels", "the view parcels is missing"),
            ("ALTER TABLE orders DROP COLUMN seller", "the column orders.seller is missing"),
            ("ALTER TABLE orders ALTER COLUMN closes TYPE INT", "the column orders.closes has another definition"),
            ("ALTER TABLE orders ADD COLUMN colour TEXT", "the column orders.colour does not belong to aliprotect"),
            ("DROP INDEX deadlines_by_at", "the index deadlines_by_at is missing"),
            ("DROP INDEX orders_by_number", "the index orders_by_number is missing"),
            ("ALTER TABLE orders DROP CONSTRAINT orders_number_check", "orders_number_check of orders is missing"),
            ("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
             "CREATE TRIGGER silent BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION f()",
             "the trigger silent of entries does not belong to aliprotect"),
            ("DROP FUNCTION mentions", "the function mentions is missing"),
        ):
            with self.subTest(damage):
                self.server.sql('DROP SCHEMA "%s" CASCADE; CREATE SCHEMA "%s"' % (self.schema, self.schema))
                self.do_at("add", NUMBER)
                self.sql(damage)
                found = self.findings(5)
                self.assertEqual({each[:2] for each in found}, {("bad", "schema")}, found)
                self.assertTrue(any(each[2].endswith(text) or each[2] == text for each in found), found)
                self.assertIn("restore a backup", found[0][3])

    def test_other_tables_of_the_schema_do_not_matter(self):
        self.sql("CREATE TABLE customers (id INT PRIMARY KEY); CREATE VIEW many AS SELECT 1")
        self.assertEqual(self.findings(0), [])

    def test_privileges(self):
        reader = self.server.uri(self.schema, "reader")
        self.sql('GRANT USAGE ON SCHEMA "%s" TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA "%s" TO reader;'
                 "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \"%s\" TO reader;"
                 "REVOKE DELETE ON tags FROM reader" % ((self.schema,) * 3))
        self.assertEqual(self.only(0, store=reader)[:3],
                         ("note", "privileges", "you can read the store, but not change tags"))
        self.sql("REVOKE SELECT ON tags, notes, changes FROM reader")
        self.assertEqual(self.only(5, store=reader),
                         ("bad", "privileges", "you cannot read changes, tags",
                          "ask the owner of the store for the role aliprotect_reader"))

    def test_without_temporary_tables(self):
        self.sql('GRANT USAGE ON SCHEMA "%s" TO reader; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES '
                 'IN SCHEMA "%s" TO reader; REVOKE TEMP ON DATABASE postgres FROM PUBLIC' % ((self.schema,) * 2))
        self.addCleanup(self.server.sql, "GRANT TEMP ON DATABASE postgres TO PUBLIC")
        self.assertEqual(self.only(0, store=self.server.uri(self.schema, "reader"))[:3],
                         ("note", "schema", "version 1, not compared, because you may not create temporary tables"))

    def test_clock(self):
        answer = self.run_program("--db", self.store, "check", "--json", env=self.environment(ALIPROTECT_NOW=None))
        self.assertIn({"state": "ok", "about": "clock", "text": "the same as the server's", "remedy": None},
                      json.loads(answer.out)["findings"])
        state, about, text, _ = self.only(0, "--now", "2026-01-01")
        self.assertEqual((state, about), ("note", "clock"))
        self.assertRegex(text, "differs from the server's by [0-9]+ s")

    def test_settings_of_the_server(self):
        read_only = self.store + "%20-cdefault_transaction_read_only%3Don"
        found = self.findings(0, read_only)
        self.assertIn(("note", "server"), [each[:2] for each in found])
        self.assertIn(": read-only, such as a standby", found[0][2])

    def test_versions(self):
        self.sql("UPDATE aliprotect_store SET version = 99")
        self.assertIn("was created by a newer version of aliprotect", self.only(5)[2])
        self.sql("DELETE FROM aliprotect_store")
        self.assertIn("has an unknown version", self.only(5)[2])


if __name__ == "__main__":
    program.main()
