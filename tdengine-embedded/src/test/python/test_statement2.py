# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosws: prepared statements of the second kind (stmt2)."""

import unittest

import taosws

from server import START, DatabaseTestCase


class Statement2Test(DatabaseTestCase):

    def test_inserts_into_several_new_tables(self):
        self.connection.execute(
            "create stable m(ts timestamp, i int, f float, s varchar(20)) tags(g int, l varchar(20))")
        statement = self.connection.stmt2_statement()
        statement.prepare("insert into ? using m tags(?, ?) values(?, ?, ?, ?)")
        tables = [
            taosws.stmt2_bind_param_view(
                f"d{number}",
                [taosws.int_to_tag(number), taosws.varchar_to_tag(f"place {number}")],
                [
                    taosws.millis_timestamps_to_column([START, START + 1]),
                    taosws.ints_to_column([number, None]),
                    taosws.floats_to_column([1.5, None]),
                    taosws.varchar_to_column(["é", None]),
                ])
            for number in (1, 2)
        ]

        statement.bind(tables)
        affected = statement.execute()

        self.assertEqual(affected, 4)
        self.assertEqual(
            self.rows("select tbname, i, f, s, g, l from m order by tbname, ts"),
            [("d1", 1, 1.5, "é", 1, "place 1"), ("d1", None, None, None, 1, "place 1"),
             ("d2", 2, 1.5, "é", 2, "place 2"), ("d2", None, None, None, 2, "place 2")])

    def test_inserts_the_types_with_nulls(self):
        self.connection.execute(
            "create table t(ts timestamp, b bool, i8 tinyint, i16 smallint, i32 int, i64 bigint, u8 tinyint unsigned,"
            " u16 smallint unsigned, u32 int unsigned, u64 bigint unsigned, f float, d double, s varchar(20),"
            " n nchar(20), vb varbinary(10))")
        statement = self.connection.stmt2_statement()
        statement.prepare("insert into t values(" + ", ".join("?" * 15) + ")")
        statement.bind([taosws.stmt2_bind_param_view(None, None, [
            taosws.millis_timestamps_to_column([START, START + 1]),
            taosws.bools_to_column([True, None]),
            taosws.tiny_ints_to_column([-128, None]),
            taosws.small_ints_to_column([-32768, None]),
            taosws.ints_to_column([-2147483648, None]),
            taosws.big_ints_to_column([-9223372036854775808, None]),
            taosws.unsigned_tiny_ints_to_column([255, None]),
            taosws.unsigned_small_ints_to_column([65535, None]),
            taosws.unsigned_ints_to_column([4294967295, None]),
            taosws.unsigned_big_ints_to_column([18446744073709551615, None]),
            taosws.floats_to_column([1.5, None]),
            taosws.doubles_to_column([2.25, None]),
            taosws.varchar_to_column(["ab", None]),
            taosws.nchar_to_column(["涛思", None]),
            taosws.varbinary_to_column([b"\x01\xff", None]),
        ])])

        self.assertEqual(statement.execute(), 2)

        first, second = self.rows("select * from t order by ts")
        self.assertEqual(
            first[1:],
            (True, -128, -32768, -2147483648, -9223372036854775808, 255, 65535, 4294967295, 18446744073709551615,
             1.5, 2.25, "ab", "涛思", b"\x01\xff"))
        self.assertEqual(second[1:], (None,) * 14)

    def test_queries_with_parameters(self):
        self.connection.execute("create table t(ts timestamp, i int, s varchar(20))")
        self.connection.execute("insert into t values(1, 1, 'a')(2, 2, 'b')(3, 2, 'c')")
        statement = self.connection.stmt2_statement()
        statement.prepare("select i, s from t where i = ? and s > ? order by ts")
        statement.bind([taosws.stmt2_bind_param_view(
            None, None, [taosws.ints_to_column([2]), taosws.varchar_to_column(["a"])])])
        statement.execute()
        self.assertEqual(list(statement.result_set()), [(2, "b"), (2, "c")])

    def test_runs_again_with_other_values(self):
        self.connection.execute("create table t(ts timestamp, i int)")
        statement = self.connection.stmt2_statement()
        statement.prepare("insert into t values(?, ?)")
        for i in range(3):
            statement.bind([taosws.stmt2_bind_param_view(
                None, None, [taosws.millis_timestamps_to_column([START + i]), taosws.ints_to_column([i])])])
            self.assertEqual(statement.execute(), 1)
        self.assertEqual(self.rows("select i from t order by ts"), [(0,), (1,), (2,)])

    def test_fails_for_an_unknown_table(self):
        statement = self.connection.stmt2_statement()
        with self.assertRaisesRegex(taosws.Error, "Table does not exist"):
            statement.prepare("insert into nosuch values(?, ?)")


if __name__ == "__main__":
    unittest.main()
