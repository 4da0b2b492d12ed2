"""Simulates a power cut at any step: acknowledged changes are kept, others are complete or absent."""

import random
import shutil
import sys
import unittest

from world import World, chosen

import disk
from changes import DAYS
from program import ProgramTest, main
from promises import Promise
from tracing import MISSING, STRACE, watching

USUAL = 30  # disk images per case by default
KEPT = (disk.nothing, disk.everything, disk.beginning, disk.some, disk.torn)
AT_THE_END = ("list", "export", "remind")  # their output does not acknowledge a change


@unittest.skipUnless(STRACE, MISSING)
class PowerCut(ProgramTest):
    tried = steps = 0

    @classmethod
    def tearDownClass(cls):
        print("%d different disks after power cuts in days of %d steps"
              % (cls.tried, cls.steps), file=sys.stderr)

    def test_every_day(self):
        for name, day in DAYS.items():
            with self.subTest(name):
                self.try_day(name, *self.recorded(name, day))

    def recorded(self, name, day):
        """Returns (recording, the states between the changes, the step that acknowledges each)."""
        world = World(self.path(name, "home"))
        day.prepare(world)
        recording = disk.Recording(world.home)
        states = [world.copy(self.path(name, "asked0")).state()]
        said = []
        for index, words in enumerate(day.changes):
            begin = len(recording.steps)
            log = self.path(name, "log")
            answer = world.run(*words, under=watching(log, disk.TRACED, *disk.RECORDED))
            self.assertEqual(answer.code, 0, answer)
            recording.add_run(log)
            said.append(self.acknowledged(recording.steps, begin, words))
            states.append(world.copy(self.path(name, "asked%d" % (index + 1))).state())
        lying = disk.after_power_cut(recording, len(recording.steps), disk.everything, None)
        self.assertEqual(lying, dict(disk.files_below(disk.read_folder(world.home), "", {}, {})))
        return recording, states, said

    def acknowledged(self, steps, begin, words):
        if words[0] in AT_THE_END:
            return len(steps)
        return next(i for i in range(begin, len(steps)) if steps[i].kind == "say") + 1

    def try_day(self, name, recording, states, said):
        count = len(recording.steps)
        faults = [(end, keep) for end in range(count + 1) for keep in KEPT]
        PowerCut.steps += count
        seen = set()
        for end, keep in chosen(faults, USUAL, name):
            source = random.Random("%s %d" % (keep.__name__, end))
            files = disk.after_power_cut(recording, end, keep, source)
            done = sum(1 for step in said if step <= end)
            image = hash((done, frozenset(files.items())))
            if image in seen:
                continue
            seen.add(image)
            self.try_image(name, files, states[done : done + 2], (end, keep.__name__))

    def try_image(self, name, files, allowed, fault):
        home = self.path(name, "disk")
        disk.write_files(files, home)
        Promise(self).check(World(home), allowed, fault[0] % 2 == 1, (name, fault))
        shutil.rmtree(home)
        PowerCut.tried += 1


if __name__ == "__main__":
    main()
