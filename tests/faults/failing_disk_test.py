"""Failing system calls and full disks cause a one-line error, without data loss or partial files."""

import errno
import os
import shutil
import subprocess
import sys
import unittest

from world import World, chosen

from changes import CASES, SECOND, several_orders
from program import main
from promises import Failures, Promise
from tracing import MISSING, STRACE, calls_of, failing, watching

USUAL = 5  # faults per case by default
ERRORS = {
    "openat": ("EIO", "ENOSPC", "EMFILE"),
    "mkdir": ("EIO", "ENOSPC"),
    "read": ("EIO",),
    "pread64": ("EIO",),
    "write": ("EIO", "ENOSPC", "EINTR"),
    "pwrite64": ("EIO", "ENOSPC", "EINTR"),
    "ftruncate": ("EIO", "ENOSPC"),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "rename": ("EIO", "ENOSPC"),
    "renameat2": ("EIO", "ENOSPC"),
    "unlink": ("EIO",),
    "fcntl": ("EIO", "ENOLCK"),
    "flock": ("EIO", "ENOLCK"),
    "mmap": ("ENOMEM",),
}
FEW = ("fsync", "rename", "renameat2")  # each of these calls fails in every run


@unittest.skipUnless(STRACE, MISSING)
class FailingCalls(Failures):
    tried = silent = 0

    @classmethod
    def tearDownClass(cls):
        print("%d calls failed, %d of them in no one's way" % (cls.tried, cls.silent),
              file=sys.stderr)

    def test_every_change(self):
        for name, case in CASES.items():
            with self.subTest(name):
                self.try_case(name, case)

    def try_case(self, name, case):
        before = World(self.path(name, "before"))
        case.prepare(before)
        words = case.changes[-1]
        log = self.path(name, "log")
        after = before.copy(self.path(name, "after"))
        calls = calls_of(after, words, ",".join(ERRORS), log)
        states = [before.copy(self.path(name, "asked")).state(), after.state()]
        faults = [(call, error) for call in calls for error in ERRORS[call.name]]
        always = [fault for fault in faults if fault[0].name in FEW]
        for index, (call, error) in enumerate(dict.fromkeys(chosen(faults, USUAL, name) + always)):
            world = before.copy(self.path(name, "failed"))
            answer = world.run(*words, under=failing(call, "error=" + error, log))
            fault = (words, call, error)
            self.assert_said(answer, fault)
            if error == "EIO":
                self.assert_blames_disk(answer, fault)
            self.assert_kept(answer, world, states, index % 2 == 1, fault)
            if answer.code == 0 and call in needed_syncs(calls):
                self.fail("acknowledged, though not synced: %s" % (fault,))
            shutil.rmtree(world.home)
            FailingCalls.tried += 1
            FailingCalls.silent += answer.code == 0


    def test_a_store_that_cannot_be_read(self):
        """If any read or open fails, the message mentions neither damage nor permissions."""
        home = World(self.path("before"))
        several_orders(home)
        store = home.store()
        for words in (["list"], ["add", SECOND], ["check"], ["backup", "copy.db"], ["undo"]):
            for call, nth in [("openat", 1)] + [("pread64", nth) for nth in (1, 2, 3, 5, 8, 13)]:
                with self.subTest(words=words, call=call, nth=nth):
                    inject = "--inject=%s:error=EIO:when=%d+" % (call, nth)
                    under = watching(self.path("log"), call, "-P", store, inject)
                    answer = home.run(*words, under=under)
                    self.assertEqual(answer.code, 5, answer)
                    said = answer.out if words == ["check"] else answer.err
                    self.assertIn(b"the disk or file system of", said)
                    self.assert_blames_disk(answer, (words, call, nth))

    def assert_blames_disk(self, answer, fault):
        for words in (b"damaged", b"restore a backup", b"read-only", b"make the file"):
            self.assertNotIn(words, answer.out + answer.err, (fault, answer))


class FullDisk(Failures):
    """Each case on small real disks of many sizes, so that writes fail half-way."""

    def setUp(self):
        super().setUp()
        self.disk = self.path("disk")
        os.mkdir(self.disk)
        try:
            self.mount(64)
        except (PermissionError, subprocess.CalledProcessError) as error:
            self.skipTest("this user cannot make a small disk: %s" % error)
        self.unmount()

    def mount(self, kibibytes):
        size = "size=%dk" % kibibytes
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", self.disk],
                       check=True, capture_output=True)
        self.addCleanup(self.unmount)

    def unmount(self):
        subprocess.run(["umount", self.disk], capture_output=True)

    def test_every_change(self):
        for name, case in CASES.items():
            with self.subTest(name):
                self.try_case(name, case)

    def try_case(self, name, case):
        before = World(self.path(name, "before"))
        case.prepare(before)
        words = case.changes[-1]
        after = before.copy(self.path(name, "after"))
        after.do(*words)
        states = [before.copy(self.path(name, "asked")).state(), after.state()]
        least = (size_of(before.home) + 4095) // 4096 * 4
        for index, free in enumerate(chosen(range(0, 400, 4), 1, name)):
            self.mount(least + free)
            world = before.copy(os.path.join(self.disk, "home"))
            answer = world.run(*words)
            self.assert_said(answer, (words, free))
            saved = world.copy(self.path(name, "saved%d" % index))
            self.unmount()
            self.assert_kept(answer, saved, states, index % 2 == 1, (words, free))

    def test_a_store_on_a_full_disk_can_be_read(self):
        before = World(self.path("before"))
        several_orders(before)
        self.mount((size_of(before.home) + 4095) // 4096 * 4 + 8)
        world = before.copy(os.path.join(self.disk, "home"))
        fill(world.path("filler"))
        self.assertEqual(world.run("export").out, before.run("export").out)
        answer = world.run("add", Promise.LATER)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"full", answer.err)


def fill(path):
    file = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, bytes(512))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
    finally:
        os.close(file)


def needed_syncs(calls):
    """Yields the syncs of written files before the program prints its answer; each must succeed. SQLite
    ignores failed syncs of the folder and of a checkpoint, whose changes stay in the write-ahead log."""
    written = set()
    logged = False
    for call in calls:
        if call.name == "write" and call.arguments.startswith("1<"):
            return
        file = call.arguments.split(">")[0]
        if call.name in ("write", "pwrite64", "ftruncate"):
            written.add(file)
            logged = logged or file.endswith("-wal")
        elif call.name in ("fsync", "fdatasync") and file in written:
            written.remove(file)
            if not (logged and file.endswith("orders.db")):
                yield call


def size_of(home):
    """Returns the disk space of its files in pages, plus a page for each folder."""
    total = 0
    for folder, _, files in os.walk(home):
        total += 4096
        for name in files:
            total += (os.path.getsize(os.path.join(folder, name)) + 4095) // 4096 * 4096
    return total


if __name__ == "__main__":
    main()
