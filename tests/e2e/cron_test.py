"""The recipes of docs/mail.md: cron runs them, on mails that a delivery agent has delivered."""

import os
import re
import shutil
import subprocess
import time
import unittest

from mails import OFFER, OTHER, life_of
from program import WAIT, ProgramTest, finish, main, program, source_folder

ORDER = "8190000000010001"
TRACKING = "LP00123456789012"

# Runs cron with its own crontabs and its own /run, so that the system's stay as they are and are not run.
RUN_CRON = """
set -e
mount -t tmpfs none /var/spool/cron
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
mount --bind /dev/null /etc/crontab
mkdir /var/spool/cron/crontabs
cp "$HOME/crontab" /var/spool/cron/crontabs/root
chmod 600 /var/spool/cron/crontabs/root
exec cron -f
"""


def blocks(language):
    with open(os.path.join(source_folder(), "docs", "mail.md"), encoding="utf-8") as file:
        return re.findall(r"^```%s\n(.*?)^```$" % language, file.read(), re.M | re.S)


def missing(*names):
    return next((name + " is not installed" for name in names if not shutil.which(name)), "")


class Recipes(ProgramTest):
    def setUp(self):
        super().setUp()
        if missing("procmail"):
            self.skipTest(missing("procmail"))
        (rules,) = blocks("procmail")
        self.write(".procmailrc", rules)
        self.write(".config/aliprotect/config.toml", blocks("toml")[0])
        os.mkdir(self.path("bin"))
        os.symlink(program(), self.path("bin", "aliprotect"))

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(file.name, 0o600)

    def deliver(self, *mails):
        for each in mails:
            answer = finish(self.start(["procmail", "HOME=" + self.home, self.path(".procmailrc")]), each)
            self.assertEqual((answer.code, answer.err), (0, b""))

    def crontab_line(self):
        """Returns the recipe without its first command, which needs a server."""
        (recipe,) = blocks("crontab")
        when, command = re.fullmatch(r"((?:[0-9*]+ ){5}) *mbsync -q orders; (.*)\n", recipe).groups()
        self.assertEqual(when.split()[2:], ["*", "*", "*"])
        return command

    def test_the_command_records_what_was_delivered(self):
        variables = self.environment(PATH=self.path("bin"))
        run = lambda: finish(self.start(["/bin/sh", "-c", self.crontab_line()], variables))
        mails = life_of(ORDER, TRACKING)
        self.deliver(OFFER, OTHER, *mails[:2])
        self.assertEqual(len(os.listdir(self.path("Maildir", "new"))), 4)
        self.assertEqual(run(), (0, b"mail: 1 new order\n", b""))
        self.assertEqual(run(), (0, b"", b""))
        self.deliver(OFFER, *mails[2:])
        answer = run()
        self.assertTrue(answer.out.startswith(b"mail: 1 changed order\ndelivery claimed since "), answer)
        self.assertEqual(run(), (0, b"", b""))

    def test_cron_runs_it(self):
        if missing("cron", "unshare"):
            self.skipTest(missing("cron", "unshare"))
        if os.geteuid() != 0 or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode != 0:
            self.skipTest("cron needs root and a mount namespace")
        self.deliver(*life_of(ORDER, TRACKING))
        settings = "HOME=%s\nPATH=%s:/usr/bin:/bin\n" % (self.home, self.path("bin"))
        line = "* * * * * { %s; echo \"end $?\"; } >%s 2>&1\n" % (self.crontab_line(), self.path("printed"))
        self.write("crontab", settings + line)
        cron = self.start(["unshare", "-m", "sh", "-c", RUN_CRON], self.environment(PATH="/usr/sbin:/usr/bin:/sbin:/bin"))
        limit = time.monotonic() + WAIT
        printed = ""
        while "end" not in printed and time.monotonic() < limit:
            self.assertIsNone(cron.poll(), cron.stderr.read() if cron.poll() is not None else "")
            time.sleep(0.5)
            if os.path.exists(self.path("printed")):
                with open(self.path("printed"), encoding="utf-8") as file:
                    printed = file.read()
        cron.kill()
        self.assertIn("mail: 1 new order\n", printed)
        self.assertIn("end 0\n", printed)
        self.assertEqual([order["number"] for order in self.ask("list", "--all")], [ORDER])


class Reading(unittest.TestCase):
    def test_the_guide_has_a_source_and_a_recipe(self):
        self.assertEqual(blocks("toml")[0], '[sources.mail]\npath = "~/Maildir"\n')
        self.assertEqual(len(blocks("crontab")), 1)


if __name__ == "__main__":
    main()
