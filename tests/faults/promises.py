"""Checks what must be true after a fault."""

import glob
import os

from program import ProgramTest

# The message must contain one of these if the program failed but may have recorded the change.
RECORDED = (b"may not be recorded", b"the change was recorded", b"could not be recorded", b"was written, but",
            b"the copy was written", b"the backup was restored")


class Promise:
    """Checks a home folder after a fault."""

    LATER = "3059000000991234"  # an order recorded after the fault

    def __init__(self, test):
        self.test = test

    def check(self, world, allowed, writer_first, fault):
        """Checks that the store is intact and in one of the states in `allowed`; returns which."""
        if writer_first:  # the first process to recover the store is a writer
            answer = world.run("edit", "999999999", "--title", "none")
            self.test.assertEqual(answer.code, 1, (fault, answer))
        state = world.state()
        self.test.assertIn(state, allowed, fault)
        self.test.assertEqual(world.damage(), [], fault)
        answer = world.run("add", self.LATER)
        self.test.assertEqual(answer.code, 0, (fault, answer))
        self.test.assertEqual(world.damage(), [], fault)
        return allowed.index(state)


class Failures(ProgramTest):
    """Checks that the program does what it says, despite failures."""

    def assert_said(self, answer, fault):
        """Checks for one clear line and the right exit code, or no message after success."""
        said = answer.err.replace(b"aliprotect: warning: ", b"").count(b"\n")
        if answer.code == 0:
            self.assertEqual(answer.err.count(b"aliprotect: warning: "), said, (fault, answer))
            return
        self.assertIn(answer.code, (1, 5), (fault, answer))
        self.assertEqual(answer.err.count(b"\n"), 1, (fault, answer))
        self.assertTrue(answer.err.startswith(b"aliprotect: "), (fault, answer))
        for word in (b"bug", b"std::", b"exception", b"basic_"):
            self.assertNotIn(word, answer.err, (fault, answer))

    def assert_kept(self, answer, world, states, writer_first, fault):
        """Checks that the message and the recorded state agree."""
        allowed = states[1:] if answer.code == 0 else states
        kept = Promise(self).check(world, allowed, writer_first, fault)
        if answer.code != 0 and allowed[kept] != states[0]:
            self.assertTrue(any(words in answer.err for words in RECORDED), (fault, answer))
        if getattr(fault[1], "name", None) == "unlink":
            return  # the disk could not remove a temporary file
        found = glob.glob(world.path("**", "*.??????"), recursive=True, include_hidden=True)
        drafts = list(filter(os.path.isfile, found))
        self.assertEqual(drafts, [], fault)
