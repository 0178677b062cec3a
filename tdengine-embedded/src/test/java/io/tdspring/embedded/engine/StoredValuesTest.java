// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.embedded.engine.GoldenFile.Recorded;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What INSERT stores is what a real server gave back afterwards. */
class StoredValuesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    private static final Pattern ONE_COLUMN =
            Pattern.compile("select (\\w+), ?(\\w+) from (\\w+) where (?:n >= 1000 and )?\\2 is not null order by \\1");

    private final SqlEngine engine = new SqlEngine(CLOCK, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"insert_numbers, 9", "insert_strings, 2", "timestamps_us, 1", "timestamps_ns, 1"})
    void storesWhatARealServerGaveBack(String name, int expectedQueries) {
        GoldenFile file = GoldenFile.read(name);
        SessionState session = engine.newSession("root");
        file.prepare(engine, session);

        int queries = 0;
        for (Recorded recorded : file.statements()) {
            Matcher query = ONE_COLUMN.matcher(recorded.sql());
            if (query.matches() && recorded.code() == 0) {
                compare(table(file, query.group(3)), query.group(1), query.group(2), recorded);
                queries++;
            } else if (recorded.sql().startsWith("insert")) {
                insert(session, recorded.sql());
            }
        }

        assertThat(queries).isEqualTo(expectedQueries);
    }

    private void insert(SessionState session, String sql) {
        try {
            engine.execute(session, sql);
        } catch (SqlException e) {
            // Bad values are the replay's business.
            assertThat(e.code()).isNotZero();
        }
    }

    private Table table(GoldenFile file, String name) {
        Database database = Objects.requireNonNull(engine.catalog().find(file.database()));
        return Objects.requireNonNull(database.findTable(name));
    }

    private static void compare(Table table, String key, String value, Recorded recorded) {
        TableRows rows = table.rows();
        int keyColumn = numberOf(table, key);
        int valueColumn = numberOf(table, value);
        Precision precision = table.database().precision();
        List<List<String>> stored = IntStream.range(0, rows.count())
                .filter(row -> rows.value(row, valueColumn) != null)
                .filter(row -> key.equals("ts") || (Long) rows.value(row, keyColumn) >= 1000)
                .mapToObj(row -> List.of(
                        text(table.columns().get(keyColumn), rows.value(row, keyColumn), precision),
                        text(table.columns().get(valueColumn), rows.value(row, valueColumn), precision)))
                .toList();
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : recorded.answer().get("data")) {
            expected.add(List.of(normal(row.get(0)), normal(row.get(1))));
        }
        assertThat(stored).as(recorded.sql()).isEqualTo(expected);
    }

    private static int numberOf(Table table, String column) {
        return table.columns().stream().map(Column::name).toList().indexOf(column);
    }

    private static String text(Column column, Object value, Precision precision) {
        return switch (column.type()) {
            case TIMESTAMP -> precision.toInstant((Long) value).toString().replace("+", "");
            case VARBINARY -> HexFormat.of().formatHex((byte[]) value);
            case DOUBLE ->
                BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static String normal(JsonNode cell) {
        if (cell.isNumber()) {
            return cell.decimalValue().stripTrailingZeros().toPlainString();
        }
        String text = cell.asString();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? Instant.parse(text).toString() : text;
    }
}
