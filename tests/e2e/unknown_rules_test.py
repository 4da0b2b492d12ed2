"""An order with an unknown rule set, which only editing the store by hand can cause."""

import json
import os
import sqlite3

from program import ProgramTest, main, source_folder

SAID = (
    'aliprotect: order 1 (3051000000011234) uses the unknown rule set "nope": add it with '
    "`aliprotect rules add FILE`, or use a known one: `aliprotect edit 1 --rules NAME`\n"
)


class UnknownRules(ProgramTest):
    def setUp(self):
        super().setUp()
        self.do("add", "3051000000011234", "--shipped", "2026-10-20", "--closes", "2026-11-22")
        db = sqlite3.connect(self.default_store())
        db.execute("UPDATE orders SET rules = 'nope'")
        db.commit()
        db.close()

    def test_every_command_that_asks_for_it_names_the_order_and_the_way_out(self):
        for words in (
            ["list"],
            ["list", "--all", "--json"],
            ["show", "1"],
            ["due"],
            ["late"],
            ["next"],
            ["remind"],
            ["stats"],
            ["timeline"],
            ["report", "--output", "page.html"],
            ["draft", "extension", "1"],
            ["export"],
            ["export", "--format", "ics"],
            ["edit", "1", "--title", "other"],
            ["dispute", "open", "1", "--reason", "not-received"],
            ["extend", "request", "1", "--days", "3"],
        ):
            with self.subTest(words):
                answer = self.run_program(*words)
                self.assertEqual((answer.code, answer.err.decode()), (5, SAID), answer)
        self.assertEqual(len(self.ask("log")), 1)

    def test_check_finds_it(self):
        answer = self.run_program("check", "--quiet")
        self.assertEqual(answer.code, 5)
        self.assertIn(b'order 1 uses the unknown rule set "nope"', answer.out)

    def test_edit_sets_a_known_rule_set(self):
        self.do("edit", "1", "--rules", "aliexpress-2017")
        self.do("show", "1")
        self.do("check")

    def test_the_missing_rule_set_is_added(self):
        path = os.path.join(source_folder(), "data", "policies", "aliexpress-2016.json")
        with open(path, encoding="utf-8") as file:
            rules = json.load(file)
        with open(self.path("nope.json"), "w", encoding="utf-8") as file:
            json.dump({**rules, "name": "nope"}, file)
        self.do("rules", "add", "nope.json")
        self.assertEqual(self.ask("show", "1")["rules"], "nope")
        self.do("check")


if __name__ == "__main__":
    main()
