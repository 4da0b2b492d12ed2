"""Stores of every released schema version are migrated without loss."""

import json
import os
import sqlite3

import schema_dumps
from faulty_store import FaultTest, number
from program import main


def version_of(store):
    db = sqlite3.connect(store)
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    return version


class Migrations(FaultTest):
    def setUp(self):
        super().setUp()
        self.versions, _ = schema_dumps.versions()
        self.newest = self.versions[-1]

    def make(self, version):
        if os.path.exists(self.store):
            os.remove(self.store)
        schema_dumps.make_store(version, self.store)

    def facts(self):
        """Returns everything that the program prints about orders and the log."""
        return {
            words: self.do("--db", self.store, *words.split()).out.decode()
            for words in ("export --format jsonl", "log --json", "rules list", "remind --dry-run")
        }

    def test_every_version_has_a_dump(self):
        dumps, migrations = schema_dumps.versions()
        self.assertEqual(dumps, migrations)

    def test_a_migration_keeps_all_facts(self):
        self.make(self.newest)
        whole = self.facts()
        order = json.loads(whole["export --format jsonl"].splitlines()[0])
        self.assertEqual(order["title"], 'USB hub, naïve "example"')
        self.assertEqual(len(order["disputes"][0]["evidence"]), 1)
        for version in self.versions:
            with self.subTest(version=version):
                self.make(version)
                self.do("--db", self.store, "list")
                self.assertEqual(version_of(self.store), self.newest)
                facts = self.facts()
                self.assertEqual(
                    self.without_later_facts(version, whole["export --format jsonl"]),
                    self.without_later_facts(version, facts["export --format jsonl"]),
                )
                if version >= 2:
                    self.assertEqual(facts["rules list"], whole["rules list"])
                self.assertEqual(self.ask("--db", self.store, "check")["well"], True)

    def without_later_facts(self, version, lines):
        """Versions before 3 had neither the time of an answer nor the offer."""
        orders = [json.loads(line) for line in lines.splitlines()]
        if version < 3:
            for dispute in (d for order in orders for d in order["disputes"]):
                dispute["answered_at"] = dispute["offer"] = None
        return orders

    def test_check_does_not_migrate_an_older_store(self):
        for version in self.versions[:-1]:
            with self.subTest(version=version):
                self.make(version)
                with open(self.store, "rb") as file:
                    before = file.read()
                answer = self.ask("--db", self.store, "check")
                self.assertEqual((answer["well"], answer["schema"]), (True, version))
                self.assertIn("migration", [f["about"] for f in answer["findings"]])
                with open(self.store, "rb") as file:
                    self.assertEqual(file.read(), before)

    def test_a_copy_of_an_older_store_keeps_its_version(self):
        for version in self.versions:
            with self.subTest(version=version):
                self.make(version)
                self.do("--db", self.store, "backup", "--force", self.path("copy.db"))
                self.assertEqual(version_of(self.path("copy.db")), version)
                self.assertEqual(version_of(self.store), version)
                self.do("--db", self.path("copy.db"), "list")

    def test_an_older_store_can_be_salvaged(self):
        for version in self.versions:
            with self.subTest(version=version):
                self.make(version)
                whole = self.path("whole.db")
                self.do("--db", self.store, "backup", "--force", whole)
                saved = self.path("saved.db")
                self.do("--db", self.store, "backup", "--force", "--salvage", saved)
                self.assertEqual(version_of(saved), version)
                exported = [self.do("--db", store, "export").out for store in (whole, saved)]
                self.assertEqual(exported[0], exported[1])
                self.assertTrue(self.ask("--db", saved, "check")["well"])

    def test_every_version_can_be_changed_after_the_migration(self):
        for version in self.versions:
            with self.subTest(version=version):
                self.make(version)
                before = self.facts()
                self.do("--db", self.store, "add", number(99))
                self.do("--db", self.store, "edit", "1", "--title", "other")
                self.do("--db", self.store, "undo", "2")
                self.assertEqual(
                    self.facts()["export --format jsonl"], before["export --format jsonl"]
                )
                if version >= 2:
                    self.do("--db", self.store, "undo")
                self.do("--db", self.store, "undo")
                self.assertEqual(self.ask("--db", self.store, "stats")["orders"], 0)


if __name__ == "__main__":
    main()
