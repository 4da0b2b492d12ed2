"""Limited or missing resources cause a clear message and the right exit code."""

import os
import resource
import shutil
import signal
import subprocess
import sys

from world import World, chosen, is_long

from changes import CASES
from program import has_sanitizers, main, program
from promises import Failures, Promise

NOBODY = 65534
WORDS = (
    ["add", Promise.LATER, "--title", "x"],
    ["edit", "1", "--title", "x"],
    ["list", "--all"],
    ["show", "1"],
    ["due"],
    ["export"],
    ["remind", "--exec", "cat"],
    ["report", "--output", "page.html"],
    ["export", "--output", "orders.json"],
    ["import", "several.jsonl"],
    ["undo"],
)
ANSWERS = (["list", "--all"], ["show", "1"], ["export"], ["timeline"], ["log"],
           ["report", "--output", "page.html"], ["due"], ["stats"], ["remind", "--dry-run"])


def limited(kind, limit):
    """Returns a function that sets a limit in the child process, like `ulimit`."""

    def set_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # as in a shell
        resource.setrlimit(kind, (limit, limit))

    return set_limit


class Limits(Failures):
    """Each change under many limits is recorded completely, or refused with one line."""

    def test_sizes_of_files(self):
        sizes = [0, 512, 4096, 8192, 20000, 60000, 100000, 150000, 300000]
        self.try_all(resource.RLIMIT_FSIZE, sizes, 1)

    def test_open_files(self):
        self.pass_over_sanitizers()
        self.try_all(resource.RLIMIT_NOFILE, range(5, 14), 1)

    def test_memory(self):
        """Slightly too little memory."""
        self.pass_over_sanitizers()
        refused = 0
        for name in CASES if is_long() else ("add", "long import", "export"):
            with self.subTest(name):
                refused += self.try_case(resource.RLIMIT_AS, None, 3, name, CASES[name])
        self.assertGreater(refused, 0, "there was always enough")

    def test_memory_for_answers(self):
        """Output with local times needs the most memory."""
        self.pass_over_sanitizers()
        world = World(self.path("home"))
        CASES["undo"].prepare(world)
        state = world.state()
        refused = 0
        for words in ANSWERS if is_long() else ANSWERS[:6]:
            words = ["--tz", "Europe/Berlin", *words]
            for limit in chosen(scarce_memory(world, words), 6, words[-1]):
                answer = world.run(*words, preexec_fn=limited(resource.RLIMIT_AS, limit))
                if has_begun(answer):
                    self.assert_said(answer, (words, limit))
                    refused += answer.code != 0
        self.assertEqual(world.state(), state)
        self.assertGreater(refused, 0, "there was always enough")

    def pass_over_sanitizers(self):
        if has_sanitizers():
            self.skipTest("the sanitizer takes more memory and files for itself than there may be")

    def try_all(self, kind, limits, usual):
        refused = 0
        for name, case in CASES.items():
            with self.subTest(name):
                refused += self.try_case(kind, limits, usual, name, case)
        self.assertGreater(refused, 0, "no limit was in the way of anything")

    def try_case(self, kind, limits, usual, name, case):
        before = World(self.path(name, "before"))
        case.prepare(before)
        words = case.changes[-1]
        after = before.copy(self.path(name, "after"))
        after.do(*words)
        states = [before.copy(self.path(name, "asked")).state(), after.state()]
        if limits is None:
            limits = scarce_memory(before.copy(self.path(name, "measured")), words)
        refused = 0
        for index, limit in enumerate(chosen(limits, usual, name)):
            world = before.copy(self.path(name, "limited"))
            answer = world.run(*words, preexec_fn=limited(kind, limit))
            if has_begun(answer):
                self.assert_said(answer, (words, limit))
                refused += answer.code != 0
            self.assert_kept(answer, world, states, index % 2 == 1, (words, limit))
            shutil.rmtree(world.home)
        return refused


def scarce_memory(world, words):
    """Yields limits below the smallest one that is enough."""
    step = 128 * 1024
    too_little, enough = 0, 1024
    while enough - too_little > 1:
        middle = (enough + too_little) // 2
        run = world.copy(world.home + "-%d" % middle)
        answer = run.run(*words, preexec_fn=limited(resource.RLIMIT_AS, middle * step))
        shutil.rmtree(run.home)
        if answer.code == 0:
            enough = middle
        else:
            too_little = middle
    return [(enough - below) * step for below in range(1, 30)]


def has_begun(answer):
    """Returns false if the system could not load the program."""
    return answer.code >= 0 and b"error while loading shared libraries" not in answer.err


