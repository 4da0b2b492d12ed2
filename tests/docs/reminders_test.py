"""Each recipe of docs/cron.md, and the systemd service, delivers the whole digest once.

Replacements of `msmtp`, `sendmail`, `notify-send` and `jq` save what they receive.
"""

import os
import re
import shlex
import shutil
import stat
import sys
import unittest

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import ProgramTest, finish, main, program, source_folder

KEEPS_INPUT = '#!/bin/sh\ncat >>"$HOME/whole"\n'
KEEPS_WORDS = '#!/bin/sh\nprintf "%s\\n" "$@" >>"$HOME/notice"\n'
STAND_INS = {
    "msmtp": KEEPS_INPUT,
    "sendmail": KEEPS_INPUT,
    "jq": KEEPS_INPUT,
    "notify-send": KEEPS_WORDS,
}
FAILS = "#!/bin/sh\nexit 75\n"
FOUND = ("sh", "cat", "head", "id")  # other programs that a recipe may use

# A digest longer than a command-line argument can be, with characters that shells interpret.
NUMBERS = [str(3051000000011234 + 10000 * i) for i in range(600)]
TITLE = "-n 100% \\c $HOME `id`"


def source(*names):
    with open(os.path.join(source_folder(), *names), encoding="utf-8") as file:
        return file.read()


def lines_of(language):
    text = source("docs", "cron.md")
    return "".join(re.findall(r"^```%s\n(.*?)^```$" % language, text, re.M | re.S)).splitlines()


def crontab_command(line):
    """Returns what cron passes to the shell, or None if the line is a setting."""
    entry = re.fullmatch(r"(?:[0-9*/,-]+ ){5} *(.*)", line)
    return entry and entry.group(1).replace("\\%", "%")


def unit_command(line):
    """Returns the shell command that systemd runs for an ExecStart line."""
    words = []
    for word in shlex.split(line):
        for mark in "$%\\":
            if mark in word.replace(mark * 2, ""):
                raise ValueError("`%s` is not written twice: %s" % (mark, line))
            word = word.replace(mark * 2, mark)
        words.append(word)
    return shlex.join(words)


def shell_recipes():
    return [line for line in lines_of("sh") if "--exec" in line]


def crontab_recipes():
    return [command for command in map(crontab_command, lines_of("crontab")) if command]


def unit_recipes():
    """Returns the commands of the service and of the replacements in docs/cron.md."""
    service = source("data", "systemd", "aliprotect-remind.service.in")
    lines = service.replace("@bin@/", "").splitlines() + lines_of("ini")
    starts = [line.partition("=")[2] for line in lines if line.startswith("ExecStart=")]
    return [unit_command(start) for start in starts if start]


class Recipes(ProgramTest):
    def setUp(self):
        super().setUp()
        os.mkdir(self.path("bin"))
        os.symlink(program(), self.path("bin", "aliprotect"))
        for name in FOUND:
            os.symlink(shutil.which(name), self.path("bin", name))
        self.stand_in(STAND_INS)

    def stand_in(self, programs):
        for name, text in programs.items():
            path = self.path("bin", name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)

    def record(self):
        shutil.rmtree(self.path(".local"), ignore_errors=True)
        facts = {"closes_at": "2026-11-23T12:00:00Z", "closes_source": "typed", "title": TITLE}
        self.import_orders([{"number": number, **facts} for number in NUMBERS])

    def run_recipe(self, command):
        """Returns the result, what was delivered completely, and what as a notification."""
        command = command.replace("/usr/sbin/sendmail", "sendmail")
        variables = self.environment(PATH=self.path("bin"))
        answer = finish(self.start(["/bin/sh", "-c", command], variables))
        return answer, answer.out.decode() + self.taken("whole"), self.taken("notice")

    def taken(self, name):
        path = self.path(name)
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        os.remove(path)
        return text

    def assert_delivers(self, recipe):
        answer, whole, notice = self.run_recipe(recipe)
        self.assertEqual((answer.code, answer.err), (0, b""))
        self.assertTrue(whole or notice)
        if whole:
            self.assertEqual([number for number in NUMBERS if number not in whole], [])
            self.assertIn(TITLE, whole.replace("\\\\", "\\"))  # JSON writes a backslash twice
        if "notify-send" in recipe:
            self.assertIn("Order deadlines\ncloses Mon 2026-11-23 12:00, in 3 d\n", notice)
            self.assertLess(notice.count("\n"), 45)

    def assert_silent(self, recipe):
        answer, whole, notice = self.run_recipe(recipe)
        self.assertEqual((answer, whole, notice), ((0, b"", b""), "", ""))

    def check(self, recipes):
        for recipe in recipes:
            with self.subTest(recipe):
                self.stand_in(STAND_INS)
                self.record()
                self.assert_delivers(recipe)
                self.assert_silent(recipe)

    def check_failing(self, recipes):
        for recipe in recipes:
            with self.subTest(recipe):
                self.stand_in(dict.fromkeys(STAND_INS, FAILS))
                self.record()
                self.assertEqual(self.run_recipe(recipe)[0].code, 1)
                self.stand_in(STAND_INS)
                self.assert_delivers(recipe)

    def test_shell_recipes(self):
        recipes = shell_recipes()
        self.assertGreaterEqual(len(recipes), 5)
        self.check(recipes)
        self.check_failing(recipes)

    def test_crontab_recipes(self):
        recipes = crontab_recipes()
        self.assertGreaterEqual(len(recipes), 2)
        self.check(recipes)
        self.check_failing([recipe for recipe in recipes if "--exec" in recipe])

    def test_units(self):
        recipes = unit_recipes()
        self.assertGreaterEqual(len(recipes), 2)
        self.check(recipes)
        self.check_failing(recipes)

    def test_the_service_without_notify_send(self):
        self.record()
        os.remove(self.path("bin", "notify-send"))
        answer, whole, notice = self.run_recipe(unit_recipes()[0])
        self.assertEqual((answer.code, answer.err, notice), (0, b"", ""))
        self.assertEqual(whole.count("\n  %s · order " % TITLE), len(NUMBERS))


class Reading(unittest.TestCase):
    def test_reading_crontab_lines(self):
        self.assertEqual(crontab_command("*/30 7,19 1-5 * *  echo \\%"), "echo %")
        self.assertIsNone(crontab_command("MAILTO=you@example.org"))

    def test_reading_unit_lines(self):
        line = "aliprotect remind --exec 'printf \"%%s\\\\n\" \"$$digest\"'"
        self.assertEqual(
            shlex.split(unit_command(line)),
            ["aliprotect", "remind", "--exec", 'printf "%s\\n" "$digest"'],
        )
        for wrong in ("'$(cat)'", "'%s'", "'\\n'", "'$$$(cat)'"):
            with self.subTest(wrong), self.assertRaises(ValueError):
                unit_command(wrong)


if __name__ == "__main__":
    main()
