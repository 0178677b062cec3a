# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""Runs all tests in this folder against the server at TDENGINE_HOST and TDENGINE_PORT and prints one line a test.

Fails if a test fails that known-failures.txt does not list, and if a listed one succeeds or is gone.
"""

import pathlib
import sys
import unittest

FOLDER = pathlib.Path(__file__).parent


def known_failures():
    """The reasons by the names of the tests."""
    known = {}
    for line in (FOLDER / "known-failures.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.partition(" ")
            if not reason.strip():
                raise ValueError(f"{name} has no reason")
            known[name] = reason.strip()
    return known


class Report(unittest.TestResult):
    """Compares each outcome with the list."""

    def __init__(self, known):
        super().__init__()
        self.unlisted = known
        self.failed = {}
        self.names = set()
        self.wrong = 0

    def fail(self, test, error):
        self.failed.setdefault(test.id(), error)

    def addError(self, test, err):
        self.fail(test, err[1])

    def addFailure(self, test, err):
        self.fail(test, err[1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.fail(test, err[1])

    def stopTest(self, test):
        super().stopTest(test)
        name = test.id()
        self.names.add(name)
        error = self.failed.get(name)
        if error is None and name not in self.unlisted:
            self.say("ok", name)
        elif error is None:
            self.wrong += 1
            self.say("STALE", name, "succeeds, but is listed")
        elif name in self.unlisted:
            self.say("known", name, self.unlisted[name])
        else:
            self.wrong += 1
            self.say("FAILED", name, f"{type(error).__name__}: {error}")

    def finish(self):
        # What failed before or after a test, or could not even be imported.
        for name in self.failed.keys() - self.names:
            self.wrong += 1
            self.say("FAILED", name, str(self.failed[name]))
        for name in self.unlisted.keys() - self.names:
            self.wrong += 1
            self.say("STALE", name, "is listed, but there is no such test")

    @staticmethod
    def say(outcome, name, text=""):
        line = " ".join(text.split())
        print(f"{outcome:6} {name}{'  ' if line else ''}{line}", flush=True)


def main():
    sys.path.insert(0, str(FOLDER))
    report = Report(known_failures())
    unittest.TestLoader().discover(str(FOLDER)).run(report)
    report.finish()
    print(f"{report.testsRun} tests, {len(report.unlisted)} listed as failing, {report.wrong} unexpected", flush=True)
    return 1 if report.wrong or not report.testsRun else 0


if __name__ == "__main__":
    sys.exit(main())
