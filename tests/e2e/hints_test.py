"""Hints on which rules apply: only if a person reads standard error, and not with --quiet."""

import os
import pty

from mails import link, mail
from program import ProgramTest, main

TODAY = "rule set aliexpress-2016; for today's rules, "
SETTING = 'put `rules = "aliexpress-2024"` at the top of %s'
FIRST_ORDER = (
    "hint: orders follow " + TODAY + SETTING + " and use `aliprotect rules use aliexpress-2024 1`\n"
)
OUTDATED = (
    "hint: %s " + TODAY + "use `aliprotect rules use aliexpress-2024 --ordered-after 2018-01-01`, and "
    "for new orders " + SETTING + "\n"
)
DRY_RUN = "aliprotect: nothing was recorded because of --dry-run\n"
HEADER = b"Order ID,Order date\n"
BEFORE = b"3051000000011234,2017-12-31\n"
FROM_2018 = b"3051000000021234,2018-01-02\n"
LATER = b"3051000000031234,2026-10-01\n"


class Hints(ProgramTest):
    def told(self, *words, input=b""):
        """Returns what a terminal at standard error shows."""
        master, slave = pty.openpty()
        self.addCleanup(os.close, master)
        answer = self.run_program(
            *words, input=input, env=self.environment(TERM="dumb"), stderr=slave
        )
        os.close(slave)
        self.assertEqual(answer.code, 0, answer)
        os.set_blocking(master, False)
        shown = b""
        while True:
            try:
                more = os.read(master, 65536)
            except OSError:  # nothing more, or closed
                break
            if not more:
                break
            shown += more
        return shown.decode().replace("\r\n", "\n")

    def config(self):
        return self.path(".config", "aliprotect", "config.toml")

    def outdated(self, orders):
        return OUTDATED % (orders, self.config())

    def add(self, number, *words):
        return self.told("add", "30510000000%d1234" % number, *words)

    def use_rules_of_2024(self, *words):
        self.do("rules", "use", "aliexpress-2024", *words)

    def test_the_first_order_in_a_new_store(self):
        self.assertEqual(self.add(1), FIRST_ORDER % self.config())
        self.assertEqual(self.add(2), "")

    def test_not_the_first_order_with_quiet_or_other_rules(self):
        self.assertEqual(self.add(1, "--quiet", "--db", "a.db"), "")
        self.assertEqual(self.add(1, "--rules", "aliexpress-2024", "--db", "b.db"), "")

    def test_not_the_first_order_without_a_terminal(self):
        self.assertEqual(self.do("add", "3051000000011234").err, b"")

    def test_an_import_of_orders_since_2018(self):
        shown = self.told("import", "-", input=HEADER + BEFORE + FROM_2018 + LATER)
        self.assertEqual(shown, self.outdated("2 orders of 2018 or later follow"))
        again = self.told("import", "-", input=HEADER + FROM_2018 + LATER)
        self.assertEqual(again, "")

    def test_an_import_of_one_order_since_2018(self):
        shown = self.told("import", "-", input=HEADER + LATER)
        self.assertEqual(shown, self.outdated("1 order of 2018 or later follows"))

    def test_one_hint_for_all_sources(self):
        os.makedirs(self.path(".config", "aliprotect"))
        with open(self.config(), "w") as file:
            for name in "ab":
                file.write("[sources.%s]\npath = '%s'\n" % (name, self.path(name + ".csv")))
        for name, row in (("a.csv", FROM_2018), ("b.csv", LATER)):
            with open(self.path(name), "wb") as file:
                file.write(HEADER + row)
        self.assertEqual(self.told("sync", "--quiet", "--dry-run"), DRY_RUN)
        self.assertEqual(self.told("sync"), self.outdated("2 orders of 2018 or later follow"))
        self.assertEqual(self.told("sync"), "")

    def test_mails_that_sync_does_not_understand(self):
        os.makedirs(self.path(".config", "aliprotect"))
        with open(self.config(), "w") as file:
            file.write('rules = "aliexpress-2024"\n[sources.mail]\npath = "mails"\n')
        os.makedirs(self.path(".config", "aliprotect", "mails"))
        for number, subject in enumerate(("Order %s: order confirmed", "Order %s: order canceled")):
            order = "3051000000011234"
            path = self.path(".config", "aliprotect", "mails", "%d.eml" % number)
            with open(path, "wb") as file:
                file.write(mail(subject % order, "01 Nov 2026 08:00:00 -0700", link(order)))
        shown = self.told("sync")
        self.assertIn("1 mail from AliExpress with an unknown subject", shown)
        self.assertEqual(self.do("sync", "--all").err, b"")

    def test_not_for_older_orders_or_other_rules(self):
        self.assertEqual(self.told("import", "-", input=HEADER + BEFORE), "")
        words = ["import", "-", "--rules", "aliexpress-2024"]
        self.assertEqual(self.told(*words, input=HEADER + LATER), "")

    def test_not_with_quiet_or_without_a_terminal(self):
        shown = self.told("import", "-", "--quiet", "--db", "a.db", input=HEADER + LATER)
        self.assertEqual(shown, "")
        answer = self.do("import", "-", "--db", "b.db", input=HEADER + LATER)
        self.assertEqual(answer.err, b"")

    def test_the_advice_works(self):
        self.told("import", "-", input=HEADER + BEFORE + FROM_2018 + LATER)
        self.use_rules_of_2024("--ordered-after", "2018-01-01")
        rules = {order["number"]: order["rules"] for order in self.ask("list", "--all")}
        self.assertEqual(
            sorted(rules.values()), ["aliexpress-2016", "aliexpress-2024", "aliexpress-2024"]
        )


if __name__ == "__main__":
    main()
