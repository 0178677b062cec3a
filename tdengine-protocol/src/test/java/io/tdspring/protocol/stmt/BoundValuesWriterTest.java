// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundValuesWriterTest {

    @ParameterizedTest
    @CsvSource({
        "BOOL, 1, 01",
        "TINYINT, -2, fe",
        "UTINYINT, 255, ff",
        "SMALLINT, -2, feff",
        "USMALLINT, 65535, ffff",
        "INT, -2, feffffff",
        "UINT, 4294967295, ffffffff",
        "BIGINT, -2, feffffffffffffff",
        "UBIGINT, -1, ffffffffffffffff",
        "TIMESTAMP, 1700000000000, 0068e5cf8b010000",
        "DECIMAL64, -2, feffffffffffffff",
        "DECIMAL, -2, feffffffffffffffffffffffffffffff",
    })
    void writesANumberInItsWidthWithItsLowestByteFirst(DataType type, long value, String hex) {
        BoundValues values = new BoundValuesWriter(type).addLong(value).finish();

        assertThat(values.fixedValues())
                .isEqualTo(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
        assertThat(values.isValue(0)).isTrue();
        assertThat(values.rows()).isEqualTo(1);
    }
}
