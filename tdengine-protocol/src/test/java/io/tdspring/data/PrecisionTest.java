// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "MILLISECOND, 1700000000123, 2023-11-14T22:13:20.123Z",
        "MICROSECOND, 1700000000123456, 2023-11-14T22:13:20.123456Z",
        "NANOSECOND, 1700000000123456789, 2023-11-14T22:13:20.123456789Z",
        "MILLISECOND, -1, 1969-12-31T23:59:59.999Z",
        "MICROSECOND, -1, 1969-12-31T23:59:59.999999Z",
        "NANOSECOND, -1, 1969-12-31T23:59:59.999999999Z",
        "NANOSECOND, 9223372036854775807, 2262-04-11T23:47:16.854775807Z",
        "NANOSECOND, -9223372036854775808, 1677-09-21T00:12:43.145224192Z"
    })
    void convertsTimestampsToInstantsAndBack(Precision precision, long timestamp, Instant instant) {
        assertThat(precision.toInstant(timestamp)).isEqualTo(instant);
        assertThat(precision.fromInstant(instant)).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void convertsEveryTimestampThereIs(Precision precision) {
        for (long timestamp : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(precision.fromInstant(precision.toInstant(timestamp))).isEqualTo(timestamp);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MILLISECOND, 2023-11-14T22:13:20.123999999Z, 1700000000123",
        "MICROSECOND, 2023-11-14T22:13:20.123456999Z, 1700000000123456",
        "MILLISECOND, 1969-12-31T23:59:59.999999999Z, -1",
        "MILLISECOND, 1969-12-31T23:59:58.000999999Z, -2000"
    })
    void cutsWhatIsFinerTowardsThePast(Precision precision, Instant instant, long timestamp) {
        assertThat(precision.fromInstant(instant)).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2262-04-11T23:47:16.854775808Z", "1677-09-21T00:12:43.145224191Z", "9999-01-01T00:00:00Z"})
    void refusesAnInstantBeyond64Bits(Instant instant) {
        assertThatThrownBy(() -> Precision.NANOSECOND.fromInstant(instant)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, MILLISECOND, ms", "1, MICROSECOND, us", "2, NANOSECOND, ns"})
    void hasTheCodesAndSymbolsOfTdengine(int code, Precision precision, String symbol) {
        assertThat(Precision.of(code)).isEqualTo(precision);
        assertThat(precision.code()).isEqualTo(code);
        assertThat(precision.symbol()).isEqualTo(symbol);
    }

    @Test
    void refusesAnUnknownCode() {
        assertThatThrownBy(() -> Precision.of(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown precision code 3");
    }
}
