# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosws: connecting, queries, cursors, types and errors over WebSocket."""

import datetime
import decimal
import unittest
import zoneinfo

import taosws

from server import HOST, PASSWORD, PORT, USER, DatabaseTestCase, dsn

ALL_TYPES = (
    "ts timestamp, b bool, i8 tinyint, i16 smallint, i32 int, i64 bigint, u8 tinyint unsigned, u16 smallint unsigned,"
    " u32 int unsigned, u64 bigint unsigned, f float, d double, s varchar(20), n nchar(20), vb varbinary(10),"
    " g geometry(100), d64 decimal(18,4), d128 decimal(38,10), t timestamp, bl blob")
POINT = bytes.fromhex("0101000000000000000000f03f0000000000000040")
"""POINT(1 2)"""


class ConnectTest(DatabaseTestCase):

    def only_value(self, connection, sql):
        return list(connection.query(sql))[0][0]

    def test_connects_by_address(self):
        for scheme in ("ws", "taosws", "taos+ws", "http"):
            with self.subTest(scheme):
                connection = taosws.connect(f"{scheme}://{USER}:{PASSWORD}@{HOST}:{PORT}/{self.database}")
                self.assertEqual(self.only_value(connection, "select database()"), self.database)

    def test_connects_by_arguments(self):
        connection = taosws.connect(host=HOST, port=PORT, user=USER, password=PASSWORD, database=self.database)
        self.assertEqual(self.only_value(connection, "select database()"), self.database)

    def test_refuses_a_wrong_password(self):
        with self.assertRaisesRegex(taosws.ConnectionError, "0x0357"):
            taosws.connect(f"ws://{USER}:wrong@{HOST}:{PORT}")

    def test_refuses_an_unknown_database(self):
        with self.assertRaisesRegex(taosws.ConnectionError, "0x0388"):
            taosws.connect(dsn("nosuch"))

    def test_reads_literals_in_the_zone_of_the_connection(self):
        connection = taosws.connect(dsn(self.database, "?timezone=Asia/Shanghai"))
        connection.execute("create table t(ts timestamp, v int)")
        connection.execute("insert into t values('2023-11-15 06:13:20', 1)")
        self.assertEqual(self.only_value(self.connection, "select cast(ts as bigint) from t"), 1_700_000_000_000)


