"""Makes the documentation pages with the tested program, once for all tests of a process."""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import program, source_folder

sys.path.insert(1, os.path.join(source_folder(), "tools", "site.d"))


def make(folder):
    """Runs tools/site, and returns the finished process."""
    command = [os.path.join(source_folder(), "tools", "site"), "--program", program(), folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def new_folder():
    folder = tempfile.mkdtemp(prefix="aliprotect-site.")
    atexit.register(shutil.rmtree, folder)
    return folder


@functools.cache
def built_site():
    """Returns the folder of the site, and what tools/site printed."""
    folder = os.path.join(new_folder(), "site")
    answer = make(folder)
    if answer.returncode != 0:
        raise AssertionError(answer.stdout + answer.stderr)
    return folder, answer.stdout


def html_files(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".html"))


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()
