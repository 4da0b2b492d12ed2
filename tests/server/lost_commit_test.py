"""Sessions that end in COMMIT: the answer is right, whichever server is asked then."""

import os
import signal
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import Server, newest_programs, wait_until  # noqa: E402

IN_COMMIT = """
    SELECT pid FROM pg_stat_activity
    WHERE query LIKE '%COMMIT' AND state = 'active' AND application_name = 'aliprotect'
      AND backend_type = 'client backend'
"""
FOR_A_STANDBY = IN_COMMIT + " AND wait_event = 'SyncRep'"

SLOW_COMMIT = """
    SET search_path = "%s";
    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
    CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON entries
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();
"""


# Another user has created an operator. Looking up a commit must not call it.
PLANTED = """
    CREATE SCHEMA planted;
    CREATE FUNCTION planted.less(NUMERIC, INT) RETURNS BOOLEAN LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'called'; END $$;
    CREATE OPERATOR planted.< (LEFTARG = NUMERIC, RIGHTARG = INT, FUNCTION = planted.less);
"""


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class LostCommit(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.server.sql(PLANTED)
        self.server.new_store("orders")
        self.store = self.server.uri("orders,planted")
        self.at(self.store, "add", "305100000000001", "--closes", "2026-11-21T12:00Z")

    def at(self, store, *words):
        answer = self.run_program("--db", store, *words)
        self.assertEqual(answer.code, 0, answer)
        return answer.out

    def begin(self, store, *words):
        return self.start([program.program(), "--db", store, *words])

    def add_in_commit(self, store=None):
        """Starts a command that waits in COMMIT for a standby, its change on the disk."""
        self.server.configure(synchronous_standby_names="missing")
        waiting = self.begin(store or self.store, "add", "305100000000002")
        return waiting, self.server.wait_for(FOR_A_STANDBY)

    def numbers(self, store=None):
        return self.at(store or self.store, "list", "--all", "--format", "csv").count(b"3051")

    def assert_not_recorded(self, answer, store=None):
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"nothing was recorded", answer.err)
        self.assertEqual(self.numbers(store), 1)

    def test_before_the_change_is_on_the_disk(self):
        self.server.sql(SLOW_COMMIT % "orders")
        waiting = self.begin(self.store, "add", "305100000000002")
        self.server.sql("SELECT pg_terminate_backend(%s)" % self.server.wait_for(IN_COMMIT))
        self.assert_not_recorded(program.finish(waiting))

    def test_after_the_change_is_on_the_disk(self):
        waiting, session = self.add_in_commit()
        self.server.sql("SELECT pg_terminate_backend(%s)" % session)
        self.server.wait_for(FOR_A_STANDBY + " AND pid <> %s" % session)
        self.assertIsNone(waiting.poll(), "the standby has not confirmed the change")
        self.server.configure(synchronous_standby_names="")
        answer = program.finish(waiting)
        self.assertEqual((answer.code, answer.err), (0, b""), answer)
        self.assertEqual(self.numbers(), 2)

    def test_a_server_that_restarts(self):
        waiting, _ = self.add_in_commit()
        self.server.sql("ALTER SYSTEM RESET synchronous_standby_names")  # for the next start
        self.server.kill()
        self.server.start()
        answer = program.finish(waiting)
        self.assertEqual((answer.code, answer.err), (0, b""), answer)
        self.assertEqual(self.numbers(), 2)

    def test_an_unknown_outcome_is_stated(self):
        waiting, session = self.add_in_commit()
        self.server.sql("SELECT pg_terminate_backend(%s)" % session)
        answer = program.finish(waiting)
        self.assert_one_line_of_error(answer, 5)
        self.assertIn(b"no server confirmed within 30 s", answer.err)

    def test_sent_reminders_are_recorded(self):
        self.server.configure(synchronous_standby_names="missing")
        waiting = self.begin(self.store, "remind", "--exec", "cat > /dev/null")
        session = self.server.wait_for(FOR_A_STANDBY)
        self.server.sql("SELECT pg_terminate_backend(%s)" % session)
        self.server.configure(synchronous_standby_names="")
        answer = program.finish(waiting)
        self.assertEqual((answer.code, answer.err), (0, b""), answer)
        self.assertEqual(self.at(self.store, "remind", "--dry-run"), b"")

    def test_a_standby_without_the_change(self):
        """The new primary gives the number of the lost transaction to another one."""
        standby = Server(self.server)
        self.addCleanup(standby.stop)
        both = self.server.uri("orders", others=[standby])
        only_standby = standby.uri("orders")
        self.server.wait_for("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'")
        standby.configure(primary_conninfo="")
        self.server.wait_for("SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_replication)")
        waiting, session = self.add_in_commit(both)
        number = self.server.sql(
            "SELECT backend_xid FROM pg_stat_activity WHERE pid = %s" % session
        )
        waiting.send_signal(signal.SIGSTOP)
        self.server.kill()
        standby.promote()
        other_change = "SELECT pg_current_xact_id()"
        wait_until(lambda: int(standby.sql(other_change)) > int(number))
        self.assertEqual(standby.sql("SELECT pg_xact_status('%s')" % number), "committed")
        waiting.send_signal(signal.SIGCONT)
        self.assert_not_recorded(program.finish(waiting), only_standby)


if __name__ == "__main__":
    program.main()
