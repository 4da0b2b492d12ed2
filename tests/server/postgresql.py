"""A PostgreSQL server in a temporary folder, reached only through a Unix socket.

It runs as the user `nobody` if the tests run as root, because PostgreSQL refuses to run as root.
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


def newest_programs():
    """Returns the folder with PostgreSQL's programs, or None if it is not installed."""
    folders = glob.glob("/usr/lib/postgresql/*/bin")
    return max(folders, key=lambda name: int(name.split("/")[-2]), default=None)


class Server:
    def __init__(self):
        self.programs = newest_programs()
        self.folder = tempfile.mkdtemp(prefix="aliprotect-server.")
        self.data = os.path.join(self.folder, "data")
        self.process = None
        self.become = []
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            ids = ["--reuid=%d" % nobody.pw_uid, "--regid=%d" % nobody.pw_gid]
            self.become = ["setpriv", *ids, "--clear-groups"]
        os.chmod(self.folder, 0o755)
        settings = ["-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C.UTF-8"]
        self.run("initdb", "-D", self.data, *settings, "--no-instructions")
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
        settings = ["listen_addresses=", "unix_socket_directories=" + self.folder]
        settings += ["restart_after_crash=off", "shared_buffers=32MB"]
        words = [word for setting in settings for word in ("-c", setting)]
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.process = subprocess.Popen(
                self.command("postgres", "-D", self.data, *words),
                env=self.environment(), stdout=log, stderr=log, cwd="/",
            )
        for _ in range(600):
            if self.answers():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError("the server did not start: see %s/log" % self.folder)

    def answers(self):
        ready = self.command("pg_isready", "-q", "-h", self.folder)
        return subprocess.run(ready, env=self.environment()).returncode == 0

    def kill(self):
        """Ends the server as a power cut would, with all its processes."""
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True
        )
        for pid in [self.process.pid, *map(int, children.stdout.split())]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast" shutdown
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, text, database="postgres"):
        """Runs SQL with psql; returns its rows as text."""
        words = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", USER]
        return self.run("psql", *words, "-d", database, "-c", text).strip()

    def new_store(self, name, user=USER):
        """Returns the URI of a new, empty schema."""
        self.sql('CREATE SCHEMA "%s"' % name)
        return self.uri(name, user)

    def uri(self, schema, user=USER):
        return "postgresql://%s@/postgres?host=%s&options=-csearch_path%%3D%s" % (
            user, self.folder, schema,
        )
