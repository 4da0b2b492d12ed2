"""Restores a store while other processes write to it: it stays intact, and changes acknowledged after the
restore are kept."""

import os
import sys

from world import is_long

from faulty_store import FaultTest, number, orders
from program import finish, main, program

WRITERS = 4
RESTORES = 3  # per round
COPIED = 2000

# Records the numbers from standard input, one by one, in the store "$1". Prints each acknowledged number, with
# `after` if the last restore ended before it was recorded.
ADD = """
while read -r number; do
  [ -e restored ] && after=after || after=
  "$0" --quiet --db "$1" add "$number" || exit 1
  echo "$number" $after
done
"""

# The same with imports, which lock the store for longer.
IMPORT = """
while read -r number; do
  [ -e restored ] && after=after || after=
  { echo number,title; echo "$number",x; sleep 0.05; } |
    "$0" --quiet --db "$1" import - || exit 1
  echo "$number" $after
done
"""


class Restore(FaultTest):
    restores = changes = later = 0

    @classmethod
    def tearDownClass(cls):
        print("%d restores during %d changes, %d of them started after the last restore"
              % (cls.restores, cls.changes, cls.later), file=sys.stderr)

    def setUp(self):
        super().setUp()
        self.copy_path = self.path("copy.db")
        self.import_orders(orders(COPIED), "--db", self.copy_path)

    def test_with_parallel_writers(self):
        for round in range(40 if is_long() else 2):
            with self.subTest(round):
                self.store = self.path("%d.db" % round)
                self.do("--db", self.store, "add", number(0))
                self.try_round(40)

    def test_a_store_created_at_the_same_time(self):
        """One process creates a store in an empty file while another restores a copy to it."""
        for round in range(40 if is_long() else 4):
            with self.subTest(round):
                self.store = self.path("new%d.db" % round)
                open(self.store, "wb").close()
                self.try_round(8)

    def try_round(self, length):
        if os.path.exists(self.path("restored")):
            os.remove(self.path("restored"))
        writers = []
        for i in range(WRITERS):
            script = IMPORT if i == 0 else ADD
            process = self.start(["sh", "-c", script, program(), self.store])
            numbers = [number(COPIED + 1 + i * length + n) for n in range(length)]
            process.stdin.write("".join(text + "\n" for text in numbers).encode())
            writers.append(process)
        for process in writers:
            process.stdin.close()
            process.stdin = None
        for _ in range(RESTORES):
            self.restore()
        open(self.path("restored"), "wb").close()
        answers = [finish(process) for process in writers]
        self.assert_kept(answers)

    def restore(self):
        answer = self.do("--db", self.copy_path, "backup", self.store, "--force")
        self.assertEqual(answer.err, b"")
        Restore.restores += 1

    def assert_kept(self, answers):
        self.assertEqual([answer.err for answer in answers], [b""] * WRITERS)
        self.assertEqual(self.on("check", "--quiet").out, b"")
        self.assert_store_is_whole(self.store)
        listed = {order["number"] for order in self.ask("--db", self.store, "list", "--all")}
        self.assertEqual({number(i) for i in range(1, COPIED + 1)} - listed, set())
        for answer in answers:
            self.assertEqual(answer.code, 0, answer)
            lines = [line.split() for line in answer.out.decode().splitlines()]
            kept = [words[0] in listed for words in lines]
            # A restore removes everything from before it, and nothing from after it.
            self.assertEqual(kept, sorted(kept))
            later = [words[0] for words in lines if len(words) > 1]
            self.assertEqual(set(later) - listed, set())
            Restore.changes += len(lines)
            Restore.later += len(later)


if __name__ == "__main__":
    main()
