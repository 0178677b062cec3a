// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestNumberTest {

    private static final long SEED = 20_261_122;
    private static final int NUMBERS = 20_000;

    /** The texts are those of Go's shortest form, and of Python's {@code repr} where that is plain too. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0",
        "1.0, 1",
        "-1.0, -1",
        "100.0, 100",
        "0.1, 0.1",
        "1.5, 1.5",
        "0.000001, 0.000001",
        "0.0000015, 0.0000015",
        "9.99E-7, 9.99e-07",
        "1E-7, 1e-07",
        "1.5E22, 1.5e+22",
        "1E20, 100000000000000000000",
        "1E21, 1e+21",
        "1E23, 1e+23",
        "2E-3, 0.002",
        "2E23, 2e+23",
        "9007199254740993, 9007199254740992",
        "123456789012345680, 123456789012345680",
        "5.684341886080802E-14, 5.684341886080802e-14",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "4.9E-324, 5e-324",
        "-1E-100, -1e-100"
    })
    void writesADoubleInItsFewestDigits(double value, String expected) {
        assertThat(ShortestNumber.of(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0",
        "0.1, 0.1",
        "-0.1, -0.1",
        "16777216, 16777216",
        "33554432, 33554432",
        "3.4028235E38, 3.4028235e+38",
        "1.17549435E-38, 1.1754944e-38",
        "1.4E-45, 1e-45",
        "1E-6, 0.000001",
        "9E-7, 9e-07",
        "1E21, 1e+21",
        "1.5E22, 1.5e+22",
        "2E20, 200000000000000000000"
    })
    void writesAFloatInItsFewestDigits(float value, String expected) {
        assertThat(ShortestNumber.of(value)).isEqualTo(expected);
    }

    @Test
    void whatItWritesReadsBackAndIsNoLongerThanJavas() {
        Random random = new Random(SEED);
        for (int i = 0; i < NUMBERS; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            float single = Float.intBitsToFloat(random.nextInt());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(ShortestNumber.of(value))).isEqualTo(value);
                assertThat(digits(ShortestNumber.of(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
            }
            if (Float.isFinite(single)) {
                assertThat(Float.parseFloat(ShortestNumber.of(single))).isEqualTo(single);
                assertThat(digits(ShortestNumber.of(single))).isLessThanOrEqualTo(digits(Float.toString(single)));
            }
        }
    }

    private static int digits(String number) {
        String mantissa = number.replaceAll("[eE].*", "").replaceAll("[^0-9]", "");
        return mantissa.replaceAll("^0+|0+$", "").length();
    }
}
