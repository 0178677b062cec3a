// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Parser;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SelectItem;
import io.tdspring.embedded.sql.SqlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SELECT without FROM as a real server answers it: codes, texts, types, lengths and values. */
class ConstantExpressionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "arithmetic_const, 105",
        "literals, 70",
        "cast_const, 100",
        "case_expr, 15",
        "fn_math, 32",
        "fn_string, 69",
        "fn_time, 40",
        "system_functions, 10",
        "time_zone_literals, 1"
    })
    void answersAsRecorded(String name, int leastCompared) {
        List<String> refused = new ArrayList<>();
        int compared = 0;
        for (JsonNode recorded : recordings(name)) {
            String sql = recorded.get("sql").asString();
            boolean aboutAddress = recorded.toString().contains("unknown time zone");
            if (isWithoutTable(sql) && !aboutAddress) {
                if (isAnsweredAsRecorded(recorded)) {
                    compared++;
                } else {
                    refused.add(sql);
                }
            }
        }

        assertThat(compared).as("refused: " + refused).isGreaterThanOrEqualTo(leastCompared);
    }

    private static boolean isWithoutTable(String sql) {
        return !sql.matches("(?is).*\\sfrom [a-z]+( .*|$)") && sql.matches("(?is)select\\s.*");
    }

    private static List<JsonNode> recordings(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        ConstantExpressionsTest.class.getResourceAsStream("/golden/sql/" + name + ".jsonl")),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False if it is refused; fails if it is answered otherwise. */
    private static boolean isAnsweredAsRecorded(JsonNode recorded) {
        String sql = recorded.get("sql").asString();
        JsonNode answer = recorded.get("answer");
        int code = answer.get("code").asInt() & 0xffff;
        List<Evaluator> items = new ArrayList<>();
        try {
            ExpressionCompiler compiler = new ExpressionCompiler(expr -> null, context(recorded));
            for (SelectItem item : ((Select) Parser.parse(sql)).items()) {
                items.add(ExpressionCompiler.projected(compiler.compile(item.expr())));
            }
        } catch (SqlException e) {
            if (e.code() == SqlException.NOT_SUPPORTED) {
                return false;
            }
            assertThat(e.code()).as(sql + ": " + e.getMessage()).isEqualTo(code);
            assertThat(e).as(sql).hasMessage(answer.get("desc").asString());
            return true;
        }
        assertThat(code).as(sql).isZero();
        assertThat(types(items)).as(sql).isEqualTo(types(answer.get("column_meta")));
        if (!recorded.get("compare").asString().equals("shape")) {
            assertThat(values(items))
                    .as(sql)
                    .isEqualTo(values(items, answer.get("data").get(0)));
        }
        return true;
    }

    private static EvaluationContext context(JsonNode recorded) {
        ZoneId zone =
                recorded.has("conn_tz") ? ZoneId.of(recorded.get("conn_tz").asString()) : ZoneOffset.UTC;
        String database = recorded.get("db").asString("");
        return new EvaluationContext(
                Precision.MILLISECOND,
                zone,
                ZoneOffset.UTC,
                Instant.parse("2026-11-22T20:00:00Z"),
                "root",
                database.isEmpty() ? null : database,
                "3.3.7.5",
                false);
    }

    private static List<String> types(List<Evaluator> items) {
        List<String> types = new ArrayList<>();
        for (Evaluator item : items) {
            Column type = item.type();
            String digits = type.type().isDecimal() ? "(" + type.precision() + "," + type.scale() + ")" : "";
            types.add(type.type().typeName() + digits + " " + type.length());
        }
        return types;
    }

    private static List<String> types(JsonNode columns) {
        List<String> types = new ArrayList<>();
        columns.forEach(column ->
                types.add(column.get(1).asString() + " " + column.get(2).asString()));
        return types;
    }

    private static List<String> values(List<Evaluator> items) {
        List<String> values = new ArrayList<>();
        for (Evaluator item : items) {
            Object value = item.value(new Frame());
            if (value instanceof Double || value instanceof Float) {
                value = shown(((Number) value).doubleValue());
            }
            values.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
        }
        return values;
    }

    /** Numbers are as good as equal if their first digits are. */
    private static String shown(double number) {
        return String.format("%.6g", number);
    }

    private static List<String> values(List<Evaluator> items, JsonNode row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode cell = row.get(i);
            values.add(cell.isNull() ? "null" : shown(items.get(i).type().type(), cell));
        }
        return values;
    }

    private static String shown(DataType type, JsonNode cell) {
        if (type == DataType.DOUBLE || type == DataType.FLOAT) {
            return shown(cell.asDouble());
        }
        if (type != DataType.TIMESTAMP) {
            return cell.asString();
        }
        // Beyond the year 9999, ISO 8601 wants a sign.
        String text = cell.asString().replaceFirst("^(\\d{5,})", "+$1");
        return String.valueOf(Instant.parse(text).toEpochMilli());
    }
}
