// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdConversionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One NULL among numbers, wherever its bit lies in the bitmap. */
class BlockNullsTest {

    private static final int NONE = -1;
    private static final int MARGIN = 3;

    /** A column of 42s around one NULL. */
    private static Block column(DataType type, int rows, int nullRow) {
        int bitmap = (rows + 7) / 8;
        int cells = rows * type.width();
        ByteBuffer bytes = ByteBuffer.allocate(MARGIN + bitmap + cells).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            int at = MARGIN + bitmap + row * type.width();
            switch (type) {
                case FLOAT -> bytes.putFloat(at, 42);
                case DOUBLE -> bytes.putDouble(at, 42);
                default -> bytes.put(at, (byte) 42);
            }
        }
        if (nullRow != NONE) {
            bytes.put(MARGIN + nullRow / 8, (byte) (0x80 >> nullRow % 8));
        }
        List<Column> columns = List.of(Column.of("c", type));
        return new Block(columns, Precision.MILLISECOND, rows, bytes, new int[] {MARGIN}, new int[] {cells});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 71, 72, 127, 130})
    void theOneNullIsNullAndNoOtherRow(int rows) {
        for (int nullRow = NONE; nullRow < rows; nullRow++) {
            Block block = column(DataType.INT, rows, nullRow);
            int only = nullRow;

            assertThat(IntStream.range(0, rows).filter(row -> block.isNull(0, row)))
                    .containsExactlyElementsOf(only == NONE ? List.of() : List.of(only));
            assertThat(IntStream.range(0, rows).filter(row -> row != only).map(row -> block.intAt(0, row)))
                    .allMatch(value -> value == 42);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOL", "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "TIMESTAMP"})
    void aNullIsRefusedAsAPrimitiveAndItsNeighboursAreNot(DataType type) {
        Block block = column(type, 70, 65);

        assertThat(number(block, type, 64)).isEqualTo(type == DataType.BOOL ? 1 : 42);
        assertThat(number(block, type, 66)).isEqualTo(type == DataType.BOOL ? 1 : 42);
        assertThatThrownBy(() -> number(block, type, 65)).isInstanceOf(TdConversionException.class);
    }

    private static double number(Block block, DataType type, int row) {
        return switch (type) {
            case BOOL -> block.booleanAt(0, row) ? 1 : 0;
            case INT -> block.intAt(0, row);
            case FLOAT -> block.floatAt(0, row);
            case DOUBLE -> block.doubleAt(0, row);
            default -> block.longAt(0, row);
        };
    }

    @Test
    void aRowBehindTheLastIsRefusedWhetherOrNotThereAreNulls() {
        for (int nullRow : new int[] {NONE, 3}) {
            Block block = column(DataType.INT, 10, nullRow);

            assertThatThrownBy(() -> block.intAt(0, 10)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> block.intAt(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
