// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Row;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Makes of a row what the listener method declares: the {@link Row} itself, an object, or a {@link TdRecord} of one.
 * Immutable.
 */
final class PayloadReader {

    private final TdMapper mapper;
    private final Class<?> valueType;
    private final boolean wrapped;

    /** A reader for the declared type of a row: of the parameter, or of the list's elements. */
    PayloadReader(TdMapper mapper, Type declared) {
        ResolvableType type = ResolvableType.forType(declared);
        this.mapper = mapper;
        this.wrapped = type.toClass() == TdRecord.class;
        this.valueType = wrapped ? type.getGeneric(0).toClass() : type.toClass();
    }

    /** Rows of one block, one after the other. */
    interface Rows {
        Object read(int row);
    }

    Rows rowsOf(TmqMessage message, TableBlock from) {
        if (valueType == Row.class) {
            return row -> wrap(from.block().row(row), message, from);
        }
        return new Mapped(message, from);
    }

    /** Compiles the mapping at its first row, so that a type that does not fit fails as that row's failure. */
    private final class Mapped implements Rows {

        private final TmqMessage message;
        private final TableBlock from;
        private @Nullable RowMapper<?> mapping;

        Mapped(TmqMessage message, TableBlock from) {
            this.message = message;
            this.from = from;
        }

        @Override
        public Object read(int row) {
            if (mapping == null) {
                mapping = mapper.reader(valueType, from.block().columns(), from.tableName());
            }
            return wrap(mapping.mapRow(from.block().row(row)), message, from);
        }
    }

    private Object wrap(Object value, TmqMessage message, TableBlock from) {
        return wrapped
                ? new TdRecord<>(
                        value,
                        message.topic(),
                        message.database(),
                        message.vgroupId(),
                        message.offset(),
                        from.tableName())
                : value;
    }
}
