// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Parser;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions with columns; the expected values are those of recordings where_compare and arithmetic_columns. */
class ExpressionCompilerTest {

    private final Map<String, Evaluator> columns = new HashMap<>();
    private final ExpressionCompiler compiler = new ExpressionCompiler(
            this::leaf,
            new EvaluationContext(
                    Precision.MILLISECOND,
                    ZoneOffset.UTC,
                    ZoneOffset.UTC,
                    Instant.parse("2024-04-02T00:00:00Z"),
                    "root",
                    null,
                    "3.3.7.5",
                    true));

    private @Nullable Evaluator leaf(Expr expr) {
        return expr instanceof Expr.ColumnReference column ? columns.get(column.name()) : null;
    }

    /** A column that is not constant, with the value that it has in the only row. */
    private void column(String name, DataType type, @Nullable Object value) {
        column(name, Column.of(name, type), value);
    }

    private void column(String name, Column type, @Nullable Object value) {
        columns.put(name, new Computed(type, false, frame -> value));
    }

    private Evaluator compiled(String expression) {
        return compiler.compile(
                ((Select) Parser.parse("select " + expression)).items().get(0).expr());
    }

    private @Nullable Object value(String expression) {
        return ExpressionCompiler.projected(compiled(expression)).value(new Frame());
    }

    @ParameterizedTest
    @CsvSource({
        "i = 10, false",
        "i <> 10, false",
        "not i = 10, true",
        "not (i > 5 and i < 25), true",
        "i in (10), false",
        "i not in (10), false",
        "i between 1 and 2, false",
        "i not between 1 and 2, false",
        "i is null, true",
    })
    void takesAComparisonWithNullForFalse(String condition, boolean expected) {
        column("i", DataType.INT, null);

        assertThat(value(condition)).isEqualTo(expected);
    }

    @Test
    void comparesAFloatWithAConstantAsFloat() {
        column("f", DataType.FLOAT, 1.1f);

        assertThat(value("f = 1.1")).isEqualTo(true);
        assertThat(value("f > 1.1")).isEqualTo(false);
        assertThat(value("f < 1.1")).isEqualTo(false);
    }

    @Test
    void comparesUnsignedNumbersBeyond63Bits() {
        column("ub", DataType.UBIGINT, new BigInteger("18446744073709551610"));

        assertThat(value("ub = 18446744073709551610")).isEqualTo(true);
        assertThat(value("ub > -1")).isEqualTo(true);
    }

    @Test
    void comparesDecimalsExactly() {
        column("dc", Column.decimal("dc", 8, 2), new BigDecimal("1.10"));

        assertThat(value("dc = 1.1")).isEqualTo(true);
        assertThat(value("dc between -4 and 2.2")).isEqualTo(true);
        assertThat(value("dc = '2.20'")).isEqualTo(false);
    }

    @Test
    void comparesTimesWithTextNumbersAndNow() {
        column("t2", DataType.TIMESTAMP, 1_711_951_200_000L);

        assertThat(value("t2 = '2024-04-01T14:00:00+08:00'")).isEqualTo(true);
        assertThat(value("t2 = 1711951200000")).isEqualTo(true);
        assertThat(value("t2 in ('2024-04-01 06:00:00', '2024-04-03')")).isEqualTo(true);
        assertThat(value("t2 < now - 1h")).isEqualTo(true);
        assertThat(value("t2 < now - 1d")).isEqualTo(false);
    }

    @Test
    void refusesTextThatIsNoTime() {
        column("t2", DataType.TIMESTAMP, 0L);

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> compiled("t2 > 'yesterday'"))
                .withMessage("Invalid timestamp format")
                .returns(0x0127, SqlException::code);
    }

    @Test
    void losesDigitsOfLargeRemaindersAndTheSignOfTheLeastInteger() {
        column("bi", DataType.BIGINT, Long.MAX_VALUE);
        column("i", DataType.INT, (long) Integer.MIN_VALUE);

        assertThat(value("bi % 10")).isEqualTo(0.0);
        assertThat(value("abs(i)")).isEqualTo((long) Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"i, 2147483648.0", "b, 0.0", "ts, -1709287200000.0"})
    void negatesColumnsAsFractions(String name, double expected) {
        column("i", DataType.INT, -2_147_483_648L);
        column("b", DataType.BOOL, false);
        column("ts", DataType.TIMESTAMP, 1_709_287_200_000L);

        assertThat(value("-" + name)).isEqualTo(expected);
    }

    @Test
    void addsMonthsByTheCalendar() {
        column("ts", DataType.TIMESTAMP, Instant.parse("2024-03-31T10:00:00Z").toEpochMilli());

        assertThat(value("ts + 1n"))
                .isEqualTo(Instant.parse("2024-04-30T10:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "v like 'O%', true",
        "v like '_%k', true",
        "v like 'o\\%k', true",
        "v like 'o\\_k', false",
        "v like '', false",
        "v match 'O', false",
        "v match '^o.k$', true",
        "v match '[[:upper:]]', false",
        "v match '', false",
        "v nmatch 'l', true"
    })
    void matchesPatterns(String condition, boolean expected) {
        column("v", Column.of("v", DataType.VARCHAR, 20), "o%k");

        assertThat(value(condition)).isEqualTo(expected);
    }

    @Test
    void givesUpARegularExpressionThatTakesForever() {
        column("v", Column.of("v", DataType.VARCHAR, 200), "a".repeat(60) + "b");

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> value("v match '^((a|a)*)*$'"))
                .returns(SqlException.NOT_SUPPORTED, SqlException::code);
    }

    @Test
    void doesNotTryAllWaysToFitManyWildcards() {
        column("v", Column.of("v", DataType.VARCHAR, 20_000), "a".repeat(20_000));

        assertThat(value("v like '" + "%a".repeat(50) + "%b'")).isEqualTo(false);
    }

    @Test
    void computesConstantsOnce() {
        assertThat(compiled("length(concat('a', 'bc')) + 2 * 3")).isEqualTo(Constant.of(DataType.DOUBLE, 9.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nosuch | 0x2602 | Invalid column name: nosuch",
                "nosuch(1) | 0x0374 | Func not exists",
                "abs(1,2) | 0x2801 | Invalid number of parameters : abs",
                "abs('x') | 0x2802 | Invalid parameter data type : abs",
                "aes_encrypt('x','y') | 0x0100 | function aes_encrypt is not supported by the embedded server",
                "'abc' match '[' | 0x2681 | Syntax error in regular expression"
            })
    void refusesWhatIsWrong(String expression, String code, String message) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> compiled(expression))
                .withMessage(message)
                .returns(Integer.decode(code), SqlException::code);
    }
}
