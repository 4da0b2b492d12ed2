"""`dispute evidence` with a file that another program changes while it is read."""

import hashlib
import os
import signal
import time

from program import WAIT, ProgramTest, finish, main, program

NUMBER = "3051000000011234"
SIZE = 256 * 1024 * 1024  # takes a while to read; no block of it is on the disk


class ChangingFile(ProgramTest):
    def setUp(self):
        super().setUp()
        self.do("add", NUMBER, "--shipped", "2026-10-01", "--closes", "2026-12-15")
        self.do("dispute", "open", "1", "--reason", "not-as-described")
        self.video = self.path("video.mp4")
        with open(self.video, "wb") as file:
            file.truncate(SIZE)

    def recorded(self):
        return self.ask("show", "1")["disputes"][0]["evidence"]

    def test_it_is_read_again(self):
        process = self.start([program(), "dispute", "evidence", "1", "video.mp4"])
        self.assertTrue(self.change(process, 1000))
        self.assertEqual(finish(process).code, 0)
        with open(self.video, "rb") as file:
            content = file.read()
        evidence = self.recorded()[0]
        self.assertEqual(evidence["size"], len(content))
        self.assertEqual(evidence["sha256"], hashlib.sha256(content).hexdigest())

    def test_a_file_that_keeps_changing_is_refused(self):
        process = self.start([program(), "dispute", "evidence", "1", "video.mp4"])
        size = SIZE
        while self.change(process, size := size - 1):
            time.sleep(0.005)
        answer = finish(process)
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"video.mp4: the file changed while it was read", answer.err)
        self.assertEqual(self.recorded(), [])

    def change(self, process, size):
        """Truncates the file while the process reads it; returns false if the process has ended."""
        limit = time.monotonic() + WAIT
        while process.poll() is None:
            self.assertLess(time.monotonic(), limit)
            os.kill(process.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            if process.poll() is not None:
                return False
            is_reading = 0 < self.position(process) < os.path.getsize(self.video)
            if is_reading:
                os.truncate(self.video, size)
            os.kill(process.pid, signal.SIGCONT)
            if is_reading:
                return True
            time.sleep(0.001)
        return False

    def position(self, process):
        """Returns how far the process has read the file; 0 if it has not opened it."""
        folder = "/proc/%d" % process.pid
        for name in os.listdir(folder + "/fd"):
            if os.readlink("%s/fd/%s" % (folder, name)) == self.video:
                with open("%s/fdinfo/%s" % (folder, name), encoding="ascii") as file:
                    return int(file.readline().split()[1])
        return 0


if __name__ == "__main__":
    main()