class QueryTest(DatabaseTestCase):

    def create_all_types(self):
        self.connection.execute(f"create table t({ALL_TYPES})")
        self.connection.execute(
            "insert into t values(1700000000000, true, -128, -32768, -2147483648, -9223372036854775808, 255, 65535,"
            " 4294967295, 18446744073709551615, 1.5, 2.25, 'a\\'b', '涛思é😀', '\\x0102ff', 'POINT(1 2)',"
            " -99999999999999.9999, 9999999999999999999999999999.9999999999, 1700000000001, '\\x00ff10')"
            "(1700000000001" + ", null" * 19 + ")")

    def test_reads_all_types(self):
        self.create_all_types()
        first, second = self.rows("select * from t order by ts")
        self.assertEqual(first[0], "2023-11-14 22:13:20 +00:00")
        self.assertEqual(
            first[1:18],
            (True, -128, -32768, -2147483648, -9223372036854775808, 255, 65535, 4294967295, 18446744073709551615,
             1.5, 2.25, "a'b", "涛思é😀", b"\x01\x02\xff", POINT, decimal.Decimal("-99999999999999.9999"),
             decimal.Decimal("9999999999999999999999999999.9999999999")))
        self.assertEqual(first[18:], ("2023-11-14 22:13:20.001 +00:00", b"\x00\xff\x10"))
        self.assertEqual(second[1:], (None,) * 19)

    def test_describes_the_columns(self):
        self.create_all_types()
        result = self.connection.query("select ts, i32, s, n, d64 from t")
        self.assertEqual(result.field_count, 5)
        self.assertEqual(
            [(field.name(), field.type(), field.bytes()) if callable(field.name)
             else (field.name, field.type, field.bytes) for field in result.fields],
            [("ts", "TIMESTAMP", 8), ("i32", "INT", 4), ("s", "BINARY", 20), ("n", "NCHAR", 20), ("d64", "DECIMAL", 8)])

    def test_counts_inserted_rows(self):
        self.connection.execute("create table t(ts timestamp, v int)")
        self.assertEqual(self.connection.execute("insert into t values(1, 1)(2, 2)"), 2)
        self.assertEqual(self.connection.execute_with_req_id("insert into t values(3, 3)", 77), 1)

    def test_reads_more_rows_than_a_block_has(self):
        self.connection.execute("create table t(ts timestamp, v int)")
        values = "".join(f"({i},{i})" for i in range(10_000))
        self.connection.execute("insert into t values" + values)
        rows = self.rows("select v from t order by ts")
        self.assertEqual([row[0] for row in rows], list(range(10_000)))

    def test_reads_an_empty_result(self):
        self.connection.execute("create table t(ts timestamp, v int)")
        self.assertEqual(self.rows("select * from t"), [])

    def test_aggregates_by_tag(self):
        self.connection.execute("create stable m(ts timestamp, v int) tags(g int)")
        self.connection.execute(
            "insert into m1 using m tags(1) values(1, 10)(2, 20) m2 using m tags(2) values(1, 5)")
        self.assertEqual(
            self.rows("select g, count(*), sum(v), avg(v) from m group by g order by g"),
            [(1, 2, 30, 15.0), (2, 1, 5, 5.0)])

    def test_reads_a_json_tag(self):
        self.connection.execute("create stable m(ts timestamp, v int) tags(j json)")
        self.connection.execute("""insert into m1 using m tags('{"a":1,"b":"é"}') values(1, 1)""")
        self.assertEqual(self.rows("select v, j from m"), [(1, '{"a":1,"b":"é"}')])

    def test_fails_with_the_servers_code(self):
        for sql, code in (
                ("select * from nosuch", "0x2603"), ("selec 1", "0x2600"), ("select * from nosuchdb.t", "0x0388")):
            with self.subTest(sql), self.assertRaisesRegex(taosws.Error, code):
                self.connection.query(sql)


class PrecisionTest(DatabaseTestCase):

    options = "precision 'ns'"

    def test_reads_nanoseconds(self):
        self.connection.execute("create table t(ts timestamp, v int)")
        self.connection.execute("insert into t values(1700000000000000001, 1)")
        self.assertEqual(
            self.rows("select ts, cast(ts as bigint) from t"),
            [("2023-11-14 22:13:20.000000001 +00:00", 1_700_000_000_000_000_001)])


class CursorTest(DatabaseTestCase):

    def setUp(self):
        super().setUp()
        self.connection.execute("create table t(ts timestamp, v int, s varchar(10))")
        self.connection.execute("insert into t values(1700000000000, 1, 'a')(1700000000001, null, null)")
        # A cursor has a session of its own, which begins with the database of the address.
        self.home = taosws.connect(dsn(self.database))
        self.cursor = self.home.cursor()

    def test_reads_rows(self):
        self.cursor.execute("select * from t order by ts")
        utc = zoneinfo.ZoneInfo("Etc/UTC")
        self.assertEqual([column[:2] for column in self.cursor.description], [("ts", 9), ("v", 4), ("s", 8)])
        self.assertEqual(
            self.cursor.fetchall(),
            [(datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=utc), 1, "a"),
             (datetime.datetime(2023, 11, 14, 22, 13, 20, 1000, tzinfo=utc), None, None)])

    def test_reads_one_row_after_the_other(self):
        self.cursor.execute("select v from t order by ts")
        self.assertEqual(self.cursor.fetchone(), (1,))
        self.assertEqual(self.cursor.fetchone(), (None,))
        self.assertIsNone(self.cursor.fetchone())

    def test_reads_rows_as_maps(self):
        self.cursor.execute("select v, s from t order by ts")
        self.assertEqual(self.cursor.fetch_all_into_dict(), [{"v": 1, "s": "a"}, {"v": None, "s": None}])

    def test_counts_inserted_rows(self):
        self.assertEqual(self.cursor.execute("insert into t values(5, 5, 'x')(6, 6, 'y')"), 2)


if __name__ == "__main__":
    unittest.main()
