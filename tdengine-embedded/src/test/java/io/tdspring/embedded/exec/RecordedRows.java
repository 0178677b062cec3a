// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.engine.StatementResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Columns and rows as recorded over REST, and those of this server made comparable with them. */
final class RecordedRows {

    private RecordedRows() {}

    /** Columns as {@code name TYPE(length)}. */
    static List<String> columnsOf(StatementResult.Rows rows) {
        List<String> columns = new ArrayList<>();
        for (Column column : rows.columns()) {
            String digits = column.type().isDecimal() ? "(" + column.precision() + "," + column.scale() + ")" : "";
            columns.add(column.name() + " " + column.type().typeName() + digits + " " + column.length());
        }
        return columns;
    }

    static List<String> columnsOf(JsonNode answer) {
        List<String> columns = new ArrayList<>();
        for (JsonNode column : answer.get("column_meta")) {
            columns.add(column.get(0).asString() + " " + column.get(1).asString() + " "
                    + column.get(2).asInt());
        }
        return columns;
    }

    /** Cells as text, fractions rounded to 9 digits. */
    static List<List<String>> rowsOf(StatementResult.Rows result) {
        List<List<String>> rows = new ArrayList<>();
        result.rows().forEachRemaining(row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                cells.add(text(result.columns().get(i).type(), row[i], result.precision()));
            }
            rows.add(cells);
        });
        return rows;
    }

    static List<List<String>> rowsOf(JsonNode answer, List<Column> columns) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : answer.get("data")) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(text(columns.get(i).type(), row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String text(DataType type, @Nullable Object cell, Precision precision) {
        if (cell == null) {
            return "null";
        }
        return switch (type) {
            case BOOL -> ((Boolean) cell).toString();
            case UBIGINT -> ((BigInteger) cell).toString();
            case FLOAT -> fraction(((Float) cell).doubleValue(), type);
            case DOUBLE -> fraction((Double) cell, type);
            case TIMESTAMP -> precision.toInstant((Long) cell).toString();
            case VARCHAR, NCHAR, JSON -> (String) cell;
            case VARBINARY, GEOMETRY, BLOB -> HexFormat.of().formatHex((byte[]) cell);
            case DECIMAL, DECIMAL64 -> ((BigDecimal) cell).toPlainString();
            default -> ((Long) cell).toString();
        };
    }

    private static String text(DataType type, JsonNode cell) {
        if (cell.isNull()) {
            return "null";
        }
        return switch (type) {
            case FLOAT, DOUBLE -> fraction(cell.asDouble(), type);
            case TIMESTAMP -> instant(cell.asString());
            case BIGINT, UBIGINT -> cell.bigIntegerValue().toString();
            case JSON -> cell.isObject() ? cell.toString() : cell.asString();
            default -> cell.asString();
        };
    }

    /** Years beyond 9999 are recorded without the sign that they need. */
    private static String instant(String recorded) {
        boolean longYear = recorded.indexOf('-', 1) > 4 && recorded.charAt(0) != '-';
        return OffsetDateTime.parse(longYear ? "+" + recorded : recorded)
                .toInstant()
                .toString();
    }

    /** REST writes null for what is no number or infinite. */
    private static String fraction(double value, DataType type) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        String format = type == DataType.FLOAT ? "%.5e" : "%.8e";
        return String.format(format, Math.abs(value) < 1e-12 ? 0.0 : value);
    }
}
