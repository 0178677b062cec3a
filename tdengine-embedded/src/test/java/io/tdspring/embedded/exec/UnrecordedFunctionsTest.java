// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalar functions where no recording tells: what their manual says, or a refusal. */
class UnrecordedFunctionsTest {

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"));
    private final SessionState session = engine.newSession("root");

    private String row(String sql) {
        return Arrays.deepToString(
                ((StatementResult.Rows) engine.execute(session, sql)).rows().next());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "to_char(timestamp '2024-02-29 00:05:07', 'YYY YY Y') | 024 24 4",
                "to_char(timestamp '2024-02-29 00:05:07', 'hh12 am') | 12 am",
                "to_char(timestamp '2024-02-29 00:05:07', 'MONTH;Month;Mon') | FEBRUARY ;February ;Feb",
                "to_char(timestamp '2024-02-29', '\"day \\\\\"dd\\\\\"\" dd') | day \"dd\" 29",
                "cast(to_timestamp('2023-10-10 10:10:10.123.000456', 'yyyy-mm-dd hh24:mi:ss.ms.us') as bigint)"
                        + " | 1696932610123",
                "cast(to_timestamp('2024-05-06 12:30 am', 'yyyy-mm-dd hh:mi am') as bigint) | 1714955400000",
                "cast(to_timestamp('2024-05-06 12:30 pm', 'yyyy-mm-dd hh:mi am') as bigint) | 1714998600000",
                "week('2024-12-31', 2) | 52",
                "weekofyear('2021-01-03') | 53",
                "dayofweek('2024-03-02') | 7",
                "substring_index('a.b.c', '.', 2) | a.b",
                "substring_index('a.b.c', '.', -2) | b.c",
                "substring_index('a.b.c', '.', 5) | a.b.c",
                "char(228, 189, 160) | 你",
                "trim(trailing 'ab' from 'xabab') | x",
                "cast(2.5 as decimal(5,0)) + cast(0.25 as decimal(5,2)) | 3.25",
                "cast(-2.5 as decimal(5,0)) | -3"
            })
    void answersAsTheManualSays(String expression, String expected) {
        assertThat(row("select " + expression)).isEqualTo("[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to_char(now, 'tzh')",
                "to_char(now, 'yYyY')",
                "to_timestamp('10:00', 'hh24:mi')",
                "to_timestamp('2024-5', 'yyyy-ddd')",
                "to_timestamp('2024-05-06 x', 'yyyy-mm-dd')",
                "to_timestamp('2024/05', 'yyyy-mm')",
                "to_timestamp('2024.5', 'yyyy.ms')",
                "week('2024-01-01', 8)",
                "char(255)",
                "crc32(1.5)",
                "repeat('ab', 100000)",
                "cast(true as decimal(5,0))",
                "cast(1 as decimal(5,0)) * cast(1 as tinyint)"
            })
    void refusesWhatARealServerWasNotSeenToDo(String expression) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> row("select " + expression))
                .withMessageEndingWith("is not supported by the embedded server");
    }

    @Test
    void listsItsFunctionsByName() {
        assertThat(ScalarFunctions.names()).contains("abs", "to_char", "week").isSorted();
    }
}
