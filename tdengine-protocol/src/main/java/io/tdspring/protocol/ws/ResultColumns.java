// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A result's columns as answers carry them: the fields {@code fields_count}, {@code fields_names},
 * {@code fields_types}, {@code fields_lengths} and {@code precision}, and in answers to queries
 * {@code fields_precisions} and {@code fields_scales}.
 *
 * @param columns empty if the statement has no result
 * @param precision of the result's timestamps
 */
public record ResultColumns(List<Column> columns, Precision precision) {

    public ResultColumns {
        columns = List.copyOf(columns);
    }

    /** Writes the first five fields; without columns the lists are {@code null}. */
    public void writeTo(JsonWriter out) {
        out.number("fields_count", columns.size());
        out.texts(
                "fields_names",
                columns.isEmpty() ? null : columns.stream().map(Column::name).toList());
        writeNumbers(out, "fields_types", column -> column.type().code());
        writeNumbers(out, "fields_lengths", Column::length);
        out.number("precision", precision.code());
    }

    /** Writes the other two. */
    public void writeDecimalsTo(JsonWriter out) {
        writeNumbers(out, "fields_precisions", Column::precision);
        writeNumbers(out, "fields_scales", Column::scale);
    }

    private void writeNumbers(JsonWriter out, String name, ToIntFunction<Column> number) {
        out.numbers(
                name,
                columns.isEmpty()
                        ? null
                        : columns.stream().mapToInt(number).boxed().toList());
    }

    /**
     * Reads what {@link #writeTo} and, if they are there, {@link #writeDecimalsTo} write.
     *
     * @throws TdengineProtocolException if the lists differ in length or name a type that does not exist
     */
    public static ResultColumns read(JsonObject answer) {
        List<String> names = answer.texts("fields_names");
        int[] types = sameLength(answer, "fields_types", names.size());
        int[] lengths = sameLength(answer, "fields_lengths", names.size());
        int[] precisions = decimals(answer, "fields_precisions", names.size());
        int[] scales = decimals(answer, "fields_scales", names.size());
        List<Column> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), type(types[i]), lengths[i], precisions[i], scales[i]));
        }
        return new ResultColumns(columns, precision(answer.int32("precision")));
    }

    private static int[] decimals(JsonObject answer, String name, int size) {
        return answer.has(name) && size > 0 ? sameLength(answer, name, size) : new int[size];
    }

    private static int[] sameLength(JsonObject answer, String name, int size) {
        int[] numbers = answer.int32s(name);
        if (numbers.length != size) {
            throw new TdengineProtocolException(
                    "answer has " + numbers.length + " " + name + " for " + size + " fields_names");
        }
        return numbers;
    }

    private static DataType type(int code) {
        try {
            return DataType.of(code);
        } catch (IllegalArgumentException e) {
            throw new TdengineProtocolException("answer has the unknown data type " + code, e);
        }
    }

    private static Precision precision(int code) {
        try {
            return Precision.of(code);
        } catch (IllegalArgumentException e) {
            throw new TdengineProtocolException("answer has the unknown precision " + code, e);
        }
    }
}
