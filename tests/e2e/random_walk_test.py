"""The commands agree with an independent implementation, on random sequences of commands in small stores.

Every walk ends by undoing all its changes. ALIPROTECT_WALKS=50 runs fifty times as many. Sanitizers run a third of
them.
"""

import itertools
import os
import subprocess
import unittest
from unittest import mock

from program import Answer, ProgramTest, has_sanitizers, main, program
from random_walk.hunt import Hunt
from random_walk.walk import make_files
from reference import command_cases, dispute_commands
from reference.rule_sets import RULE_SETS

WALKS = 6  # for each rule set
FEWER = 3 if has_sanitizers() else 1
STEPS = 30
# Where disputes open at another time for each reason, walks of only these steps find both.
OPENING = ("add", "dispute open", "dispute cancel", "undo")
OPENING_WALKS = 30
OPENING_STEPS = 10


class RandomWalk(ProgramTest):
    def setUp(self):
        super().setUp()
        self.home = os.path.realpath(self.home)
        self.stores = itertools.count()

    def new_store(self):
        env = self.environment(ALIPROTECT_DB="%d.db" % next(self.stores), ALIPROTECT_NOW=None)

        def run(words):
            done = subprocess.run(
                [program(), *words], env=env, cwd=self.home, capture_output=True, timeout=120
            )
            return Answer(done.returncode, done.stdout, done.stderr)

        return run

    def hunt(self):
        return Hunt(self.new_store, make_files(self.home), STEPS)

    def hunt_for_openings(self):
        return Hunt(self.new_store, make_files(self.home), OPENING_STEPS, OPENING)

    def walk(self, rule_set, hunt=None, walks=WALKS):
        hunt = hunt or self.hunt()
        for seed in range(walks * int(os.environ.get("ALIPROTECT_WALKS", "1")) // FEWER):
            with self.subTest(seed=seed):
                strides = hunt.parting(seed, rule_set)
                if strides:
                    self.fail("they part\n" + hunt.report(strides))

    def test_aliexpress_2016(self):
        self.walk("aliexpress-2016")

    def test_aliexpress_2017(self):
        self.walk("aliexpress-2017")

    def test_aliexpress_2023(self):
        self.walk("aliexpress-2023")

    def test_aliexpress_2024(self):
        self.walk("aliexpress-2024")

    def test_openings_of_aliexpress_2024(self):
        self.walk("aliexpress-2024", self.hunt_for_openings(), OPENING_WALKS)

    def test_a_window_of_the_other_reason_is_detected(self):
        hunt = self.hunt_for_openings()
        for window in ("dispute_window", "window_after_shipment"):
            misread = mock.patch.object(
                dispute_commands, "window_for", lambda reason, clocks: getattr(clocks, window)
            )
            with self.subTest(window), misread:
                seeds = range(OPENING_WALKS)
                self.assertTrue(any(hunt.parting(seed, "aliexpress-2024") for seed in seeds))

    def test_a_changed_rule_is_detected(self):
        misread = RULE_SETS["aliexpress-2016"]._replace(dispute_opens=6)
        hunt = self.hunt()
        with mock.patch.dict(RULE_SETS, {"aliexpress-2016": misread}):
            found = any(hunt.parting(seed, "aliexpress-2016") for seed in range(WALKS))
        self.assertTrue(found)


class Cases(unittest.TestCase):
    """Checks the independent implementation against results worked out by hand."""

    def test_cases(self):
        for case in command_cases.CASES:
            with self.subTest(case.name):
                self.assertEqual(case.answer(), case.expected)


if __name__ == "__main__":
    main()
