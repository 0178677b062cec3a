// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.embedded.sql.SqlException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A point with the tables that it goes to.
 *
 * @param tags those of the point but the one that names the table
 */
record Row(String superTable, String table, List<Entry> tags, Point point) {

    private static final int MOST_NAME_BYTES = 192;

    Row {
        tags = List.copyOf(tags);
    }

    /**
     * The row for a point.
     *
     * @param tableNameKey the tag that names the table; a point without it gets a generated name
     */
    static Row of(Point point, String tableNameKey) {
        String superTable = withoutDots(point.measurement());
        List<Entry> tags = point.tags().stream()
                .filter(tag -> !tag.name().equals(tableNameKey))
                .toList();
        String table = point.tags().stream()
                .filter(tag -> tag.name().equals(tableNameKey))
                .map(tag -> named(tag.text()))
                .findFirst()
                .orElseGet(() -> generated(superTable, tags));
        return new Row(superTable, table, tags, point);
    }

    /** SQL has no names with dots. */
    private static String withoutDots(String name) {
        return name.replace('.', '_');
    }

    private static String named(String value) {
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            throw new SqlException(SqlException.INVALID_IDENTIFIER, "Invalid identifier name: " + new Near(value, 0));
        }
        return withoutDots(value);
    }

    /** The MD5 of the super table and the sorted tags, written as two little-endian numbers. */
    private static String generated(String superTable, List<Entry> tags) {
        String key = tags.stream()
                .sorted(Comparator.comparing(Entry::name))
                .map(tag -> ",`" + tag.name() + "`=" + tag.text())
                .collect(Collectors.joining("", "`" + superTable + "`", ""));
        ByteBuffer hash = ByteBuffer.wrap(md5(key)).order(ByteOrder.LITTLE_ENDIAN);
        return "t_%016x%016x".formatted(hash.getLong(), hash.getLong());
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
