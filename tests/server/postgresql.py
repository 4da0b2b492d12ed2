"""PostgreSQL servers in temporary folders, reached only through Unix sockets unless they listen.

They run as the user `nobody` if the tests run as root, because PostgreSQL refuses to run as root.
"""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

USER = "aliprotect"
WAIT = 120  # seconds after which a server is stuck

# Ends the server and removes its folder when the test has died.
GUARD = """
cat > /dev/null
pid=$(head -n 1 "$1/data/postmaster.pid" 2> /dev/null)
if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd")" = "$1/data" ]; then
  kill -QUIT "$pid"
  while [ -e "/proc/$pid" ]; do sleep 0.1; done
fi
rm -rf "$1"
"""


def newest_programs():
    """Returns the folder with PostgreSQL's programs, or None if it is not installed."""
    folders = [os.path.dirname(path) for path in glob.glob("/usr/lib/postgresql/*/bin/postgres")]
    return max(folders, key=lambda name: int(name.split("/")[-2]), default=None)


class Server:
    """A running server; with `primary`, a standby of that one. `inside` are the words before a
    command that run it on another host, and `listen` are the addresses there. `settings` are `NAME=VALUE`."""

    def __init__(self, primary=None, inside=(), listen="", settings=()):
        self.listen = listen
        self.settings = settings
        self.programs = newest_programs()
        self.folder = tempfile.mkdtemp(prefix="aliprotect-server.")
        self.data = os.path.join(self.folder, "data")
        self.process = None
        self.become = [*inside]
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            ids = ["--reuid=%d" % nobody.pw_uid, "--regid=%d" % nobody.pw_gid]
            self.become += ["setpriv", *ids, "--clear-groups"]
        os.chmod(self.folder, 0o755)
        self.guard = subprocess.Popen(
            ["sh", "-c", GUARD, "sh", self.folder], stdin=subprocess.PIPE, start_new_session=True
        )
        if primary:
            words = ["-R", "-c", "fast", "-h", primary.folder, "-U", USER]
            self.run("pg_basebackup", "-D", self.data, *words)
        else:
            words = ["-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C.UTF-8"]
            self.run("initdb", "-D", self.data, *words, "--no-instructions", "--no-sync")
        self.start()

    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8"}

    def command(self, name, *words):
        return [*self.become, os.path.join(self.programs, name), *words]

    def run(self, name, *words):
        answer = subprocess.run(
            self.command(name, *words), env=self.environment(), capture_output=True, cwd="/"
        )
        if answer.returncode != 0:
            raise RuntimeError(answer.stderr.decode())
        return answer.stdout.decode()

    def start(self):
        settings = ["listen_addresses=" + self.listen, "unix_socket_directories=" + self.folder]
        # What a killed server has written is in the system's cache.
        settings += ["restart_after_crash=off", "shared_buffers=32MB", "fsync=off"]
        settings += self.settings
        words = [word for setting in settings for word in ("-c", setting)]
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.process = subprocess.Popen(
                self.command("postgres", "-D", self.data, *words),
                env=self.environment(), stdout=log, stderr=log, cwd="/",
            )
        wait_until(lambda: self.process.poll() is not None or self.answers())
        if self.process.poll() is not None:
            with open(os.path.join(self.folder, "log")) as log:
                raise RuntimeError("the server did not start: " + log.read())

    def answers(self):
        ready = self.command("pg_isready", "-q", "-h", self.folder)
        return subprocess.run(ready, env=self.environment()).returncode == 0

    def kill(self):
        """Ends the server as a power cut would, with all its processes."""
        self.process.send_signal(signal.SIGSTOP)  # it starts no more
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True
        ).stdout.split()
        for pid in [*map(int, children), self.process.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        wait_until(lambda: not any(os.path.exists("/proc/%d" % int(pid)) for pid in children))

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast" shutdown
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.guard.stdin.close()
        self.guard.wait()

    def promote(self):
        """Makes a standby the primary."""
        self.sql("SELECT pg_promote()")

    def configure(self, **settings):
        """Changes settings of the running server."""
        for name, value in settings.items():
            self.sql("ALTER SYSTEM SET %s = '%s'" % (name, value))
        self.sql("SELECT pg_reload_conf()")

    def require_passwords(self):
        """Allows connections from other hosts, with a password."""
        with open(os.path.join(self.data, "pg_hba.conf"), "a") as file:
            file.write("host all all samenet scram-sha-256\n")
        self.sql("SELECT pg_reload_conf()")

    def sql(self, text, database="postgres"):
        """Runs SQL with psql; returns its rows as text."""
        words = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", USER]
        return self.run("psql", *words, "-d", database, "-c", text).strip()

    def wait_for(self, query):
        """Waits until `query` returns something; returns it."""
        return wait_until(lambda: self.sql(query))

    def new_store(self, name, user=USER):
        """Returns the address of a new, empty schema."""
        self.sql('CREATE SCHEMA "%s"' % name)
        return self.uri(name, user)

    def uri(self, schema, user=USER, others=()):
        """Returns the address of a schema on this server, or on whichever of several can be written."""
        hosts = ",".join(server.folder for server in (self, *others))
        return "postgresql://%s@/postgres?host=%s&options=-csearch_path%%3D%s%s" % (
            user, hosts, schema, "&target_session_attrs=read-write" if others else "",
        )


def wait_until(condition):
    limit = time.monotonic() + WAIT
    while time.monotonic() < limit:
        result = condition()
        if result:
            return result
        time.sleep(0.05)
    raise TimeoutError("nothing happened within %d s" % WAIT)
