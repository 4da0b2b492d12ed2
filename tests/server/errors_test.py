"""What can go wrong with a server: each time one line that says what to do, exit code 5, and nothing recorded."""

import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

NUMBER = "305100000000001"
LONGEST_LINE = 500


def message(kind, body):
    return kind + struct.pack("!I", len(body) + 4) + body


class OtherServer:
    """Accepts any connection as a server with this version and encoding would, and answers nothing."""

    def __init__(self, folder, version):
        self.folder = folder
        self.version = version
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(os.path.join(folder, ".s.PGSQL.5432"))
        self.socket.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            client.recv(4096)
            settings = {"server_version": self.version, "server_encoding": "UTF8", "client_encoding": "UTF8"}
            answer = message(b"R", struct.pack("!I", 0))
            for name, value in settings.items():
                answer += message(b"S", name.encode() + b"\0" + value.encode() + b"\0")
            client.sendall(answer + message(b"Z", b"I"))
            client.recv(4096)
            client.close()

    def stop(self):
        self.socket.close()


class Errors(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.sql("CREATE ROLE guarded LOGIN PASSWORD 'secret'; CREATE ROLE busy LOGIN CONNECTION LIMIT 0")
        cls.server.sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        hba = os.path.join(cls.server.data, "pg_hba.conf")
        with open(hba, encoding="utf-8") as file:
            rules = file.read()
        with open(hba, "w", encoding="utf-8") as file:
            file.write("local all guarded scram-sha-256\nlocal all barred reject\n" + rules)
        cls.server.sql("SELECT pg_reload_conf()")

    def new_store(self):
        return self.server.new_store(self._testMethodName[:60])

    def failure(self, store, *words, env=None):
        answer = self.run_program("--db", store, *words, env=env)
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual(answer.out, b"")
        self.assertLess(len(answer.err), LONGEST_LINE, answer.err)
        return answer.err.decode()

    def at(self, user="aliprotect", database="postgres", folder=None, **parameters):
        more = "".join("&%s=%s" % pair for pair in parameters.items())
        return "postgresql://%s@/%s?host=%s%s" % (user, database, folder or self.server.folder, more)

    def test_connections_that_fail(self):
        cases = [
            (self.at(folder=self.path("none")), "No such file", "check the address, and whether the server runs"),
            ("postgresql://ann@127.0.0.1:1/orders", "Connection refused", "check the address, and whether the server runs"),
            (self.at(user="guarded"), "no password supplied", "check the user, and the password in ~/.pgpass"),
            (self.at(user="guarded", password="wrong"), "authentication failed", "the password in ~/.pgpass"),
            (self.at(database="nowhere"), 'database "nowhere" does not exist', "check the name of the database"),
            (self.at(user="nobody2"), 'role "nobody2" does not exist', "check the name of the user"),
            (self.at(user="busy"), "too many connections", "try again when fewer programs use it"),
            (self.at(user="barred"), "pg_hba.conf", "ask its administrator to allow your computer"),
            (self.at(sslmode="require", hostaddr="127.0.0.1", port="1"), "refused", "check the address"),
            (self.at(options="-cnothing%3D1"), "unrecognized configuration parameter", "check the address"),
            (self.at(target_session_attrs="standby"), "server is not in hot standby mode", "try again after a failover"),
        ]
        for store, reason, advice in cases:
            for words in (["list"], ["add", NUMBER]):
                with self.subTest(store=store, words=words):
                    line = self.failure(store, *words)
                    self.assertIn("cannot connect to postgresql://", line)
                    self.assertIn(reason, line)
                    self.assertIn(advice, line)
                    self.assertNotIn("wrong", line)

    def test_an_old_server_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            old = OtherServer(folder, "12.5")
            self.addCleanup(old.stop)
            line = self.failure(self.at(folder=folder), "list")
            self.assertIn("runs PostgreSQL 12.5: use a server with PostgreSQL 14 or newer", line)

    def test_another_encoding_is_refused(self):
        line = self.failure(self.at(database="latin"), "add", NUMBER)
        self.assertIn("has the encoding LATIN1: use a database with UTF8", line)

    def test_a_missing_schema(self):
        store = self.at(options="-csearch_path%3Dnowhere")
        self.assertEqual(self.run_program("--db", store, "list").code, 0)
        line = self.failure(store, "add", NUMBER)
        self.assertIn("has no schema for its tables", line)
        self.assertIn("create the schema that search_path names", line)

    def test_errors_during_a_change(self):
        """Raises the server's error codes while an order is recorded."""
        store = self.new_store()
        self.assertEqual(self.run_program("--db", store, "add", NUMBER).code, 0)
        self.server.sql("""
            SET search_path = "%s";
            CREATE TABLE failure (code TEXT);
            INSERT INTO failure VALUES ('');
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
              DECLARE wanted TEXT := (SELECT code FROM failure);
              BEGIN
                IF wanted = 'exit' THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(9); END IF;
                RAISE EXCEPTION 'it failed' USING ERRCODE = wanted;
              END $$;
            CREATE TRIGGER fail BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION fail();
            """ % self._testMethodName[:60])
        cases = {
            "53100": ("the disk of ", "is full", "free some space and try again"),
            "53200": ("has too few resources", "try again later"),
            "57014": ("stopped a statement", "ask its administrator about the limit"),
            "55P03": ("is still locked by another program", "try again when it has finished"),
            "25006": ("is read-only, such as a standby", "name the primary server"),
            "42501": ("does not let you change it", "ask its owner for the role aliprotect_writer"),
            "42703": ("lacks a part of its schema", "restore the schema"),
            "23514": ("does not accept one of the values", "report it as a bug"),
            "54000": ("cannot store such a long text", "shorten it"),
            "XX001": ("cannot be used", "use another database with --db"),
            "exit": ("the connection to ", "was lost", "try again when the server answers"),
        }
        for code, parts in cases.items():
            with self.subTest(code):
                self.server.sql("UPDATE \"%s\".failure SET code = '%s'" % (self._testMethodName[:60], code))
                line = self.failure(store, "edit", "1", "--title", "Lamp")
                for part in (*parts, ", so nothing was recorded ("):
                    self.assertIn(part, line)
        self.assertEqual(self.run_program("--db", store, "log", "--format", "ids").out, b"1\n")

    def test_a_statement_timeout(self):
        store = self.new_store()
        self.assertEqual(self.run_program("--db", store, "add", NUMBER).code, 0)
        schema = self._testMethodName[:60]
        holder = subprocess.Popen(
            self.server.command("psql", "-X", "-q", "-h", self.server.folder, "-U", "aliprotect", "-d", "postgres",
                                "-c", 'BEGIN; LOCK TABLE "%s".entries; SELECT pg_sleep(60)' % schema),
            env=self.server.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        )
        self.server.wait_for("SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
        limited = store + "%20-cstatement_timeout%3D500"
        self.assertIn("stopped a statement", self.failure(limited, "edit", "1", "--title", "Lamp"))
        self.server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
        holder.wait()
        self.assertEqual(self.run_program("--db", store, "log", "--format", "ids").out, b"1\n")

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount a small disk")
    def test_a_full_disk(self):
        disk = self.path("disk")
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m,mode=777", "small", disk]).returncode != 0:
            self.skipTest("cannot mount a small disk")
        self.addCleanup(subprocess.run, ["umount", disk])
        os.chmod(self.home, 0o755)
        inner = os.path.join(disk, "tables")
        os.mkdir(inner)
        os.chmod(inner, 0o777)
        os.chown(inner, *self.owner_of(self.server.data))
        self.server.sql("CREATE TABLESPACE small LOCATION '%s'" % inner)
        self.addCleanup(self.server.sql, "DROP TABLESPACE small")
        store = self.new_store() + "%20-cdefault_tablespace%3Dsmall"
        self.addCleanup(self.server.sql, 'DROP SCHEMA "%s" CASCADE' % self._testMethodName[:60])
        self.assertEqual(self.run_program("--db", store, "add", NUMBER).code, 0)
        with open(self.path("many.jsonl"), "w", encoding="utf-8") as file:
            for order in range(1, 20000):
                file.write('{"number":"3051000001%05d","title":"%s"}\n' % (order, "x" * 60))
        line = self.failure(store, "import", self.path("many.jsonl"))
        self.assertIn("the disk of ", line)
        self.assertIn("is full, so nothing was recorded", line)
        self.assertEqual(self.run_program("--db", store, "list", "--all", "--format", "ids").out, b"1\n")
        answer = self.run_program("--db", store, "check")
        self.assertEqual(answer.code, 0, answer)

    @staticmethod
    def owner_of(path):
        status = os.stat(path)
        return status.st_uid, status.st_gid

    def test_warnings_of_the_server_are_not_printed(self):
        """A server warns at each connection after an update of the C library, among other cases."""
        store = self.new_store()
        database = "pg_database SET datcollversion = %s WHERE datname = 'postgres'"
        self.server.sql("UPDATE " + database % "'0'")
        self.addCleanup(self.server.sql, "UPDATE " + database % "NULL")
        for words in (["add", NUMBER, "--title", "Lamp"], ["list"], ["check"]):
            answer = self.run_program("--db", store + "%20-cclient_min_messages%3Ddebug5", *words)
            self.assertEqual((answer.code, answer.err), (0, b""), answer)

    def test_a_host_that_does_not_answer_is_skipped(self):
        with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as silent:
            silent.bind(os.path.join(folder, ".s.PGSQL.5432"))
            silent.listen()
            hosts = folder + "," + self.server.folder
            answer = self.run_program("--db", self.at(folder=hosts, connect_timeout=2), "list")
            self.assertEqual(answer.code, 0, answer)
            self.assertIn(b"no orders yet", answer.err)
            self.assertIn("timeout", self.failure(self.at(folder=folder, connect_timeout=2), "list"))

    def test_a_missing_library(self):
        with open(self.path("libpq.so.5"), "wb") as file:
            file.write(b"not a library")
        env = self.environment(LD_LIBRARY_PATH=self.home)
        line = self.failure(self.new_store(), "list", env=env)
        self.assertIn("install libpq5", line)


if __name__ == "__main__":
    program.main()
