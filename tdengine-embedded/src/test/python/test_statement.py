# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosws: prepared statements of the first kind."""

import unittest

import taosws

from server import START, DatabaseTestCase


class StatementTest(DatabaseTestCase):

    def test_inserts_into_a_new_table(self):
        self.connection.execute(
            "create stable m(ts timestamp, i int, f float, s varchar(20)) tags(g int, l varchar(20))")
        statement = self.connection.statement()
        statement.prepare("insert into ? using m tags(?, ?) values(?, ?, ?, ?)")
        statement.set_tbname_tags("d1", [taosws.int_to_tag(7), taosws.varchar_to_tag("place")])
        statement.bind_param([
            taosws.millis_timestamps_to_column([START, START + 1]),
            taosws.ints_to_column([1, None]),
            taosws.floats_to_column([1.5, None]),
            taosws.varchar_to_column(["é", None]),
        ])
        statement.add_batch()

        self.assertEqual(statement.execute(), 2)

        self.assertEqual(
            self.rows("select tbname, i, f, s, g, l from m order by ts"),
            [("d1", 1, 1.5, "é", 7, "place"), ("d1", None, None, None, 7, "place")])

    def test_inserts_two_batches(self):
        self.connection.execute("create table t(ts timestamp, i int)")
        statement = self.connection.statement()
        statement.prepare("insert into t values(?, ?)")
        for i in range(2):
            statement.bind_param([taosws.millis_timestamps_to_column([START + i]), taosws.ints_to_column([i])])
            statement.add_batch()

        self.assertEqual(statement.execute(), 2)

        self.assertEqual(self.rows("select i from t order by ts"), [(0,), (1,)])

    def test_fails_for_an_unknown_table(self):
        statement = self.connection.statement()
        with self.assertRaisesRegex(taosws.Error, "Table does not exist"):
            statement.prepare("insert into nosuch values(?, ?)")
            statement.bind_param([taosws.millis_timestamps_to_column([START]), taosws.ints_to_column([1])])
            statement.add_batch()
            statement.execute()


if __name__ == "__main__":
    unittest.main()
