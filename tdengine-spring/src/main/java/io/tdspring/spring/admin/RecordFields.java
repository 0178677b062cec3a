// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import io.tdspring.data.DataType;
import io.tdspring.spring.mapping.TableWriter;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/** Columns and tags for the components of a record. Confined to one thread. */
final class RecordFields {

    private static final Map<Class<?>, DataType> TYPES = Map.of(
            Boolean.class, DataType.BOOL,
            Byte.class, DataType.TINYINT,
            Short.class, DataType.SMALLINT,
            Integer.class, DataType.INT,
            Long.class, DataType.BIGINT,
            Float.class, DataType.FLOAT,
            Double.class, DataType.DOUBLE,
            Instant.class, DataType.TIMESTAMP,
            String.class, DataType.VARCHAR,
            byte[].class, DataType.VARBINARY);

    private final Class<? extends Record> type;
    private final TableWriter<?> writer;
    private final Map<String, Integer> lengths;

    RecordFields(Class<? extends Record> type, Map<String, Integer> lengths) {
        this.type = type;
        this.writer = new TdMapper().writer(type);
        this.lengths = lengths;
    }

    TdSuperTable superTable() {
        Set<String> unknown = new HashSet<>(lengths.keySet());
        unknown.removeAll(writer.columnTypes().keySet());
        unknown.removeAll(writer.tagTypes().keySet());
        Assert.isTrue(unknown.isEmpty(), () -> type.getName() + " has no columns or tags " + unknown);
        String timestamp = writer.columnTypes().keySet().iterator().next();
        List<TdField> columns = writer.columnTypes().entrySet().stream()
                // A timestamp may be a long in the record.
                .map(each -> field(each.getKey(), each.getKey().equals(timestamp) ? Instant.class : each.getValue()))
                .toList();
        return new TdSuperTable(writer.database(), writer.superTable(), columns, fields(writer.tagTypes()));
    }

    private List<TdField> fields(Map<String, Class<?>> types) {
        return types.entrySet().stream()
                .map(each -> field(each.getKey(), each.getValue()))
                .toList();
    }

    private TdField field(String name, Class<?> component) {
        @Nullable
        DataType columnType =
                component.isEnum() ? DataType.VARCHAR : TYPES.get(ClassUtils.resolvePrimitiveIfNecessary(component));
        Assert.isTrue(
                columnType != null,
                () -> "no column type follows from " + component.getName() + " " + name + " of " + type.getName()
                        + ": use TdSuperTable.builder");
        return TdField.of(name, columnType, lengths.getOrDefault(name, 0));
    }
}
