// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One row: what all protocols come to.
 *
 * @param measurement the name of the super table
 * @param timestamp in the precision of the database
 */
record Point(String measurement, List<Entry> tags, List<Entry> fields, long timestamp) {

    private static final int MOST_MEASUREMENT_BYTES = 192;
    private static final int MOST_NAME_BYTES = 64;

    Point {
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        tags.forEach(tag -> requireNew(tag, names));
        fields.forEach(field -> requireNew(field, names));
    }

    private static void requireNew(Entry entry, Set<String> names) {
        if (!names.add(entry.name())) {
            throw duplicate();
        }
    }

    static SqlException duplicate() {
        return new SqlException(0x263c, "Duplicated column names");
    }

    static boolean isMeasurement(String name) {
        return fits(name, MOST_MEASUREMENT_BYTES);
    }

    static boolean isName(String name) {
        return fits(name, MOST_NAME_BYTES);
    }

    private static boolean fits(String name, int mostBytes) {
        return !name.isEmpty()
                && name.length() <= mostBytes
                && name.getBytes(StandardCharsets.UTF_8).length <= mostBytes;
    }
}
