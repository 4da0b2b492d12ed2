"""Computers on a network of their own: network namespaces, which vanish with the test's processes."""

import os
import shutil
import subprocess

from postgresql import wait_until


def missing_tool():
    """Returns why there can be no hosts here, or None."""
    if not shutil.which("ip") and not os.path.exists("/usr/sbin/ip"):
        return "iproute2 is not installed"
    if os.geteuid() != 0 or not can_unshare():
        return "network namespaces need root"
    return None


def can_unshare():
    return subprocess.run(["unshare", "--net", "--uts", "true"], capture_output=True).returncode == 0


class Host:
    """A computer with its own name and network interfaces, and no other network."""

    def __init__(self, name):
        script = "echo %s > /proc/sys/kernel/hostname; echo; exec cat" % name
        self.process = subprocess.Popen(  # ends with the test, which holds its input open
            ["unshare", "--net", "--uts", "sh", "-c", script],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
        )
        self.process.stdout.readline()
        namespaces = "/proc/%d/ns/" % self.process.pid
        self.inside = ["nsenter", "--net=%snet" % namespaces, "--uts=%suts" % namespaces]
        self.links = 0
        self.ip("link", "set", "lo", "up")

    def ip(self, *words):
        done = subprocess.run([*self.inside, "ip", *words], capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        return done.stdout.decode()

    def connect(self, other, network):
        """Connects two hosts: this one gets the address `network`.1, the other `network`.2."""
        here, there = "to%d" % self.links, "uplink"
        self.links += 1
        self.ip("link", "add", here, "type", "veth", "peer", "name", there,
                "netns", str(other.process.pid))
        for host, device, last in ((self, here, 1), (other, there, 2)):
            host.ip("address", "add", "%s.%d/24" % (network, last), "dev", device)
            host.ip("link", "set", device, "up")
        wait_until(lambda: "LOWER_UP" in other.ip("link", "show", there))

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
