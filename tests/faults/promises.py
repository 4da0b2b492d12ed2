"""What has to hold after a fault."""

import glob

from program import ProgramTest

# What a line has to say where a change was recorded, or may be, though the program failed.
RECORDED = (b"may not be recorded", b"the change was recorded", b"cannot be kept", b"was written, but",
            b"the copy was written")


class Promise:
    """Says of a world in which something went wrong whether the program has kept its word."""

    LATER = "3059000000991234"  # an order that is recorded after the fault

    def __init__(self, test):
        self.test = test

    def check(self, world, allowed, writer_first, fault):
        """The store opens, is whole, and holds one of the states in `allowed`; which of them."""
        if writer_first:  # it takes up what was left behind before any reader does
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
    """Of calls, disks and surroundings: what the program says is what it did."""

    def assert_said(self, answer, fault):
        """One clear line and the right code; nothing, where all went well."""
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
        """What it said is what it did."""
        allowed = states[1:] if answer.code == 0 else states
        kept = Promise(self).check(world, allowed, writer_first, fault)
        if answer.code != 0 and allowed[kept] != states[0]:
            self.assertTrue(any(words in answer.err for words in RECORDED), (fault, answer))
        if getattr(fault[1], "name", None) == "unlink":
            return  # a draft that the disk does not remove stays
        drafts = glob.glob(world.path("**", "*.??????"), recursive=True, include_hidden=True)
        self.assertEqual(drafts, [], fault)
