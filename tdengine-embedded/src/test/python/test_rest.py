# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosrest: connecting, cursors, types and errors over REST."""

import datetime
import unittest

import taosrest

from server import PASSWORD, USER, DatabaseTestCase, rest_url

UTC = datetime.timezone.utc


class RestTest(DatabaseTestCase):

    def rest(self, **options):
        return taosrest.connect(url=rest_url(), user=USER, password=PASSWORD, **options)

    def test_tells_the_version(self):
        self.assertRegex(self.rest().server_info, r"^3\.\d+\.\d+\.\d+")

    def test_refuses_a_wrong_password(self):
        with self.assertRaises(taosrest.ConnectError) as failure:
            taosrest.connect(url=rest_url(), user=USER, password="wrong").query("select 1")
        self.assertEqual(failure.exception.errno, 0x0357)

    def test_counts_inserted_rows(self):
        connection = self.rest(database=self.database)
        connection.execute("create table t(ts timestamp, v int)")
        self.assertEqual(connection.execute("insert into t values(1, 1)(2, 2)(3, null)"), 3)

    def test_reads_all_types(self):
        connection = self.rest(database=self.database, timezone=UTC)
        connection.execute(
            "create table t(ts timestamp, b bool, i8 tinyint, i16 smallint, i32 int, i64 bigint, u64 bigint unsigned,"
            " f float, d double, s varchar(20), n nchar(20), vb varbinary(10), dc decimal(18,4))")
        connection.execute(
            "insert into t values(1700000000000, true, -128, -32768, -2147483648, -9223372036854775808,"
            " 18446744073709551615, 1.5, 2.25, 'ab', '涛思', '\\x0102ff', 12.34)"
            "(1700000000001, null, null, null, null, null, null, null, null, null, null, null, null)")

        result = connection.query("select * from t order by ts")

        self.assertEqual(
            [field["type"] for field in result.fields],
            ["TIMESTAMP", "BOOL", "TINYINT", "SMALLINT", "INT", "BIGINT", "BIGINT UNSIGNED", "FLOAT", "DOUBLE",
             "VARCHAR", "NCHAR", "VARBINARY", "DECIMAL(18,4)"])
        first, second = result.data
        self.assertEqual(first[0], datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC))
        self.assertEqual(
            first[1:],
            [True, -128, -32768, -2147483648, -9223372036854775808, 18446744073709551615, 1.5, 2.25, "ab", "涛思",
             "0102ff", "12.3400"])
        self.assertEqual(second[1:], [None] * 12)

    def test_reads_with_a_cursor(self):
        connection = self.rest(database=self.database, convert_timestamp=False)
        cursor = connection.cursor()
        cursor.execute("create table t(ts timestamp, v int)")
        cursor.execute("insert into t values(1700000000000, 1)(1700000000001, 2)")
        self.assertEqual(cursor.affected_rows, 2)

        cursor.execute("select * from t order by ts", req_id=77)

        self.assertEqual(cursor.rowcount, 2)
        self.assertEqual(cursor.description, [["ts", "TIMESTAMP", 8], ["v", "INT", 4]])
        self.assertEqual(cursor.fetchone(), ["2023-11-14T22:13:20.000Z", 1])
        self.assertEqual(cursor.fetchall(), [["2023-11-14T22:13:20.001Z", 2]])

    def test_fails_with_the_servers_code(self):
        with self.assertRaises(taosrest.ConnectError) as failure:
            self.rest(database=self.database).query("select * from nosuch")
        self.assertEqual(failure.exception.errno, 0x2603)

    def test_fails_for_bad_syntax(self):
        with self.assertRaises(taosrest.ConnectError) as failure:
            self.rest(database=self.database).query("selec 1")
        self.assertEqual(failure.exception.errno, 0x2600)


if __name__ == "__main__":
    unittest.main()
