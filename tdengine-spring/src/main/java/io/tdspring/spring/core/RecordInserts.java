// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import io.tdspring.client.sql.InsertTarget;
import io.tdspring.client.sql.InsertWriter;
import io.tdspring.spring.mapping.TableWriter;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Records of one class as INSERT statements, their rows sorted by table so that each table's head is written once. */
final class RecordInserts<T> {

    private final TableWriter<T> writer;

    private RecordInserts(TableWriter<T> writer) {
        this.writer = writer;
    }

    /**
     * Writes the records, of which there is at least one.
     *
     * @param execute runs a statement and returns the rows written
     */
    static long insert(ToLongFunction<String> execute, TdMapper mapper, Collection<?> records) {
        Object first = records.iterator().next();
        if (first == null) {
            throw new InvalidDataAccessApiUsageException("null among the records to insert");
        }
        return of(mapper, first.getClass()).insert(execute, records);
    }

    private static RecordInserts<?> of(TdMapper mapper, Class<?> type) {
        try {
            return new RecordInserts<>(mapper.writer(type));
        } catch (IllegalArgumentException e) {
            throw new InvalidDataAccessApiUsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private long insert(ToLongFunction<String> execute, Collection<?> records) {
        long[] written = {0};
        InsertWriter statements = new InsertWriter(sql -> written[0] += execute.applyAsLong(sql));
        byTable(records).forEach((table, rows) -> {
            InsertTarget target = writer.target(table, rows.get(0));
            for (T row : rows) {
                statements.add(target, writer.values(row));
            }
        });
        statements.finish();
        return written[0];
    }

    private Map<String, List<T>> byTable(Collection<?> records) {
        Map<String, List<T>> tables = new LinkedHashMap<>();
        for (Object each : records) {
            if (!writer.type().isInstance(each)) {
                throw new InvalidDataAccessApiUsageException("one insert takes records of one class, here "
                        + writer.type().getName() + "; there is also "
                        + (each == null ? "null" : each.getClass().getName()));
            }
            T row = writer.type().cast(each);
            tables.computeIfAbsent(writer.tableName(row), name -> new ArrayList<>())
                    .add(row);
        }
        return tables;
    }
}
