"""Files that are not a usable store: every command prints one clear line and does not change them."""

import os
import shutil
import socket

from faulty_store import FaultTest, number, run_sql, state_of
from program import finish, main, program

READING = [
    [],
    ["due"],
    ["next"],
    ["late"],
    ["remind"],
    ["list", "--all"],
    ["show", "1"],
    ["timeline"],
    ["log"],
    ["draft", "dispute", "1"],
    ["stats"],
    ["report", "--output", "-"],
    ["outcomes", "1", "--sale-price", "10"],
    ["export"],
    ["export", "--format", "csv"],
    ["export", "--format", "ics"],
    ["rules", "list"],
    ["backup", "copy.db"],
]
WRITING = [
    ["add", number(700)],
    ["edit", "1", "--title", "other"],
    ["ship", "1"],
    ["pickup", "1", "--by", "tomorrow"],
    ["deliver", "1"],
    ["inspect", "1", "--good"],
    ["extend", "request", "1", "--days", "3"],
    ["dispute", "open", "1", "--reason", "not-received"],
    ["confirm", "1"],
    ["cancel", "1"],
    ["remove", "1"],
    ["undo"],
    ["import", "-", "--as", "jsonl"],
]
NOBODY = 65534


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


class WrongFiles(FaultTest):
    def assert_refused(self, words, commands=READING + WRITING, **more):
        before = state_of(self.home)
        for command in commands:
            with self.subTest(words=words, command=" ".join(command)):
                answer = self.on(*command, input=b'{"number": "%s"}\n' % number(701).encode(), **more)
                self.assert_one_line_of_error(answer, 5)
                self.assertEqual(answer.out, b"")
                self.assertIn(words, answer.err.decode())
                self.assertIn(self.store, answer.err.decode())
                self.assertEqual(state_of(self.home), before)
        checked = self.on("check", **more)
        self.assertEqual(checked.code, 5)
        self.assertIn("BAD  store      " + self.store, checked.out.decode())
        self.assertIn(words, checked.out.decode())
        self.assertEqual(checked.err, b"")
        self.assertEqual(state_of(self.home), before)

    def test_files_of_other_programs(self):
        for name, content in {
            "a text": b"to do: buy milk\n" * 400,
            "one byte": b"S",
            "zeros": bytes(8192),
            "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5000),
        }.items():
            with self.subTest(name):
                write(self.store, content)
                self.assert_refused("is not an aliprotect store")

    def test_stores_of_other_programs(self):
        for name, sql in {
            "another": "CREATE TABLE history (url TEXT)",
            "in WAL mode": "PRAGMA journal_mode = WAL; CREATE TABLE history (url TEXT)",
            "with an application id": "PRAGMA application_id = 252006674; CREATE TABLE fossil (a)",
            "with our version": "PRAGMA user_version = 7; CREATE TABLE orders (a)",
        }.items():
            with self.subTest(name):
                if os.path.exists(self.store):
                    os.remove(self.store)
                run_sql(self.store, sql)
                self.assert_refused("is not an aliprotect store")

    def test_a_newer_version(self):
        self.begin(2)
        run_sql(self.store, "PRAGMA user_version = 1000")
        self.assert_refused("was created by a newer version of aliprotect")

    def test_a_store_from_before_the_first_release(self):
        self.begin(2)
        run_sql(self.store, "PRAGMA application_id = 1095520338; PRAGMA user_version = 8")
        self.assert_refused("was created by an unreleased version of aliprotect")

    def test_other_tables_with_our_application_id(self):
        run_sql(
            self.store,
            "PRAGMA application_id = 1095520335; PRAGMA user_version = 1; CREATE TABLE history (a)",
        )
        before = state_of(self.home)
        for command in [c for c in READING + WRITING if c != ["backup", "copy.db"]]:
            with self.subTest(" ".join(command)):
                answer = self.on(*command, input=b'{"number": "%s"}\n' % number(701).encode())
                self.assert_one_line_of_error(answer, 5)
                if command in READING:
                    self.assertEqual(state_of(self.home), before)
        self.assertEqual(self.on("check").code, 5)

    def test_a_damaged_first_page(self):
        self.begin(2)
        with open(self.store, "r+b") as file:
            file.write(b"x" * 40)
        self.assert_refused("its header is damaged")

    def test_a_truncated_store(self):
        sound = self.begin(60)
        content = open(sound, "rb").read()
        for length in (70, 100, 1000, 4096, 8192, 9000):
            with self.subTest(length=length):
                write(self.store, content[:length])
                self.assert_refused("store" if length < 100 else "is damaged")

    def test_a_store_that_lacks_the_last_bytes(self):
        content = open(self.begin(10), "rb").read()
        for missing in (1, 64, 4000):
            write(self.store, content[:-missing])
            before = state_of(self.home)
            for command in READING + WRITING:
                with self.subTest(missing=missing, command=" ".join(command)):
                    answer = self.on(*command, input=b'{"number": "%s"}\n' % number(701).encode())
                    self.assert_one_line_of_error(answer, 5)
                    self.assertIn("its end is missing", answer.err.decode())
                    self.assertEqual(state_of(self.home), before)
            checked = self.on("check")
            self.assertEqual(checked.code, 5)
            self.assertIn("BAD  pages      the end of the file is missing", checked.out.decode())
            self.do("--db", self.store, "backup", "--salvage", "--force", self.path("saved.db"))
            self.assertEqual(self.do("--db", self.path("saved.db"), "list", "--all", "--format", "ids")
                             .out.split()[0], b"1")

    def test_a_store_without_its_version(self):
        self.begin(3)
        run_sql(self.store, "PRAGMA user_version = 0")
        self.assert_refused("is damaged (invalid user_version '0')")

    def test_foreign_triggers_and_views_are_not_run(self):
        self.begin(2)
        run_sql(self.store, "CREATE TRIGGER t AFTER INSERT ON orders BEGIN "
                            "UPDATE orders SET title = 'changed' WHERE id = NEW.id; END")
        self.do("--db", self.store, "add", number(700), "--title", "recorded")
        self.assertEqual(self.ask("--db", self.store, "show", "3")["title"], "recorded")
        run_sql(self.store, "ALTER TABLE deadlines RENAME TO real_deadlines; CREATE VIEW deadlines AS "
                            "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i FROM n) "
                            "SELECT i AS order_id, 'closes' AS kind, i AS at FROM n")
        for command in (["due"], ["list"], ["add", number(701), "--closes", "2026-12-01"]):
            self.assert_one_line_of_error(self.on(*command), 5)

    def test_a_second_hard_link(self):
        os.link(self.begin(2), self.path("second.db"))
        checked = self.on("check")
        self.assertEqual(checked.code, 0)
        self.assertIn("file       it has 2 hard links", checked.out.decode())

    def test_folders_pipes_and_devices(self):
        os.mkdir(self.store)
        self.assert_refused("is a folder, not a store")
        os.rmdir(self.store)
        os.mkfifo(self.store)
        self.assert_refused("is a pipe, not a store")
        os.remove(self.store)
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        listener.bind(self.store)
        self.assert_refused("is a socket, not a store")
        self.store = "/dev/null"
        self.assert_refused("is a device, not a store")

    def test_paths_without_a_target(self):
        write(self.path("file"), b"x")
        self.store = self.path("file", "orders.db")
        self.assert_refused("Not a directory")
        os.symlink(self.path("loop"), self.path("loop"))
        self.store = self.path("loop")
        self.assert_refused("Too many levels of symbolic links")
        self.store = self.path("n" * 300)
        self.assert_refused("File name too long")

    def test_a_broken_link(self):
        os.symlink(self.path("nothing"), self.store)
        self.assert_nothing_is_created("a symbolic link to a missing file")

    def test_a_missing_folder(self):
        self.store = self.path("no", "orders.db")
        self.assert_nothing_is_created("create its folder")

    def assert_nothing_is_created(self, words):
        """A reading command finds no store; a recording command says why it creates none."""
        before = state_of(self.home)
        for command in WRITING:
            answer = self.on(*command, input=b'{"number": "%s"}\n' % number(701).encode())
            makes_one = command[0] in ("add", "import")
            self.assert_one_line_of_error(answer, 5 if makes_one else 1)
            self.assertIn(words if makes_one else "no store found at", answer.err.decode())
        for command in (["list"], ["due"], ["check"]):
            self.assertEqual(self.on(*command).code, 0)
        self.assertEqual(state_of(self.home), before)

    def test_an_empty_file_with_a_wal(self):
        write(self.store, b"")
        write(self.store + "-wal", b"something")
        self.assert_refused("-wal contains changes: move both files away")

    def test_a_stale_wal_is_ignored(self):
        """SQLite knows from checksums that it does not belong to the store."""
        self.begin(5)
        numbers = self.do("--db", self.store, "list", "--all", "--format", "ids").out
        for content in (b"rubbish" * 5000, bytes(40000)):
            write(self.store + "-wal", content)
            self.assertEqual(self.findings(), (0, []))
            self.assertEqual(open(self.store + "-wal", "rb").read(), content)
            answer = self.do("--db", self.store, "list", "--all", "--format", "ids")
            self.assertEqual(answer.out, numbers)
            self.do("--db", self.store, "backup", "--force", self.path("copy.db"))
        self.do("--db", self.store, "add", number(800))
        self.assert_store_is_whole(self.store)

    def test_unusual_file_names_work(self):
        names = ["a b?mode=ro#%41.db", "naïve 'q\".db", "./:memory:", "./file:x.db", "new\nline", "-x"]
        for name in names:
            self.store = name
            with self.subTest(name):
                self.do("--db=" + name, "add", number(1), "--quiet")
                self.assertEqual(self.ask("--db=" + name, "stats")["orders"], 1)
                self.assertTrue(self.ask("--db=" + name, "check")["well"])
                self.assertTrue(os.path.exists(self.path(name)))


