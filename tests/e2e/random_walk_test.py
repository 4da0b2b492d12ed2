"""The commands agree with a second reading of them, on random walks through small stores.

Every walk ends by taking back all that it did. ALIPROTECT_WALKS=50 takes fifty times as many.
"""

import itertools
import os
import subprocess
import unittest

from program import Answer, ProgramTest, main, program
from random_walk.hunt import Hunt
from random_walk.walk import make_files
from second_reading import command_cases

WALKS = 8  # for each rule set
STEPS = 30


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

    def walk(self, rule_set):
        hunt = Hunt(self.new_store, make_files(self.home), STEPS)
        for seed in range(WALKS * int(os.environ.get("ALIPROTECT_WALKS", "1"))):
            with self.subTest(seed=seed):
                where = hunt.walk(seed, rule_set)
                if where:
                    self.fail("they part\n" + where)

    def test_aliexpress_2016(self):
        self.walk("aliexpress-2016")

    def test_aliexpress_2017(self):
        self.walk("aliexpress-2017")

    def test_aliexpress_2023(self):
        self.walk("aliexpress-2023")


class Cases(unittest.TestCase):
    """The second reading of the commands against answers that were worked out by hand."""

    def test_cases(self):
        for case in command_cases.CASES:
            with self.subTest(case.name):
                self.assertEqual(case.answer(), case.expected)


if __name__ == "__main__":
    main()
