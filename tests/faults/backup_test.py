"""`backup`: complete copies, restored copies, and targets that it refuses."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile

from faulty_store import FaultTest, number, orders, overwrite_page, pages_of, run_sql, state_of
from program import WAIT, jsonl, main, program

# Changes the store "$1" several times.
IMPORT_ALL = """
for i in $(seq 40); do
  "$0" --quiet --db "$1" import --as jsonl $i.jsonl || exit 1
done
"""

# Locks the store for a while without changing it.
HOLD = """
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
db.execute("DELETE FROM orders WHERE id = 1")
print("held", flush=True)
time.sleep(0.5)
db.execute("ROLLBACK")
"""


# Changes the store, and ends without a checkpoint.
LEAVE_CHANGES = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE entries SET command = 'other'")
db.commit()
os._exit(0)
"""


def ten_orders(i):
    """Returns orders with unique numbers."""
    return [{**order, "number": number(10000 + 10 * i + n)} for n, order in enumerate(orders(10))]


class Backup(FaultTest):
    def setUp(self):
        super().setUp()
        self.target = self.path("copy.db")

    def backup(self, *words, **more):
        return self.on("backup", *words, **more)

    def exported(self, store):
        return self.do("--db", store, "export", "--format", "jsonl").out

    def assert_refused(self, answer, words, code=1):
        self.assert_one_line_of_error(answer, code)
        self.assertIn(words, answer.err.decode())
        self.assertEqual(answer.out, b"")

    def test_the_copy_equals_the_store(self):
        self.begin()
        answer = self.backup(self.target)
        self.assertEqual(answer.code, 0, answer)
        said = "wrote %s: 40 orders, %d bytes\n" % (self.target, os.path.getsize(self.target))
        self.assertEqual(answer.out.decode(), said)
        self.assertEqual(answer.err, b"")
        self.assertEqual(stat.S_IMODE(os.stat(self.target).st_mode), 0o600)
        self.assertEqual(sorted(os.listdir(self.home)), ["copy.db", "orders.db"])
        self.assertEqual(self.exported(self.target), self.exported(self.store))
        self.assertEqual(
            self.do("--db", self.target, "log").out, self.do("--db", self.store, "log").out
        )
        self.assert_store_is_whole(self.target)
        self.do("--db", self.target, "undo")
        self.do("--db", self.target, "add", number(99))
        self.assertEqual(self.do("--db", self.target, "check", "--quiet").out, b"")

    def test_json_and_quiet(self):
        self.begin(3)
        answer = self.ask("--db", self.store, "backup", self.target)
        size = os.path.getsize(self.target)
        self.assertEqual(answer, {"file": self.target, "orders": 3, "bytes": size})
        self.assertEqual(self.backup("--quiet", self.path("other.db")).out, b"")

    def test_the_store_is_not_modified(self):
        self.begin()
        before = state_of(self.home)
        self.assertEqual(self.backup(self.target).code, 0)
        os.remove(self.target)
        self.assertEqual(state_of(self.home), before)

    def test_existing_files_are_not_overwritten(self):
        self.begin()
        with open(self.target, "wb") as file:
            file.write(b"a letter")
        before = state_of(self.home)
        self.assert_refused(self.backup(self.target), "already exists")
        self.assert_refused(self.backup("--force", self.target), "is not a store")
        self.assertEqual(state_of(self.home), before)

    def test_force_replaces_an_older_copy(self):
        self.begin(3)
        self.backup(self.target)
        self.do("--db", self.store, "add", number(50))
        self.assert_refused(self.backup(self.target), "already exists")
        os.chmod(self.target, 0o640)
        self.assertEqual(self.backup("--force", self.target).code, 0)
        self.assertEqual(self.exported(self.target), self.exported(self.store))
        self.assertEqual(stat.S_IMODE(os.stat(self.target).st_mode), 0o640)
        self.assert_store_is_whole(self.target)

    def test_an_empty_file_is_overwritten(self):
        self.begin(3)
        open(self.target, "wb").close()
        os.chmod(self.target, 0o644)
        self.assertEqual(self.backup(self.target).code, 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.target).st_mode), 0o600)

    def test_an_empty_file_with_a_wal_is_refused(self):
        self.begin(3)
        open(self.target, "wb").close()
        with open(self.target + "-wal", "wb") as file:
            file.write(b"something")
        before = state_of(self.home)
        self.assert_refused(self.backup("--force", self.target), "-wal contains changes", 5)
        self.assertEqual(state_of(self.home), before)

    def test_a_damaged_store_is_restored(self):
        """Even if it has a -wal with changes."""
        self.begin()
        self.backup(self.target)
        overwrite_page(self.store, pages_of(self.store, "orders")[-1])
        self.assert_refused(self.on("export"), "is damaged", 5)
        process = self.start([sys.executable, "-c", LEAVE_CHANGES, self.store])
        self.assertEqual(process.wait(WAIT), 0)
        self.assertTrue(os.path.getsize(self.store + "-wal"))
        self.do("--db", self.target, "backup", self.store, "--force")
        self.assertEqual(self.exported(self.store), self.exported(self.target))
        self.assert_store_is_whole(self.store)

    def test_the_store_itself_is_refused(self):
        self.begin()
        os.symlink(self.store, self.path("symbolic.db"))
        os.link(self.store, self.path("hard.db"))
        os.mkdir(self.path("folder"))
        before = state_of(self.home)
        for name in ("orders.db", "folder/../orders.db", "symbolic.db", "hard.db"):
            for force in ([], ["--force"]):
                with self.subTest(name, force=force):
                    self.assert_refused(self.backup(*force, name), "is the store itself")
        self.assertEqual(state_of(self.home), before)

    def test_sidecar_files_of_a_store_are_refused(self):
        """By every command that writes a file, under any name, even if they do not exist yet."""
        self.begin()
        self.do("--db", self.path("another.db"), "add", number(1))
        os.mkdir(self.path("folder"))
        before = state_of(self.home)
        for store in ("orders.db", "folder/../orders.db", "another.db"):
            for end in ("-wal", "-shm", "-journal", "-remind"):
                for words in (
                    ["backup", "--force"],
                    ["export", "--output"],
                    ["report", "--output"],
                    ["import", "-", "--rejects"],
                ):
                    with self.subTest(store + end, words=words):
                        answer = self.on(*words, store + end, input=b"number\nnone\n")
                        self.assert_refused(answer, "belongs to a store")
        self.assertEqual(state_of(self.home), before)

    def test_devices_and_folders_are_refused(self):
        self.begin()
        os.mkdir(self.path("folder"))
        os.mkfifo(self.path("pipe"))
        os.symlink(self.path("nothing"), self.path("dangling"))
        for name, words in (
            ("folder", "is a folder; use a file in it"),
            ("pipe", "is not a regular file"),
            ("/dev/null", "is not a regular file"),
            ("dangling", "a symbolic link to a missing file"),
            ("no/such/copy.db", "cannot be written: No such file"),
            ("orders.db/copy.db", "cannot be written: Not a directory"),
        ):
            with self.subTest(name):
                self.assert_refused(self.backup("--force", name), words)
        self.assert_refused(self.backup("-"), "cannot write to standard output", 2)
        self.assert_refused(self.backup(""), "the file name is empty", 2)
        self.assertEqual(self.backup().code, 2)
        self.assertEqual(self.backup("--format", "csv", self.target).code, 2)

    def test_a_link_to_an_older_copy_stays_a_link(self):
        self.begin(3)
        self.backup(self.target)
        os.symlink(self.target, self.path("link.db"))
        self.assertEqual(self.backup("--force", "link.db").code, 0)
        self.assertTrue(os.path.islink(self.path("link.db")))
        self.assert_store_is_whole(self.target)

    def test_a_leftover_wal_of_another_store_is_refused(self):
        self.begin()
        for end in ("-wal", "-journal"):
            with open(self.target + end, "wb") as file:
                file.write(b"something")
            self.assert_refused(self.backup(self.target), "would damage the copy")
            os.remove(self.target + end)
        self.assertEqual(self.backup(self.target).code, 0)

    def test_without_a_store_there_is_no_copy(self):
        self.assert_refused(self.backup(self.target), "no store found at")
        open(self.store, "wb").close()
        self.assert_refused(self.backup(self.target), "nothing to copy")
        self.assertEqual(os.listdir(self.home), ["orders.db"])

    def test_unusual_file_names_work(self):
        self.begin(2)
        names = ["a b?mode=ro#%41.db", "naïve 'quotes\".db", ":memory:", "file:x.db", "new\nline"]
        for name in names:
            with self.subTest(name):
                answer = self.backup(name)
                self.assertEqual(answer.code, 0, answer)
                self.assertEqual(answer.out.count(b"\n"), 1)
                self.assertTrue(os.path.exists(self.path(name)))

    def test_the_copy_is_a_snapshot_while_others_write(self):
        """Each change adds ten orders, so a copy has a multiple of ten."""
        self.begin(2000)
        for i in range(1, 41):
            with open(self.path("%d.jsonl" % i), "wb") as file:
                file.write(jsonl(ten_orders(i)))
        writer = self.start(
            ["sh", "-c", IMPORT_ALL, program(), self.store], stdout=subprocess.DEVNULL
        )
        counts = []
        while writer.poll() is None or not counts:
            target = self.path("copy %d.db" % len(counts))
            self.assertEqual(self.backup(target).code, 0)
            self.assert_store_is_whole(target)
            counts.append(self.ask("--db", target, "stats")["orders"])
        self.assertEqual(writer.wait(WAIT), 0)
        self.assertEqual([count for count in counts if count % 10], [])
        self.assertEqual(counts, sorted(counts))

    def test_it_waits_for_a_locked_store(self):
        self.begin()
        writer = self.start([sys.executable, "-c", HOLD, self.store])
        writer.stdout.readline()
        self.assertEqual(self.backup(self.target).code, 0)
        self.assertEqual(self.exported(self.target).count(b"\n"), 40)

    def test_a_damaged_table_is_not_copied(self):
        self.begin()
        overwrite_page(self.store, pages_of(self.store, "deadlines")[-1])
        before = state_of(self.home)
        answer = self.backup(self.target)
        self.assert_refused(answer, "is damaged", 5)
        self.assertIn("backup --salvage FILE", answer.err.decode())
        self.assertEqual(state_of(self.home), before)

    def test_salvage_copies_all_of_an_intact_store(self):
        self.begin()
        self.assertEqual(self.backup("--salvage", self.target).code, 0)
        self.assertEqual(self.exported(self.target), self.exported(self.store))
        self.do("--db", self.target, "undo")
        self.assertEqual(self.ask("--db", self.target, "stats")["orders"], 0)

    def test_nothing_can_be_salvaged_if_the_first_page_is_damaged(self):
        self.begin()
        overwrite_page(self.store, 1)
        self.assert_refused(self.backup("--salvage", self.target), "is not an aliprotect store", 5)
        self.assertEqual(os.listdir(self.home), ["orders.db"])

    def test_a_store_with_a_wrong_index_is_not_copied(self):
        self.begin()
        run_sql(
            self.store,
            """PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'WHERE seller', 'WHERE client')
              WHERE name = 'orders_by_seller';""",
        )
        run_sql(self.store, "UPDATE orders SET seller = 'Other', client = 'Client' WHERE id = 3")
        run_sql(
            self.store,
            """PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'WHERE client', 'WHERE seller')
              WHERE name = 'orders_by_seller';""",
        )
        self.assert_refused(self.backup(self.target), "is damaged", 5)
        self.assertEqual(os.listdir(self.home), ["orders.db"])

    def test_a_full_disk_leaves_no_file_behind(self):
        self.begin(3000)
        disk = self.small_disk("1m")
        target = os.path.join(disk, "copy.db")
        answer = self.backup(target)
        self.assert_refused(answer, "the copy cannot be written")
        self.assertEqual(os.listdir(disk), [])
        self.do("--db", self.path("few.db"), "add", number(1))
        self.do("--db", self.path("few.db"), "backup", target)
        before = state_of(disk)
        for words in (["--force"], ["--force", "--salvage"]):
            self.assert_refused(self.backup(*words, target), "the copy cannot be written")
            self.assertEqual(state_of(disk), before)

    def small_disk(self, size):
        folder = tempfile.mkdtemp(prefix="aliprotect-disk.")
        self.addCleanup(shutil.rmtree, folder, True)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder],
            stderr=subprocess.DEVNULL,
        )
        if mounted.returncode:
            self.skipTest("this user may not mount a small disk")
        self.addCleanup(subprocess.run, ["umount", folder])
        return folder


if __name__ == "__main__":
    main()
