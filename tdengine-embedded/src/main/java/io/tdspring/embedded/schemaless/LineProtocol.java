// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * InfluxDB's line protocol, {@code measurement,tag=value field=value timestamp}, with TDengine's suffixes and prefixes.
 *
 * @param unit of the timestamps
 */
record LineProtocol(TimestampUnit unit) implements Format {

    private static final int INVALID_MEASUREMENT = 0x020a;
    private static final int INVALID_KEY = 0x021f;
    private static final int INVALID_TIMESTAMP = 0x0127;

    @Override
    public List<Point> parse(String data, Precision precision, Instant now) {
        List<Point> points = new ArrayList<>();
        Lines.read(data, line -> points.add(point(new LineScanner(line), precision, now)));
        return points;
    }

    private Point point(LineScanner line, Precision precision, Instant now) {
        line.skipSpaces();
        if (line.at(',')) {
            throw new SqlException(SchemalessWriter.INVALID_DATA, "Invalid data format");
        }
        String measurement = line.escaped(", ");
        if (!Point.isMeasurement(measurement)) {
            throw new SqlException(INVALID_MEASUREMENT, "SML line measure is empty or too large than 192");
        }
        List<Entry> tags = new ArrayList<>();
        while (line.skip(',')) {
            tags.add(tag(line));
        }
        line.skipSpaces();
        List<Entry> fields = new ArrayList<>();
        do {
            fields.add(field(line));
        } while (line.skip(','));
        return new Point(measurement, tags, fields, timestamp(line, precision, now));
    }

    private static Entry tag(LineScanner line) {
        Near key = line.here();
        String name = key(line, key);
        Near start = line.here();
        String value = line.escaped(",= ");
        if (value.isEmpty() || line.at('=')) {
            throw start.error(SchemalessWriter.INVALID_DATA, "invalid value:");
        }
        return new Entry(name, Value.nchar(value), value, key);
    }

    private static Entry field(LineScanner line) {
        Near key = line.here();
        String name = key(line, key);
        return new Entry(name, FieldReader.read(line, ", "), "", key);
    }

    private static String key(LineScanner line, Near start) {
        String name = line.escaped(",= ");
        if (!line.skip('=') || !Point.isName(name)) {
            throw start.error(INVALID_KEY, "SML line invalid key or key is too long than 64:");
        }
        return name;
    }

    private long timestamp(LineScanner line, Precision precision, Instant now) {
        line.skipSpaces();
        if (line.atEnd()) {
            return precision.fromInstant(now);
        }
        Near start = line.here();
        String digits = line.raw(" ");
        line.skipSpaces();
        if (!line.atEnd() || !TimestampUnit.isNumber(digits)) {
            throw start.error(INVALID_TIMESTAMP, "SML line invalid timestamp:");
        }
        return unit.read(digits, precision);
    }
}
