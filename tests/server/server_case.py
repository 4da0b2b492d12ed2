"""Tests of the program with a PostgreSQL server that all tests of a class share."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from postgresql import Server, newest_programs  # noqa: E402


@unittest.skipUnless(newest_programs(), "postgresql is not installed")
class ServerCase(program.ProgramTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server()
        cls.addClassCleanup(lambda: cls.server.stop())
