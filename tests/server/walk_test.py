"""The commands agree with an independent implementation on random sequences of commands, on a server."""

import itertools
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402
from random_walk.hunt import Hunt  # noqa: E402
from random_walk.walk import make_files  # noqa: E402
from reference.rule_sets import RULE_SETS  # noqa: E402

SEEDS = range(1000, 1002)  # for each rule set, besides those of tests/e2e/random_walk_test.py
STEPS = 25


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class Walk(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.home = os.path.realpath(self.home)
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.stores = itertools.count()

    def new_store(self):
        store = self.server.new_store("walk%d" % next(self.stores))
        env = self.environment(ALIPROTECT_DB=store, ALIPROTECT_NOW=None)

        def run(words):
            done = subprocess.run(
                [program.program(), *words], env=env, cwd=self.home, capture_output=True,
                timeout=program.WAIT,
            )
            return program.Answer(done.returncode, done.stdout, done.stderr)

        return run

    def test_walks(self):
        hunt = Hunt(self.new_store, make_files(self.home), STEPS)
        for rule_set, seed in itertools.product(RULE_SETS, SEEDS):
            with self.subTest(rule_set=rule_set, seed=seed):
                strides = hunt.parting(seed, rule_set)
                if strides:
                    self.fail("they part\n" + hunt.report(strides))


if __name__ == "__main__":
    program.main()
