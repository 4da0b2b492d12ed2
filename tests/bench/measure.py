"""Measures processes one after the other: time, CPU time and memory."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    wall: float  # seconds
    cpu: float  # user and system
    peak: int  # resident bytes; at least those of this script, from which the process is forked


def run(command, stdin=None, stdout=subprocess.DEVNULL, env=None):
    """Runs `command` and measures it. A failure ends the benchmark."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=stdout, env=env)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"bench: exit code {child.returncode} of {command}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def output_of(command, stdin=None):
    return subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=True).stdout


def lines_of(command):
    return output_of(command).count(b"\n")


def size_of_output(command):
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    size = sum(len(piece) for piece in iter(lambda: child.stdout.read(1 << 20), b""))
    if child.wait() != 0:
        raise SystemExit(f"bench: exit code {child.returncode} of {command}")
    return size


class Pairs:
    """Alternating runs of two commands, A B A B, so that other load affects both."""

    def __init__(self, ours, peer, pairs, warm_up=1):
        for _ in range(warm_up):
            ours(), peer()
        self.runs = [(ours(), peer()) for _ in range(pairs)]

    def median(self, side, what):
        return statistics.median(getattr(pair[side], what) for pair in self.runs)

    def ratio(self, what):
        return statistics.median(getattr(a, what) / getattr(b, what) for a, b in self.runs)
