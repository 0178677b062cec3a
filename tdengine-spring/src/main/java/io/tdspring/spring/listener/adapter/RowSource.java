// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Column;
import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.mapping.TdTag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Makes of rows what a listener declares: the {@link Row} itself, an object, or a {@link TdRecord} of one. Immutable.
 */
final class RowSource {

    private final TdMapper mapper;
    private final Class<?> valueType;
    private final boolean wrapped;
    private final PayloadCheck check;

    /**
     * For the declared type of a row: of the parameter, or of the list's elements.
     *
     * @throws IllegalArgumentException if the values are to be validated and cannot be
     */
    RowSource(PayloadParameter payload, InvocationSettings settings) {
        ResolvableType declared = payload.takesList() ? payload.type().getGeneric(0) : payload.type();
        this.mapper = settings.mapper();
        this.wrapped = payload.takesRecords() || declared.toClass() == TdRecord.class;
        ResolvableType value = declared.toClass() == TdRecord.class ? declared.getGeneric(0) : declared;
        this.valueType = value.toClass();
        this.check = PayloadCheck.of(payload, valueType, settings.validator());
    }

    /** Whether the listener takes each row with where it came from. */
    boolean wraps() {
        return wrapped;
    }

    /** How many columns a row must have for this, 0 if any will do. */
    int needs() {
        if (valueType == Row.class || valueType == Map.class) {
            return 0;
        }
        return valueType.isRecord() ? valueType.getRecordComponents().length : 1;
    }

    /**
     * Whether rows fit.
     *
     * @param named whether the table's name comes beside them
     */
    boolean fits(List<Column> columns, boolean named) {
        if (valueType == Row.class) {
            return true;
        }
        try {
            mapper.reader(valueType, columns, named ? "" : null);
            return true;
        } catch (TdConversionException e) {
            return false;
        }
    }

    /**
     * A reader of the rows of one block, whose values have been checked.
     *
     * @throws TdConversionException if the block's columns do not fit
     */
    RowMapper<?> rowsOf(TableBlock from) {
        RowMapper<?> values = values(from);
        if (check == PayloadCheck.NONE) {
            return values;
        }
        return row -> {
            Object value = values.mapRow(row);
            check.check(value);
            return value;
        };
    }

    private RowMapper<?> values(TableBlock from) {
        if (valueType == Row.class) {
            return row -> row;
        }
        try {
            return mapper.reader(valueType, from.block().columns(), from.tableName());
        } catch (TdConversionException e) {
            if (from.tableName() != null && hasTags()) {
                throw new TdConversionException(e.getMessage()
                        + "; a topic on a super table or database carries no tags: select them in the topic's query");
            }
            throw e;
        }
    }

    private boolean hasTags() {
        return valueType.isRecord()
                && Arrays.stream(valueType.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(TdTag.class));
    }

    /** A row's value with where it came from. */
    @SuppressWarnings("NullAway") // Null stands for the NULL of a single value.
    static TdRecord<?> record(@Nullable Object value, TmqMessage message, TableBlock from) {
        return new TdRecord<>(
                value, message.topic(), message.database(), message.vgroupId(), message.offset(), from.tableName());
    }
}