class Missing(Failures):
    """Missing variables and folders."""

    def setUp(self):
        super().setUp()
        self.world = World(self.path("home"))
        CASES["import"].prepare(self.world)

    def run_with(self, words, **changes):
        env = self.environment(HOME=self.world.home)
        env = {name: value for name, value in {**env, **changes}.items() if value is not None}
        return self.run_program(*words, env=env)

    def test_no_home(self):
        for home in (None, "", "relative", "./home"):
            for words in (["list"], ["add", Promise.LATER], ["remind"], []):
                with self.subTest(home=home, words=words):
                    answer = self.run_with(words, HOME=home)
                    self.assert_one_line_of_error(answer, 5)
                    self.assertIn(b"HOME", answer.err)
                    self.assertIn(b"--db", answer.err)

    def test_commands_that_need_no_home(self):
        store = ["--db", self.world.store()]
        for words in (["--help"], ["--version"], [*store, "list"], [*store, "add", Promise.LATER]):
            with self.subTest(words=words):
                self.assertEqual(self.run_with(words, HOME=None).code, 0)

    def test_only_a_store(self):
        for words in (["list", "--all"], ["add", Promise.LATER], ["remind", "--exec", "true"]):
            with self.subTest(words=words):
                answer = self.run_program("--db", self.world.store(), *words, env={})
                self.assertEqual((answer.code, answer.err), (0, b""))

    def test_an_unknown_locale(self):
        expected = self.run_with(["list", "--all"]).out
        for locale in ("C", "POSIX", "xx_YY.NONE", "C.UTF-8", "\xff"):
            with self.subTest(locale):
                answer = self.run_with(["list", "--all"], LC_ALL=locale, LANG=locale)
                self.assertEqual((answer.code, answer.err, answer.out), (0, b"", expected))

    def test_a_home_in_which_no_store_can_be_created(self):
        for home in ("/dev/null", "/proc", "/proc/nowhere", program()):
            with self.subTest(home):
                answer = self.run_with(["add", Promise.LATER], HOME=home)
                self.assert_one_line_of_error(answer, 5)
                self.assertIn(b"--db", answer.err)
                answer = self.run_with(["list"], HOME=home)
                self.assertIn(answer.code, (0, 5))
                self.assertEqual(answer.err.count(b"\n"), 1, answer)

    def test_a_folder_that_was_removed(self):
        script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"'
        for code, words in ((5, ["--db", "x.db", "add", Promise.LATER]),
                            (1, ["--db", self.world.store(), "export", "--output", "x.json"])):
            with self.subTest(words=words):
                self.assert_one_line_of_error(self.run_shell(script, *words), code)

    def test_closed_streams(self):
        state = self.world.state()
        for closing in ("<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"):
            for words in (["export", "--output", "o.json"], ["check"], ["remind", "--dry-run"],
                          ["add", "none"], ["import", "none"], ["list", "--all"]):
                with self.subTest(closing=closing, words=words):
                    env = self.environment(HOME=self.world.home)
                    script = 'exec "$0" "$@" ' + closing
                    answer = self.run_shell(script, *words, env=env)
                    self.assertIn(answer.code, (0, 1, 2, 5), answer)
                    self.assertLessEqual(answer.err.count(b"\n"), 1, answer)
        self.assertEqual(self.world.state(), state)
        self.assertEqual(self.world.damage(), [])

    def test_the_file_size_limit_kills_exec_commands_as_usual(self):
        """The program ignores that signal, but its commands do not."""
        script = 'ulimit -f 2000; exec "$0" "$@"'
        command = "head -c 3000000 /dev/zero >%s" % self.path("large")
        env = self.environment(HOME=self.world.home)
        answer = self.run_shell(script, "remind", "--exec", command, env=env)
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"153", answer.err)


class ReadOnlyHome(Failures):
    """A read-only home. If the tests run as root, the program runs as nobody."""

    def setUp(self):
        super().setUp()
        self.world = World(self.path("home"))
        CASES["import"].prepare(self.world)
        self.user = {}
        if os.geteuid() == 0:
            self.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            subprocess.run(["chown", "-R", str(NOBODY), self.home], check=True)
        if not self.can_run():
            self.skipTest("the user nobody cannot run the program where it lies")

    def can_run(self):
        try:
            return self.world.run("--version", **self.user).code == 0
        except PermissionError:
            return False

    def set_modes(self, folder, file):
        for path, folders, files in os.walk(self.world.home, topdown=False):
            for name in files:
                os.chmod(os.path.join(path, name), file)
            os.chmod(path, folder)

    def test_it_can_be_read_but_not_written(self):
        state = self.world.state()
        self.set_modes(0o500, 0o400)
        self.addCleanup(self.set_modes, 0o700, 0o600)
        codes = {"add": 5, "edit": 5, "import": 5, "undo": 5, "report": 1}
        for words in WORDS:
            with self.subTest(words=words):
                answer = self.world.run(*words, **self.user)
                code = codes.get(words[0], 0)
                if words[0] == "remind":
                    code = 5
                if "--output" in words:
                    code = 1
                if code:
                    self.assert_one_line_of_error(answer, code)
                else:
                    self.assertEqual((answer.code, answer.err), (0, b""))
        self.set_modes(0o700, 0o600)
        self.assertEqual(self.world.state(), state)

    def test_no_store_can_be_created_in_it(self):
        shutil.rmtree(self.world.path(".local"))
        os.chmod(self.world.home, 0o500)
        self.addCleanup(os.chmod, self.world.home, 0o700)
        answer = self.world.run("add", Promise.LATER, **self.user)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"Permission denied", answer.err)
        answer = self.world.run("list", **self.user)
        self.assertEqual((answer.code, answer.out), (0, b""))


if __name__ == "__main__":
    main()
