// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.block.BlockWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockValuesTest {

    private static final int ROWS = 1_000;

    /** Behind the head of 28 bytes, the schema of 5 and the length of 4. */
    private static final int OFFSETS_AT = 37;

    /** Of 5 kB, which would become 4 MB of values. */
    private static ByteBuffer blockOf(DataType type, Object value) {
        BlockWriter writer = new BlockWriter(List.of(Column.of("c", type, 4_000)), BlockWriter.QUERY);
        writer.addRow(value);
        for (int row = 1; row < ROWS; row++) {
            writer.addRow((Object) null);
        }
        return writer.finish().order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"VARCHAR", "NCHAR"})
    void refusesOneCellForManyRows(DataType type) {
        ByteBuffer block = blockOf(type, "x".repeat(3_000));
        assertThat(BlockValues.read(block).get(0).bytes(0)).isEqualTo(3_000);

        for (int row = 1; row < ROWS; row++) {
            block.putInt(OFFSETS_AT + 4 * row, 0);
        }

        assertThatThrownBy(() -> BlockValues.read(block))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("cells of a block lie one upon the other");
    }
}
