// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.ColumnDefinition;
import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns or tags that rows need, each as long as its longest value. Confined to one thread. */
final class NeededColumns {

    private static final AtomicLong REQUESTS = new AtomicLong();

    private final Map<String, Need> needs = new LinkedHashMap<>();

    /** What is needed of one column, and an entry that needs it. */
    private record Need(ColumnDefinition column, Entry entry) {}

    void add(Entry entry) {
        Need known = needs.get(entry.name());
        if (known == null) {
            needs.put(entry.name(), new Need(definition(entry), entry));
            return;
        }
        if (known.column().type() != entry.value().type()) {
            throw mismatch(known.column().type().typeName(), entry);
        }
        if (entry.value().length() > known.column().length()) {
            needs.put(entry.name(), new Need(definition(entry), entry));
        }
    }

    private static ColumnDefinition definition(Entry entry) {
        Value value = entry.value();
        return new ColumnDefinition(entry.name(), value.type(), Math.max(1, value.length()), 0, 0);
    }

    boolean isEmpty() {
        return needs.isEmpty();
    }

    /** All of them in the order in which rows first had them. */
    List<ColumnDefinition> definitions() {
        return needs.values().stream().map(Need::column).toList();
    }

    /** Those that are not among the columns of a table. */
    List<ColumnDefinition> missing(List<Column> columns) {
        Map<String, Column> present = byName(columns);
        return definitions().stream()
                .filter(needed -> !present.containsKey(needed.name()))
                .toList();
    }

    /**
     * Those that a table has, but too short.
     *
     * @throws SqlException 0x3002 if it has one of another type
     */
    List<ColumnDefinition> tooShort(List<Column> columns) {
        Map<String, Column> present = byName(columns);
        List<ColumnDefinition> longer = new ArrayList<>();
        for (Need need : needs.values()) {
            Column column = present.get(need.column().name());
            if (column == null) {
                continue;
            }
            if (column.type() != need.column().type()) {
                throw mismatch(column.type().typeName(), need.entry());
            }
            if (column.length() < need.column().length()) {
                longer.add(need.column());
            }
        }
        return longer;
    }

    /**
     * Checks these columns and those tags against the columns, of which the first is the timestamp, and tags of a table.
     *
     * @throws SqlException 0x263C if a name would stand for two of them
     */
    void requireApartFrom(NeededColumns neededTags, List<Column> columns, List<Column> tags) {
        Set<String> columnNames = new HashSet<>(needs.keySet());
        columns.forEach(column -> columnNames.add(column.name()));
        Set<String> tagNames = new HashSet<>(neededTags.needs.keySet());
        tags.forEach(tag -> tagNames.add(tag.name()));
        if (needs.containsKey(columns.get(0).name()) || !Collections.disjoint(columnNames, tagNames)) {
            throw Point.duplicate();
        }
    }

    private static Map<String, Column> byName(List<Column> columns) {
        return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    private static SqlException mismatch(String present, Entry entry) {
        Near near = entry.near();
        if (near == null) {
            return new SqlException(SchemalessWriter.INVALID_DATA, "Invalid data format");
        }
        return near.error(
                SchemalessWriter.INVALID_DATA,
                "SML:0x%x, smlGenerateSchemaAction point type and db type mismatch, db type:%s, point type:%s, key:"
                        .formatted(
                                REQUESTS.incrementAndGet(),
                                present,
                                entry.value().type().typeName()));
    }
}
