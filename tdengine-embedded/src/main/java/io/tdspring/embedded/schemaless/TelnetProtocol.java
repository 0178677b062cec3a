// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** OpenTSDB's telnet lines, {@code metric timestamp value tag=value}, without their {@code put}. */
final class TelnetProtocol implements Format {

    private static final int INVALID_MEASUREMENT = 0x020a;
    private static final int INVALID_KEY = 0x021f;
    private static final int INVALID_VALUE = 0x0203;
    private static final int UNREADABLE_TIMESTAMP = 0x0127;
    private static final String SPACE = " ";

    @Override
    public List<Point> parse(String data, Precision precision, Instant now) {
        List<Point> points = new ArrayList<>();
        Lines.read(data, line -> points.add(point(new LineScanner(line), precision)));
        return points;
    }

    private static Point point(LineScanner line, Precision precision) {
        line.skipSpaces();
        String metric = line.raw(SPACE);
        if (!Point.isMeasurement(metric)) {
            throw line.here().error(INVALID_MEASUREMENT, "SML telnet measure is empty or too large than 192:");
        }
        line.skipSpaces();
        long timestamp = timestamp(line, precision);
        line.skipSpaces();
        Entry value = value(line);
        List<Entry> tags = new ArrayList<>();
        for (line.skipSpaces(); !line.atEnd(); line.skipSpaces()) {
            tags.add(tag(line));
        }
        if (tags.isEmpty()) {
            throw withoutTags();
        }
        return new Point(metric, tags, List.of(value), timestamp);
    }

    private static SqlException withoutTags() {
        return new SqlException(INVALID_VALUE, "SML telnet invalid value:");
    }

    private static long timestamp(LineScanner line, Precision precision) {
        String digits = line.raw(SPACE);
        if (digits.isEmpty() || line.atEnd()) {
            throw line.here().error(SchemalessWriter.INVALID_DATA, "SML telnet invalid timestamp:");
        }
        if (!TimestampUnit.isOpenTsdb(digits)) {
            throw line.here().error(UNREADABLE_TIMESTAMP, "SML telnet parse timestamp failed:");
        }
        return TimestampUnit.ofOpenTsdb(digits).read(digits, precision);
    }

    private static Entry value(LineScanner line) {
        if (line.isLastWord()) {
            throw withoutTags();
        }
        return new Entry(SchemalessWriter.VALUE_COLUMN, FieldReader.read(line, SPACE), "", null);
    }

    private static Entry tag(LineScanner line) {
        Near key = line.here();
        String name = line.raw("= ");
        if (!line.skip('=') || !Point.isName(name)) {
            throw key.error(INVALID_KEY, "SML telnet invalid key or key is too long than 64:");
        }
        Near start = line.here();
        String value = line.raw("= ");
        if (value.isEmpty() || line.at('=')) {
            throw start.error(SchemalessWriter.INVALID_DATA, "SML telnet invalid tag value:");
        }
        return new Entry(name, Value.nchar(value), value, null);
    }
}
