"""The roles of data/roles.sql: what a reader, a writer and a stranger can do, and attempts to get around that."""

import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

NUMBER = "305100000000001"
OTHER = "305100000000002"

READING = """
  due; due --within 30d --json; next; late; list; list --all --search lamp; show 1; show 1 --json; log; log 1 --json
  stats; stats --by seller; outcomes; timeline; timeline 1; report; check; check --json; rules list; rules show own
  export; export --format csv; export --format jsonl; export --format ics; export --format html
  remind --dry-run; draft extension 1
"""

CHANGING = """
  add 305100000000009; edit 1 --title Hub; remove 1; ship 2; pickup 1 --by 2026-12-01; deliver 1; inspect 1 --good
  confirm 1; cancel 2; extend request 1 --days 5 --force; dispute open 1 --reason not-received --want full --force
  import {file}; import {file} --dry-run; sync; rules remove spare; rules use own 1; rules add {rules}
  undo; undo --any; remind; remind --exec {exec}; restore {backup}
"""


def commands(text):
    return [line.split() for part in text.split("\n") for line in part.split(";") if line.strip()]


class Roles(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.script = os.path.join(cls.server.folder, "roles.sql")
        shutil.copy(os.path.join(program.source_folder(), "data", "roles.sql"), cls.script)
        os.chmod(cls.script, 0o644)
        cls.server.sql("CREATE ROLE owner LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE writer LOGIN;"
                       "CREATE ROLE stranger LOGIN")

    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:60]
        self.server.sql('CREATE SCHEMA "%s" AUTHORIZATION owner' % self.schema)
        self.made("import", "/dev/null")
        self.grant()
        self.server.sql("GRANT aliprotect_reader TO reader; GRANT aliprotect_writer TO writer")

    def grant(self):
        self.psql("aliprotect", "-v", "schema=" + self.schema, "-f", self.script)

    def psql(self, user, *words):
        answer = subprocess.run(
            self.server.command("psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h",
                                self.server.folder, "-U", user, "-d", "postgres", *words),
            env=self.server.environment(), capture_output=True, cwd="/",
        )
        self.assertEqual(answer.returncode, 0, answer.stderr.decode())
        return answer.stdout.decode()

    def by(self, user, *words, **more):
        return self.run_program("--db", self.server.uri(self.schema, user), *words, **more)

    def made(self, *words, user="owner"):
        answer = self.by(user, *words)
        self.assertEqual(answer.code, 0, answer)
        return answer.out

    def everything(self):
        return self.made("export", "--format", "jsonl") + self.made("log", "--json") + \
            self.made("rules", "list", "--json")

    def rules_file(self, name):
        rules = json.loads(self.made("rules", "show", "aliexpress-2017", "--json"))
        rules = rules[0] if isinstance(rules, list) else rules
        path = self.path(name + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({**rules, "name": name}, file)
        return path

    def fill(self):
        self.made("add", NUMBER, "--title", "Lamp", "--closes", "2026-11-21T12:00Z")
        self.made("ship", "1", "--at", "2026-10-01")
        self.made("add", OTHER, "--title", "Hub")
        self.made("rules", "add", self.rules_file("own"))
        self.made("rules", "add", self.rules_file("spare"))

    def test_a_reader_runs_all_commands_that_show_something(self):
        self.fill()
        before = self.everything()
        for words in commands(READING):
            with self.subTest(" ".join(words)):
                expected = self.by("owner", *words)
                answer = self.by("reader", *words)
                self.assertEqual(answer.code, expected.code, answer)
                self.assertEqual(answer.err, expected.err)
                if words[0] not in ("check", "log", "report"):  # these name the user or the address
                    self.assertEqual(answer.out, expected.out)
        copy = self.path("copy.db")
        self.made("backup", copy, user="reader")
        self.assertEqual(self.run_program("--db", copy, "export", "--format", "jsonl").out,
                         self.made("export", "--format", "jsonl"))
        self.assertEqual(self.everything(), before)

    def test_a_reader_changes_nothing(self):
        self.fill()
        with open(self.path("new.jsonl"), "w", encoding="utf-8") as file:
            file.write('{"number":"305100000000008"}\n')
        os.makedirs(self.path("config/aliprotect"))
        with open(self.path("config/aliprotect/config.toml"), "w", encoding="utf-8") as file:
            file.write('[sources.orders]\npath = "%s"\n' % self.path("new.jsonl"))
        self.made("backup", self.path("copy.db"))
        places = {"file": self.path("new.jsonl"), "backup": self.path("copy.db"),
                  "rules": self.rules_file("more"), "exec": "touch\t" + self.path("sent")}
        before = self.everything()
        for words in commands(CHANGING):
            words = [word.format(**places).replace("\t", " ") for word in words]
            with self.subTest(" ".join(words)):
                answer = self.by("reader", *words, env=self.environment(XDG_CONFIG_HOME=self.path("config")))
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"does not let you change it, so nothing was recorded", answer.err)
                self.assertIn(b"ask its owner for the role aliprotect_writer", answer.err)
                self.assertEqual(answer.out, b"")
        self.assertFalse(os.path.exists(self.path("sent")), "reminders were sent")
        self.assertEqual(self.everything(), before)

    def test_a_writer_makes_all_changes_but_no_tables(self):
        self.fill()
        with open(self.path("new.jsonl"), "w", encoding="utf-8") as file:
            file.write("".join('{"number":"3051000001%05d"}\n' % order for order in range(1, 6001)))
        for words in (["edit", "1", "--add-tag", "x"], ["deliver", "1"], ["undo"], ["remove", "2"],
                      ["import", self.path("new.jsonl")], ["undo"], ["rules", "use", "own", "1"],
                      ["rules", "remove", "spare"], ["remind", "--exec", "true"], ["undo", "2"]):
            self.made(*words, user="writer")
        self.made("check", user="writer")
        for sql in ("CREATE TABLE mine (a INT)", "DROP TABLE tags", "ALTER TABLE orders ADD b INT",
                    "TRUNCATE orders CASCADE", "UPDATE aliprotect_store SET version = 9",
                    "DELETE FROM aliprotect_store", "DROP SCHEMA \"%s\" CASCADE" % self.schema,
                    "CREATE FUNCTION lower(TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT 1::text'"):
            self.assert_denied("writer", sql)

    def test_a_reader_changes_nothing_through_psql(self):
        self.fill()
        before = self.everything()
        tables = self.server.sql("SELECT tablename FROM pg_tables WHERE schemaname = '%s'"
                                 % self.schema).split()
        self.assertGreater(len(tables), 15)
        views = self.server.sql("SELECT viewname FROM pg_views WHERE schemaname = '%s'"
                                % self.schema).split()
        for table in tables + views:
            self.psql("reader", "-c", 'SELECT count(*) FROM "%s".%s' % (self.schema, table))
        for table in tables:
            self.assert_denied("reader", "INSERT INTO %s SELECT * FROM %s" % (table, table))
            self.assert_denied("reader", "DELETE FROM %s" % table)
            self.assert_denied("reader", "TRUNCATE %s" % table)
            self.assert_denied("reader", "BEGIN; LOCK TABLE %s IN ROW EXCLUSIVE MODE" % table)
        for sql in ("UPDATE orders SET title = 'x'", "UPDATE counters SET value = 0",
                    "SELECT * FROM orders FOR UPDATE", "CREATE TABLE mine (a INT)",
                    "SET ROLE owner", "SET ROLE aliprotect_writer",
                    "CREATE VIEW mine AS SELECT 1", "GRANT aliprotect_writer TO reader",
                    "UPDATE parcels SET tracking = 'x'"):
            self.assert_denied("reader", sql)
        self.assertEqual(self.everything(), before)

    def assert_denied(self, user, sql):
        answer = subprocess.run(
            self.server.command("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h",
                                self.server.folder, "-U", user, "-d", "postgres",
                                "-c", 'SET search_path = "%s"' % self.schema, "-c", sql),
            env=self.server.environment(), capture_output=True, cwd="/",
        )
        self.assertNotEqual(answer.returncode, 0, sql)
        self.assertRegex(answer.stderr, b"permission denied|must be owner|must have admin|cannot update", sql)

    def test_a_stranger_gets_one_line(self):
        self.fill()
        for words in (["list"], ["check"], ["add", "305100000000007"], ["remind"], ["undo"]):
            answer = self.by("stranger", *words)
            self.assertEqual(answer.code, 5, answer)
            text = answer.out + answer.err
            self.assertIn(b"permission denied for schema " + self.schema.encode(), text)
            role = b"aliprotect_writer" if words[0] == "add" else b"aliprotect_reader"
            self.assertIn(b"ask its owner for the role " + role, text)
            if words != ["check"]:
                self.assert_one_line_of_error(answer, 5)
        # USAGE alone, with no table.
        self.server.sql('GRANT USAGE ON SCHEMA "%s" TO stranger' % self.schema)
        answer = self.by("stranger", "list")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"permission denied for table aliprotect_store", answer.err)

    def test_functions_of_a_stranger_are_not_called(self):
        self.server.sql("CREATE SCHEMA planted AUTHORIZATION stranger; GRANT USAGE ON SCHEMA planted TO PUBLIC")
        self.psql("stranger", "-c", """
            CREATE FUNCTION planted.replace(TEXT, TEXT, NAME) RETURNS TEXT LANGUAGE plpgsql AS
              $$ BEGIN RAISE 'called'; END $$;
            CREATE FUNCTION planted.same(OID, REGCLASS) RETURNS BOOLEAN LANGUAGE plpgsql AS
              $$ BEGIN RAISE 'called'; END $$;
            CREATE OPERATOR planted.= (LEFTARG = OID, RIGHTARG = REGCLASS, FUNCTION = planted.same);
            CREATE FUNCTION planted.joined(TEXT, BIGINT) RETURNS TEXT LANGUAGE plpgsql AS
              $$ BEGIN RAISE 'called'; END $$;
            CREATE OPERATOR planted.|| (LEFTARG = TEXT, RIGHTARG = BIGINT, FUNCTION = planted.joined)""")
        self.server.sql("CREATE ROLE visitor LOGIN")  # who cannot use the schema of the store
        answer = self.run_program("--db", self.server.uri("planted", "visitor"), "list")
        self.assertEqual(answer.code, 0, answer)
        answer = self.run_program("--db", self.server.uri(self.schema + ",planted", "owner"), "check")
        self.assertEqual(answer.code, 0, answer)

    def test_a_database_without_connect_privilege(self):
        self.server.sql("CREATE DATABASE closed")
        self.server.sql("REVOKE CONNECT ON DATABASE closed FROM PUBLIC")
        store = "postgresql://stranger@/closed?host=" + self.server.folder
        answer = self.run_program("--db", store, "list")
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"ask its owner for the role aliprotect_reader or aliprotect_writer", answer.err)

    def test_a_writer_cannot_create_the_tables(self):
        self.server.sql('DROP SCHEMA "%s" CASCADE; CREATE SCHEMA "%s" AUTHORIZATION owner;'
                        'GRANT USAGE ON SCHEMA "%s" TO writer' % ((self.schema,) * 3))
        answer = self.by("writer", "add", NUMBER)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"has no tables yet, and you may not create them", answer.err)
        self.assertIn(b"ask its owner to run `aliprotect import /dev/null`", answer.err)
        self.made("import", "/dev/null")
        self.grant()
        self.made("add", NUMBER, user="writer")

    def test_the_script_can_be_repeated_and_covers_later_tables(self):
        self.grant()
        self.grant()
        self.psql("owner", "-c", 'CREATE TABLE "%s".later (a INT)' % self.schema)
        self.psql("writer", "-c", 'INSERT INTO "%s".later VALUES (1)' % self.schema)
        self.assertEqual(self.psql("reader", "-c", 'SELECT a FROM "%s".later' % self.schema), "1\n")
        self.assert_denied("reader", "DELETE FROM later")
        with self.assertRaises(AssertionError):
            self.psql("aliprotect", "-v", 'schema=none"; DROP SCHEMA "' + self.schema, "-f", self.script)
        self.made("add", NUMBER)

    def test_texts_are_never_sql(self):
        self.fill()
        hostile = ["'; DROP TABLE orders; --", '"; DROP TABLE orders; --', "$1", "$$; DROP TABLE orders; $$",
                   "' OR '1'='1", "\\'; DROP TABLE orders; --", "%s%n", "*/ DROP TABLE orders /*", "x' || (SELECT 1) || '"]
        for number, text in enumerate(hostile):
            with self.subTest(text):
                order = "30510000001%04d" % number
                self.made("add", order, "--title", text, "--seller", text, "--client", text, "--tag", text,
                          "--note", text, user="writer")
                shown = json.loads(self.made("list", "--all", "--json", "--search", text, user="reader"))
                found = [each for each in shown if each["number"] == order]
                self.assertEqual(len(found), 1, shown)
                self.assertEqual((found[0]["title"], found[0]["seller"], found[0]["client"], found[0]["tags"]),
                                 (text, text, text, [text]))
                for option in ("--seller", "--client", "--tag"):
                    only = self.made("list", "--all", "--format", "ids", option, text, user="reader")
                    self.assertEqual(only.decode().split(), [str(found[0]["id"])], option)
                self.assertEqual(self.made("log", "--by", text, user="reader"), b"")
                for words in (["show", text], ["log", text], ["rules", "show", text], ["rules", "remove", text],
                              ["undo", text], ["list", "--account", text], ["edit", "1", "--rules", text]):
                    answer = self.by("writer", *words)
                    self.assertIn(answer.code, (1, 2), answer)
        count = len(json.loads(self.made("list", "--all", "--json")))
        self.assertEqual(count, 2 + len(hostile))
        self.made("check")

    def test_names_in_the_address_are_never_sql(self):
        self.fill()
        before = self.everything()
        for schema in ("x;DROP%20TABLE%20orders", "%22;DROP%20TABLE%20orders;--", "'%3BDROP",
                       self.schema + "'%3BDROP%20TABLE%20orders%3B--"):
            store = self.server.uri(self.schema, "owner").replace("%3D" + self.schema, "%3D" + schema)
            self.assertIn(schema, store)
            for words in (["list"], ["add", "305100000000007"], ["check"]):
                answer = self.run_program("--db", store, *words)
                self.assertIn(answer.code, (0, 5), answer)
                self.assertLessEqual(len(answer.err.splitlines()), 1, answer)
        self.assertEqual(self.everything(), before)


if __name__ == "__main__":
    program.main()
