"""Moves stores between files and a PostgreSQL server with `backup` and `restore`."""

import json
import os
import re
import sqlite3
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import mails  # noqa: E402
import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

NUMBER = "30510000%04d1234"
MANY = 4000
SETTINGS = '[sources.mail]\npath = "%s"\n'


def rows_of(path):
    """Returns all rows of all tables of a file, by table."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    try:
        names = [name.decode() for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(connection.execute("SELECT * FROM " + name), key=repr) for name in names}
    finally:
        connection.close()


class Moving(ServerCase):
    def setUp(self):
        super().setUp()
        self.schema = self._testMethodName[:40]
        self.store = self.server.new_store(self.schema)

    def at(self, store, *words, **more):
        return self.run_program(*words, env=self.environment(ALIPROTECT_DB=store), **more)

    def succeed(self, store, *words, **more):
        answer = self.at(store, *words, **more)
        self.assertEqual((answer.code, answer.err), (0, b""), answer)
        return answer.out

    def fill(self, store):
        """Records something in every table."""
        folder = self.path(".config", "aliprotect")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "config.toml"), "w") as file:
            file.write(SETTINGS % self.path("mail.mbox"))
        with open(self.path("mail.mbox"), "wb") as file:
            file.write(mails.mbox(mails.life_of(NUMBER % 9000, "EX000000001NL")))
        rules = json.loads(self.succeed(store, "rules", "show", "aliexpress-2016", "--json"))
        rules = rules[0] if isinstance(rules, list) else rules
        with open(self.path("rules.json"), "w") as file:
            json.dump({**rules, "name": "own", "era": 'my "own" rules'}, file)
        self.at(store, "rules", "add", self.path("rules.json"))
        titles = ["it's \"quoted\" \\ $1 %s; --", "雨伞 ☂ 🧸 e\u0301", "tab\tand\nline", "-", "x" * 5_000]
        for place, title in enumerate(titles):
            answer = self.at(store, "add", NUMBER % place, "--title", title, "--tag", "a'b", "--tag", "🎁",
                             "--price", "12.50 EUR", "--rules", "own", "--closes", "2026-11-21T12:00Z")
            self.assertEqual(answer.code, 0, answer)
        self.succeed(store, "edit", "2", "--title", "Lamp", "--quiet")
        self.succeed(store, "remove", "4", "--quiet")
        self.succeed(store, "add", NUMBER % 50, "--quiet")
        self.succeed(store, "undo", "--quiet")
        self.assertEqual(self.at(store, "sync", "--quiet").code, 0)
        self.assertEqual(self.at(store, "remind", "--exec", "cat > /dev/null").code, 0)

    def views(self, store):
        """Returns what commands say about a store."""
        commands = [("export", "--format", "jsonl"), ("log", "--json"), ("rules", "list", "--json"),
                    ("list", "--all", "--json"), ("due", "--within", "400d", "--json"), ("stats", "--json")]
        return [self.succeed(store, *command) for command in commands]

    def assert_same(self, store, other):
        for one, two in zip(self.views(store), self.views(other)):
            # A server records its own user.
            one, two = (re.sub(rb'"user":"[^"]*"', b"", view) for view in (one, two))
            for line, expected in zip(one.replace(b"},{", b"},\n{").splitlines(),
                                      two.replace(b"},{", b"},\n{").splitlines()):
                self.assertEqual(line[:2000], expected[:2000])
            self.assertTrue(one == two)

    def test_a_store_moves_to_the_server_and_back(self):
        original, copy, back = map(self.path, ("original.db", "copy.db", "back.db"))
        self.fill(original)
        rows = rows_of(original)
        self.assertEqual([name for name in rows if not rows[name]], ["former_rule_sets", "entry_files"])
        self.succeed(original, "backup", copy, "--quiet")
        self.assertEqual(self.succeed(self.store, "restore", copy), b"restored %s: 5 orders\n" % copy.encode())
        self.assert_same(self.store, original)
        self.assertEqual(self.succeed(self.store, "check", "--quiet"), b"")
        self.assertEqual(self.succeed(self.store, "remind", "--dry-run"), b"", "all were sent")
        answer = json.loads(self.succeed(self.store, "backup", back, "--json"))
        self.assertEqual((answer["orders"], answer["bytes"]), (5, os.path.getsize(back)))
        self.assertEqual(rows_of(back), rows)
        self.assertEqual(os.stat(back).st_mode & 0o777, 0o600)
        self.assertEqual(sorted(name for name in os.listdir(self.home) if name.startswith("back")), ["back.db"])
        self.assertEqual(self.succeed(back, "check", "--quiet"), b"")
        for store in (original, self.store, back):
            self.assertEqual(self.succeed(store, "sync"), b"", "nothing is new")
            self.succeed(store, "undo", "2", "--any", "--quiet")
            self.succeed(store, "add", NUMBER % 60, "--quiet")
            self.assertEqual(self.succeed(store, "sync"), b"mail: 1 new order\n", "undone, so read again")
        self.assert_same(self.store, original)
        self.assert_same(back, original)

    def test_an_empty_store_moves(self):
        for place, words in enumerate((("add", NUMBER % 1), ("undo",))):
            self.succeed(self.store, *words, "--quiet")
        copy = self.path("copy.db")
        self.assertIn(b": 0 orders, ", self.succeed(self.store, "backup", copy))
        other = self.server.new_store(self.schema + "_2")
        self.assertEqual(self.succeed(other, "restore", copy, "--json"),
                         b'{"file":"%s","orders":0}\n' % copy.encode())
        self.assert_same(other, self.store)

    def test_refusals(self):
        copy, full = self.path("copy.db"), self.path("full.db")
        answer = self.at(self.store, "backup", copy)
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"no store found at postgresql://", answer.err)
        self.succeed(full, "add", NUMBER % 1, "--quiet")
        self.succeed(self.store, "add", NUMBER % 1, "--quiet")
        before = self.views(self.store)
        answer = self.at(self.store, "restore", full)
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"is not empty", answer.err)
        self.assertEqual(self.views(self.store), before)
        answer = self.at(self.store, "backup", copy, "--salvage")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"--salvage reads a damaged file", answer.err)
        answer = self.at(self.store, "backup", full)
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"already exists", answer.err)
        self.succeed(self.store, "backup", full, "--force", "--quiet")
        for words in (("backup",), ("restore",), ("import",), ("export", "--output"), ("report", "--output")):
            answer = self.at(self.store, *words, "postgresql://ann:secret@host/orders")
            self.assert_one_line_of_error(answer, 2)
            self.assertIn(b"--db", answer.err)
            self.assertNotIn(b"secret", answer.err)
        self.assertEqual(self.views(self.store), before)
        self.assertFalse(os.path.exists(copy))

    def test_texts_that_a_server_does_not_accept(self):
        for place, text in enumerate(("x'c328'", "x'610062'")):
            with self.subTest(text):
                path = self.path("%d.db" % place)
                self.succeed(path, "add", NUMBER % 1, "--title", "Lamp", "--quiet")
                connection = sqlite3.connect(path)
                connection.execute("UPDATE orders SET title = CAST(%s AS TEXT)" % text)
                connection.commit()
                connection.close()
                answer = self.at(self.store, "restore", path)
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"does not accept one of the texts, so nothing was recorded", answer.err)
                self.assertEqual(self.succeed(self.store, "export"), b"[]\n")

    def test_a_reader_makes_backups_but_restores_nothing(self):
        copy = self.path("copy.db")
        self.succeed(self.store, "add", NUMBER % 1, "--quiet")
        empty = self.server.new_store(self.schema + "_2")
        self.succeed(empty, "import", "-", "--quiet", input=b"number\n")
        self.server.sql("CREATE ROLE looker LOGIN")
        for schema in (self.schema, self.schema + "_2"):
            self.server.sql('GRANT USAGE ON SCHEMA "%s" TO looker; '
                            'GRANT SELECT ON ALL TABLES IN SCHEMA "%s" TO looker' % (schema, schema))
        self.succeed(self.server.uri(self.schema, "looker"), "backup", copy, "--quiet")
        self.assert_same(copy, self.store)
        answer = self.at(self.server.uri(self.schema + "_2", "looker"), "restore", copy)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"does not let you change it", answer.err)

    def test_a_killed_server_leaves_nothing_half_done(self):
        original, copy = self.path("original.db"), self.path("copy.db")
        self.import_orders(({"number": NUMBER % place, "tags": ["a"], "days": 30} for place in range(MANY)),
                           "--db", original)
        for round in range(2):
            store = self.server.new_store("%s_%d" % (self.schema, round))
            self.kill_during(0.2 + 0.1 * round, store, "restore", original)
            self.assertEqual(self.at(store, "list", "--all").out, b"")
            self.succeed(store, "restore", original, "--quiet")
            self.kill_during(0.2 + 0.1 * round, store, "backup", copy)
            self.assertEqual([name for name in os.listdir(self.home) if "copy" in name], [])
            self.assert_same(store, original)

    def kill_during(self, delay, store, command, file):
        """Kills the server during a command, which is tried with shorter delays until that happens."""
        while True:
            process = self.start([program.program(), "--db", store, command, file, "--quiet"])
            time.sleep(delay)
            self.server.kill()
            answer = program.finish(process)
            self.server.start()
            if answer.code != 0:
                return self.assert_one_line_of_error(answer, 5)
            self.assertGreater(delay, 0.001)
            delay /= 2
            if command == "backup":
                os.remove(file)
            else:
                schema = store.rsplit("%3D", 1)[1]
                self.server.sql('DROP SCHEMA "%s" CASCADE; CREATE SCHEMA "%s"' % (schema, schema))


if __name__ == "__main__":
    program.main()
