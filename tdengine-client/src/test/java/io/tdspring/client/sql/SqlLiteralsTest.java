// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Precision;
import io.tdspring.error.UnsupportedFeatureException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLiteralsTest {

    /** Texts that a TDengine 3.3.7.5 was seen to read back as the value beside them. */
    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(null, "NULL"),
                Arguments.of(true, "true"),
                Arguments.of(false, "false"),
                Arguments.of((byte) -128, "-128"),
                Arguments.of((short) -32768, "-32768"),
                Arguments.of(2147483647, "2147483647"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(new BigInteger("18446744073709551615"), "18446744073709551615"),
                Arguments.of(new BigDecimal("-0.01"), "-0.01"),
                Arguments.of(
                        new BigDecimal("1234567890123456789012345678.0123456789"),
                        "1234567890123456789012345678.0123456789"),
                Arguments.of("plain", "'plain'"),
                Arguments.of("", "''"),
                Arguments.of("null", "'null'"),
                Arguments.of("it's", "'it\\'s'"),
                Arguments.of("`bq`", "'`bq`'"),
                Arguments.of("-- none", "'-- none'"),
                Arguments.of("semi;colon", "'semi;colon'"),
                Arguments.of("bs\\x", "'bs\\\\x'"),
                Arguments.of("tab\tx", "'tab\\tx'"),
                Arguments.of("nl\nx", "'nl\\nx'"),
                Arguments.of("字符字a", "'字符字a'"),
                Arguments.of("😀😀", "'😀😀'"),
                Arguments.of("{\"a\":1}", "'{\"a\":1}'"),
                Arguments.of(new byte[] {0x0a, (byte) 0xff}, "'\\x0aff'"),
                Arguments.of(new byte[0], "''"),
                Arguments.of("POINT(1 2)", "'POINT(1 2)'"),
                Arguments.of(Instant.parse("2024-05-06T07:08:12Z"), "'2024-05-06T07:08:12Z'"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void writesWhatTheServerReadsBackAsTheSameValue(Object value, String literal) {
        assertThat(SqlLiterals.of(value)).isEqualTo(literal);
    }

    @Test
    void escapesWhatWouldEndOrBreakAText() {
        assertThat(SqlLiterals.of("\\'); drop database d; -- \r\n"))
                .isEqualTo("'\\\\\\'); drop database d; -- \\r\\n'");
    }

    @Test
    void keepsOtherControlCharacters() {
        assertThat(SqlLiterals.of("a\u0001b\u001f")).isEqualTo("'a\u0001b\u001f'");
    }

    @Test
    void writesFloatsSoThatTheLargestDoesNotExceedItsType() {
        assertThat(Double.parseDouble(SqlLiterals.of(Float.MAX_VALUE))).isEqualTo((double) Float.MAX_VALUE);
        assertThat(Double.parseDouble(SqlLiterals.of(0.1f))).isEqualTo((double) 0.1f);
    }

    @Test
    void writesDoublesSoThatTheyReadBackExactly() {
        assertThat(SqlLiterals.of(Double.MAX_VALUE)).isEqualTo("1.7976931348623157E308");
        assertThat(SqlLiterals.of(-0.0)).isEqualTo("-0.0");
    }

    @Test
    void doesNotWriteOutTheZerosOfAHugeDecimal() {
        assertThat(SqlLiterals.of(new BigDecimal("1E+1000000000"))).isEqualTo("1E+1000000000");
        assertThat(SqlLiterals.of(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void writesTimesWithAnOffsetAsTheInstantTheyName() {
        assertThat(SqlLiterals.of(OffsetDateTime.parse("2024-05-06T07:08:14.5+08:00")))
                .isEqualTo("'2024-05-05T23:08:14.500Z'");
        assertThat(SqlLiterals.of(ZonedDateTime.parse("2024-07-01T02:00:00.000000001+02:00[Europe/Paris]")))
                .isEqualTo("'2024-07-01T00:00:00.000000001Z'");
    }

    @Test
    void refusesAnInstantThatANanosecondDatabaseWouldStoreAsAnother() {
        // Recorded: '3000-01-01' into a nanosecond database was stored as 1830-11-23.
        assertThatThrownBy(() -> SqlLiterals.of(Instant.parse("3000-01-01T00:00:00Z")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("2262-04-11")
                .hasMessageNotContaining("3000");
        assertThat(SqlLiterals.of(Instant.parse("2262-04-11T23:47:16.854775807Z")))
                .isEqualTo("'2262-04-11T23:47:16.854775807Z'");
    }

    @Test
    void writesAnInstantInTheUnitOfTheDatabaseWithoutLoss() {
        StringBuilder out = new StringBuilder();

        SqlLiterals.append(out, Instant.parse("2023-11-14T22:13:20.123456789Z"), Precision.NANOSECOND);
        SqlLiterals.append(out.append(' '), Instant.parse("2970-01-01T00:00:00Z"), Precision.MILLISECOND);

        assertThat(out).hasToString("1700000000123456789 31556995200000");
    }

    @Test
    void refusesAnInstantBeyondTheUnitOfTheDatabase() {
        assertThatThrownBy(() -> SqlLiterals.append(
                        new StringBuilder(), Instant.parse("3000-01-01T00:00:00Z"), Precision.NANOSECOND))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("ns");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersWithoutALiteral(double value) {
        assertThatThrownBy(() -> SqlLiterals.of(value)).isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> SqlLiterals.of((float) value)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void refusesADateTimeWithoutAnOffset() {
        assertThatThrownBy(() -> SqlLiterals.of(LocalDateTime.parse("2024-05-06T07:08:12")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("a java.time.LocalDateTime names no instant by itself: pass an Instant");
    }

    @Test
    void refusesOtherTypesWithoutShowingTheirValue() {
        UUID secret = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

        assertThatThrownBy(() -> SqlLiterals.of(secret))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("java.util.UUID")
                .hasMessageNotContaining("7d444840");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "\ude00x", "x\ud83dy"})
    void refusesTextThatWouldNotArriveAsItIs(String text) {
        assertThatThrownBy(() -> SqlLiterals.of(text)).isInstanceOf(UnsupportedFeatureException.class);
    }
}