class OtherOwners(FaultTest):
    """Runs as another user if the tests run as root."""

    def setUp(self):
        super().setUp()
        self.who = {}
        if os.geteuid() == 0:
            self.who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chmod(self.home, 0o755)
            self.copy = shutil.copy(program(), self.path("aliprotect"))
            os.chmod(self.copy, 0o755)
        self.folder = self.path("data")
        os.mkdir(self.folder)
        self.store = os.path.join(self.folder, "orders.db")
        self.begin(3)

    def on(self, *words, **more):
        name = getattr(self, "copy", program())
        input = more.pop("input", b"")
        return finish(self.start([name, "--db", self.store, *words], **self.who, **more), input)

    def lock(self, folder, file):
        os.chmod(self.store, file)
        os.chmod(self.folder, folder)
        self.addCleanup(os.chmod, self.folder, 0o755)

    def assert_readable_but_not_writable(self):
        before = state_of(self.home)
        for command in READING:
            if command in (["backup", "copy.db"], ["remind"]):
                continue
            with self.subTest(" ".join(command)):
                self.assertIn(self.on(*command).code, (0, 1))
        self.assertEqual(self.on("check").code, 0)
        for command in WRITING:
            with self.subTest(" ".join(command)):
                answer = self.on(*command, input=b'{"number": "%s"}\n' % number(701).encode())
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"cannot be written", answer.err)
        self.assertEqual(state_of(self.home), before)

    def test_a_read_only_file(self):
        self.lock(0o555, 0o444)
        self.assert_readable_but_not_writable()

    def test_a_read_only_folder(self):
        if self.who:
            os.chown(self.store, NOBODY, NOBODY)
        self.lock(0o555, 0o644)
        self.assert_readable_but_not_writable()

    def test_an_unreadable_file(self):
        self.lock(0o555, 0o000)
        for command in [c for c in READING + WRITING if c != ["backup", "copy.db"]]:
            with self.subTest(" ".join(command)):
                answer = self.on(*command)
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"Permission denied", answer.err)
        self.assertEqual(self.on("check").code, 5)

    def test_a_read_only_store_is_copied_elsewhere(self):
        self.lock(0o555, 0o444)
        other = self.path("other")
        os.mkdir(other)
        if self.who:
            os.chown(other, NOBODY, NOBODY)
        target = os.path.join(other, "copy.db")
        answer = self.on("backup", target)
        self.assertEqual(answer.code, 0, answer)
        self.assert_store_is_whole(target)

    def test_a_folder_without_write_permission(self):
        self.lock(0o555, 0o444)
        answer = self.on("backup", os.path.join(self.folder, "copy.db"))
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"Permission denied", answer.err)


if __name__ == "__main__":
    main()
