"""Kills the program at any system call that changes a file: a change is recorded completely or not at
all, and acknowledged changes are kept."""

import shutil
import sys
import unittest

from world import World, chosen

from changes import CASES
from program import ProgramTest, main
from promises import Promise
from tracing import MISSING, STRACE, calls_of, failing

CHANGING = "openat,mkdir,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat2,unlink"
USUAL = 6  # faults per case by default


@unittest.skipUnless(STRACE, MISSING)
class Crash(ProgramTest):
    tried = recorded = 0

    @classmethod
    def tearDownClass(cls):
        print("killed %d times, %d of them after the change was recorded"
              % (cls.tried, cls.recorded), file=sys.stderr)

    def test_every_change(self):
        for name, case in CASES.items():
            with self.subTest(name):
                self.try_case(name, case)

    def try_case(self, name, case):
        before = World(self.path(name, "before"))
        case.prepare(before)
        for words in case.changes[:-1]:
            before.do(*words)
        words = case.changes[-1]
        log = self.path(name, "log")
        after = before.copy(self.path(name, "after"))
        calls = calls_of(after, words, CHANGING, log)
        states = [before.copy(self.path(name, "asked")).state(), after.state()]
        self.assertNotEqual(*states)
        for index, call in enumerate(chosen(calls, USUAL, name)):
            world = before.copy(self.path(name, "killed"))
            self.kill(world, words, states, call, log, index % 2 == 1)
            shutil.rmtree(world.home)

    def kill(self, world, words, states, call, log, writer_first):
        answer = world.run(*words, under=failing(call, "signal=SIGKILL", log))
        self.assertLess(answer.code, 0, (call, answer))
        acknowledged = answer.out != b"" and words[0] not in ("remind", "list")
        allowed = states[1:] if acknowledged else states
        kept = Promise(self).check(world, allowed, writer_first, (words, call))
        Crash.tried += 1
        Crash.recorded += allowed[kept] == states[1]


if __name__ == "__main__":
    main()
