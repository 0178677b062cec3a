// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {

    /** TDengine's manual, "Data Types", with the codes of its C header. */
    @ParameterizedTest
    @CsvSource({
        "1, BOOL, 1",
        "2, TINYINT, 1",
        "3, SMALLINT, 2",
        "4, INT, 4",
        "5, BIGINT, 8",
        "6, FLOAT, 4",
        "7, DOUBLE, 8",
        "8, VARCHAR, 0",
        "9, TIMESTAMP, 8",
        "10, NCHAR, 0",
        "11, TINYINT UNSIGNED, 1",
        "12, SMALLINT UNSIGNED, 2",
        "13, INT UNSIGNED, 4",
        "14, BIGINT UNSIGNED, 8",
        "15, JSON, 0",
        "16, VARBINARY, 0",
        "17, DECIMAL, 16",
        "18, BLOB, 0",
        "20, GEOMETRY, 0",
        "21, DECIMAL, 8"
    })
    void hasTdenginesCodesNamesAndWidths(int code, String name, int width) {
        DataType type = DataType.of(code);

        assertThat(type.code()).isEqualTo(code);
        assertThat(type.typeName()).isEqualTo(name);
        assertThat(type.width()).isEqualTo(width);
        assertThat(type.isVariable()).isEqualTo(width == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 19, 22, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAnUnknownCode(int code) {
        assertThatThrownBy(() -> DataType.of(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown data type code " + code);
    }

    @Test
    void aTimestampIsNoInteger() {
        assertThat(DataType.TIMESTAMP.isInteger()).isFalse();
        assertThat(DataType.BOOL.isInteger()).isFalse();
        assertThat(DataType.UBIGINT.isInteger()).isTrue();
    }

    @Test
    void onlyABlobHasALengthOfFourBytes() {
        assertThat(DataType.BLOB.prefixBytes()).isEqualTo(4);
        assertThat(DataType.GEOMETRY.prefixBytes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"18, DECIMAL64", "19, DECIMAL"})
    void aDecimalOfUpTo18DigitsTakes64Bits(int precision, DataType type) {
        Column column = Column.decimal("d", precision, 2);

        assertThat(column).isEqualTo(new Column("d", type, type.width(), precision, 2));
        assertThat(type.isDecimal()).isTrue();
    }
}
