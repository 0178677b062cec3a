# SPDX-FileCopyrightText: 2026 The tdspring authors
# SPDX-License-Identifier: Apache-2.0
"""taosws: writing without a schema."""

import unittest

import taosws
from taosws import PySchemalessPrecision as Precision
from taosws import PySchemalessProtocol as Protocol

from server import START, DatabaseTestCase


class SchemalessTest(DatabaseTestCase):

    def write(self, data, protocol, precision):
        self.connection.schemaless_insert(lines=data, protocol=protocol, precision=precision, ttl=0, req_id=1)

    def test_writes_influxdb_lines(self):
        self.write(
            [f'meters,place=a current=1.5,voltage=220i32 {START}', f'meters,place=b current=2.5 {START + 1}'],
            Protocol.Line,
            Precision.Millisecond)
        self.assertEqual(
            self.rows("select `current`, voltage, place from meters order by _ts"),
            [(1.5, 220, "a"), (2.5, None, "b")])

    def test_writes_opentsdb_lines(self):
        self.write([f"meters.current {START} 1.5 place=a"], Protocol.Telnet, Precision.Millisecond)
        self.assertEqual(self.rows("select _value, place from meters_current"), [(1.5, "a")])

    def test_writes_opentsdb_json(self):
        self.write(
            ['[{"metric":"meters.current","timestamp":%d,"value":1.5,"tags":{"place":"a"}}]' % START],
            Protocol.Json,
            Precision.Millisecond)
        self.assertEqual(self.rows("select _value from meters_current"), [(1.5,)])

    def test_adds_a_column(self):
        self.write([f"m,t=1 a=1i64 {START}"], Protocol.Line, Precision.Millisecond)
        self.write([f"m,t=1 b=2i64 {START + 1}"], Protocol.Line, Precision.Millisecond)
        self.assertEqual(self.rows("select a, b from m order by _ts"), [(1, None), (None, 2)])

    def test_refuses_a_line_without_values(self):
        with self.assertRaises(taosws.Error) as failure:
            self.write(["meters,place=a"], Protocol.Line, Precision.Millisecond)
        self.assertNotIn("0x0100", str(failure.exception))


if __name__ == "__main__":
    unittest.main()
