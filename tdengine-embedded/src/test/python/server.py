# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""The server under test, and a database of its own for each test case."""

import os
import unittest

import taosws

HOST = os.environ.get("TDENGINE_HOST", "localhost")
PORT = int(os.environ.get("TDENGINE_PORT", "6041"))
USER = os.environ.get("TDENGINE_USER", "root")
PASSWORD = os.environ.get("TDENGINE_PASSWORD", "taosdata")
START = 1_700_000_000_000
"""2023-11-14T22:13:20Z in milliseconds."""


def rest_url():
    return f"http://{HOST}:{PORT}"


def dsn(database="", query=""):
    return f"ws://{USER}:{PASSWORD}@{HOST}:{PORT}/{database}{query}"


class DatabaseTestCase(unittest.TestCase):
    """Has a connection in `self.connection` whose database is `self.database`."""

    options = ""

    def setUp(self):
        self.database = "py_" + self.id().split(".")[-1].lower()
        # Kept, since a result ends with its connection.
        self.connection = taosws.connect(dsn())
        self.drop_all()
        self.connection.execute(f"create database {self.database} keep 36500 {self.options}")
        self.connection.execute(f"use {self.database}")
        self.addCleanup(self.connection.close)
        self.addCleanup(self.drop_all)

    def drop_all(self):
        """Drops what this or an earlier run has made."""
        self.connection.execute(f"drop database if exists {self.database}")

    def rows(self, sql):
        return list(self.connection.query(sql))
