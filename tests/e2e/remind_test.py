"""`remind` as cron runs it: in parallel, killed, with commands that fail, hang or do not read."""

import json
import os
import pty
import signal
import subprocess
import time

from program import ProgramTest, WAIT, finish, main, program, shell_code

NOW = "2026-11-20T12:00:00Z"


def order(index, **facts):
    return {
        "number": str(3051000000011234 + index * 10000),
        "title": "Thing %d" % index,
        "price": {"amount": "2.00", "currency": "USD"},
        "closes_at": "2026-11-23T12:00:00Z",
        "closes_source": "typed",
        "parcels": [{"tracking": "LP%d" % index, "shipped_at": "2026-10-20T09:00:00Z"}],
        **facts,
    }


class Reminding(ProgramTest):
    def record(self, count=3):
        earlier = self.environment(ALIPROTECT_NOW="2026-10-21T12:00:00Z")
        self.import_orders([order(i) for i in range(count)], env=earlier)

    def remind(self, *words, **more):
        return self.run_program("remind", *words, **more)

    def assert_sent(self, *numbers):
        """Returns the reminders that are still to be sent."""
        left = json.loads(self.do("remind", "--dry-run", "--json").out)
        self.assertEqual([alarm["id"] for alarm in left], list(numbers))

    def test_two_parallel_runs_send_nothing_twice(self):
        self.record(5)
        for round in range(10):
            now = self.environment(ALIPROTECT_NOW="2026-11-2%dT12:00:00Z" % (round % 2))
            runs = [
                self.start([program(), "remind", "--format", "ids", "--lead", "%dd" % (5 + round)], now)
                for _ in range(4)
            ]
            answers = [finish(run) for run in runs]
            self.assertEqual([answer.code for answer in answers], [0] * 4, answers)
            sent = b"".join(answer.out for answer in answers).split()
            self.assertEqual(sorted(sent), [b"1", b"2", b"3", b"4", b"5"], round)

    def test_commands_at_once(self):
        self.record()
        slow = "cat >> sent; sleep 0.2"
        runs = [self.start([program(), "remind", "--format", "ids", "--exec", slow]) for _ in range(3)]
        self.assertEqual([finish(run).code for run in runs], [0] * 3)
        with open(self.path("sent"), "rb") as file:
            self.assertEqual(file.read(), b"1\n2\n3\n")

    def test_the_store_is_free_while_a_command_delivers(self):
        self.record()
        run = self.start([program(), "remind", "--exec", "echo yes > begun; while [ ! -e go ]; do sleep 0.01; done"])
        self.wait_for("begun")
        self.do("add", "3051000000991234")
        open(self.path("go"), "w").close()
        self.assertEqual(finish(run).code, 0)
        self.assert_sent()

    def test_killed_while_a_command_delivers(self):
        self.record()
        for signal_number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
            run = self.start(
                [program(), "remind", "--exec", "echo $$ > begun; exec sleep 60"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            child = self.wait_for("begun")
            run.send_signal(signal_number)
            self.assertEqual(shell_code(finish(run).code), 128 + signal_number)
            os.kill(int(child), signal.SIGKILL)
            os.remove(self.path("begun"))
            self.assert_sent(1, 2, 3)
        self.assertTrue(self.do("remind").out)
        self.assert_store_is_whole()

    def test_on_a_terminal_without_utf8(self):
        self.record(1)
        terminal, end = pty.openpty()
        self.addCleanup(os.close, terminal)
        answer = self.remind("--exec", "cat > sent", env=self.environment(LC_ALL="C", TERM="xterm"), stderr=end)
        os.close(end)
        self.assertEqual(answer.code, 0, answer)
        with open(self.path("sent"), "rb") as file:
            self.assertIn(b"3051000000011234", file.read())

    def test_a_command_that_fails(self):
        self.record()
        answer = self.remind("--exec", "echo 'no route' >&2; exit 75")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"exit status 75: no route", answer.err)
        self.assert_sent(1, 2, 3)

    def test_a_command_that_does_not_read_what_is_longer_than_a_pipe(self):
        self.record(2000)
        self.assertEqual(self.remind("--exec", "true"), (0, b"", b""))
        self.assert_sent()

    def test_a_large_digest_is_delivered_completely(self):
        self.record(2000)
        self.do("remind", "--format", "jsonl", "--exec", "cat > sent")
        with open(self.path("sent"), "rb") as file:
            self.assertEqual(len([json.loads(line) for line in file]), 2000)

    def test_a_command_that_leaves_something_running(self):
        self.record()
        answer = self.remind("--exec", "sleep 60 > /dev/null & echo $! > child")
        self.assertEqual(answer.code, 0)
        os.kill(int(self.wait_for("child")), signal.SIGKILL)

    def test_a_command_may_write_and_its_pipes_may_close(self):
        self.record()
        answer = self.remind("--exec", "yes | head -n 1; echo aside >&2")
        self.assertEqual(answer, (0, b"y\n", b"aside\n"))

    def test_reminders_that_cannot_be_printed_are_not_sent(self):
        self.record()
        with open("/dev/full", "wb") as full:
            answer = self.remind(stdout=full)
        self.assertEqual(answer.code, 1)
        self.assert_sent(1, 2, 3)

    def test_nothing_recorded_reaches_a_command_line(self):
        self.import_orders([order(0, title="$(touch pwned) `touch pwned`")])
        self.do("remind", "--exec", "cat > sent")
        self.assertFalse(os.path.exists(self.path("pwned")))

    def test_an_environment_of_cron(self):
        self.record()
        env = {"HOME": self.home, "PATH": "/usr/bin:/bin", "ALIPROTECT_NOW": NOW, "LC_ALL": "de_DE.ISO-8859-1"}
        answer = self.remind(env=env)
        self.assertEqual((answer.code, answer.err), (0, b""))
        self.assertIn("Thing 2 · 2.00 USD".encode(), answer.out)
        self.assertEqual(self.remind(env=env), (0, b"", b""))

    def test_no_store_is_created(self):
        answer = self.remind("--exec", "touch run")
        self.assertEqual((answer.code, answer.out), (0, b""))
        self.assertEqual(os.listdir(self.home), [])

    def wait_for(self, name):
        limit = time.monotonic() + WAIT
        while time.monotonic() < limit:
            if os.path.exists(self.path(name)):
                with open(self.path(name)) as file:
                    if text := file.read():
                        return text
            time.sleep(0.01)
        raise TimeoutError(name)


if __name__ == "__main__":
    main()
