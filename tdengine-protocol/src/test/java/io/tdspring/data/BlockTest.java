// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.golden.GoldenResult;
import io.tdspring.protocol.Recording;
import io.tdspring.protocol.block.RawBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accessors on a recorded block: row 0 is plain, row 1 NULL but for its timestamp, row 2 the smallest, row 3 the largest. */
class BlockTest {

    private static final int TS = 0;
    private static final int BOOL = 1;
    private static final int I8 = 2;
    private static final int I32 = 4;
    private static final int I64 = 5;
    private static final int U8 = 6;
    private static final int U32 = 8;
    private static final int U64 = 9;
    private static final int FLOAT = 10;
    private static final int DOUBLE = 11;
    private static final int VARCHAR = 12;
    private static final int NCHAR = 13;
    private static final int VARBINARY = 14;
    private static final int D64 = 16;
    private static final int D128 = 17;
    private static final int BLOB = 19;

    private final Block block = read("all-types-ms");

    private static Block read(String recording) {
        GoldenResult result = Recording.of(recording).result();
        return RawBlock.read(result.blocks().get(0), result.columns(), result.precision());
    }

    @Test
    void givesEachTypeAsItsNaturalJavaType() {
        Row row = block.row(3);

        assertThat(row.getValue("ts")).isEqualTo(Instant.ofEpochMilli(1700000000003L));
        assertThat(row.getValue("c_bool")).isEqualTo(true);
        assertThat(row.getValue("c_i8")).isEqualTo((byte) 127);
        assertThat(row.getValue("c_i16")).isEqualTo((short) 32767);
        assertThat(row.getValue("c_i32")).isEqualTo(2147483647);
        assertThat(row.getValue("c_i64")).isEqualTo(9223372036854775807L);
        assertThat(row.getValue("c_u8")).isEqualTo((short) 255);
        assertThat(row.getValue("c_u16")).isEqualTo(65535);
        assertThat(row.getValue("c_u32")).isEqualTo(4294967295L);
        assertThat(row.getValue("c_u64")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(row.getValue("c_f")).isEqualTo(3.4028235e+38f);
        assertThat(row.getValue("c_d")).isEqualTo(1.7976931348623157e+308);
        assertThat(row.getValue("c_vc")).isEqualTo("x".repeat(64));
        assertThat(row.getValue("c_nc")).isEqualTo("y".repeat(32));
        assertThat((byte[]) row.getValue("c_vb")).hasSize(64).containsOnly(0xab);
        assertThat(row.getValue("c_d64")).isEqualTo(new BigDecimal("99999999999999.9999"));
        assertThat(row.getValue("c_d128")).isEqualTo(new BigDecimal("9999999999999999999999999999.9999999999"));
        assertThat((byte[]) row.getValue("c_blob")).hasSize(300).containsOnly(0x5a);
    }

    @Test
    void givesNullForANullAsAnObject() {
        for (int column = BOOL; column < block.columns().size(); column++) {
            assertThat(block.isNull(column, 1)).isTrue();
            assertThat(block.valueAt(column, 1)).isNull();
        }
        assertThat(block.stringAt(VARCHAR, 1)).isNull();
        assertThat(block.bytesAt(BLOB, 1)).isNull();
        assertThat(block.decimalAt(D64, 1)).isNull();
        assertThat(block.instantAt(18, 1)).isNull();
    }

    @Test
    void throwsForANullAsAPrimitive() {
        assertThatThrownBy(() -> block.longAt(I64, 1))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("column c_i64 is NULL");
        assertThatThrownBy(() -> block.booleanAt(BOOL, 1)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.intAt(I32, 1)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.doubleAt(DOUBLE, 1)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.floatAt(FLOAT, 1)).isInstanceOf(TdConversionException.class);
    }

    @Test
    void anEmptyTextIsNotNull() {
        assertThat(block.isNull(VARCHAR, 2)).isFalse();
        assertThat(block.stringAt(VARCHAR, 2)).isEmpty();
        assertThat(block.stringAt(NCHAR, 2)).isEmpty();
        assertThat(block.bytesAt(VARBINARY, 2)).isEmpty();
    }

    @Test
    void widensIntegersAndRefusesToNarrowThem() {
        assertThat(block.longAt(I8, 2)).isEqualTo(-128);
        assertThat(block.longAt(U8, 3)).isEqualTo(255);
        assertThat(block.longAt(U32, 3)).isEqualTo(4294967295L);
        assertThat(block.longAt(BOOL, 3)).isEqualTo(1);
        assertThat(block.longAt(TS, 3)).isEqualTo(1700000000003L);
        assertThat(block.intAt(I64, 0)).isEqualTo(4);
        assertThat(block.booleanAt(I32, 0)).isTrue();
        assertThat(block.booleanAt(I32, 4)).isFalse();
        assertThatThrownBy(() -> block.intAt(U32, 3))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column c_u32 exceeds int");
        assertThatThrownBy(() -> block.longAt(U64, 3))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column c_u64 exceeds long");
    }

    @Test
    void givesEveryNumberAsADouble() {
        assertThat(block.doubleAt(FLOAT, 0)).isEqualTo(1.5);
        assertThat(block.doubleAt(I32, 0)).isEqualTo(3);
        assertThat(block.doubleAt(U64, 3)).isEqualTo(0x1p64);
        assertThat(block.doubleAt(D64, 0)).isEqualTo(12.34);
        assertThat(block.floatAt(DOUBLE, 0)).isEqualTo(2.25f);
    }

    @Test
    void givesEveryNumberAsADecimal() {
        assertThat(block.decimalAt(D128, 0)).hasToString("1.5000000000");
        assertThat(block.decimalAt(I8, 2)).hasToString("-128");
        assertThat(block.decimalAt(U64, 3)).hasToString("18446744073709551615");
        assertThat(block.decimalAt(FLOAT, 5)).hasToString("-0.1");
        assertThat(block.decimalAt(DOUBLE, 5)).hasToString("-0.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void nanAndInfinitiesAreNoDecimals(int row) {
        Block floats = read("special-floats");

        for (int column = 1; column <= 2; column++) {
            int of = column;
            assertThatThrownBy(() -> floats.decimalAt(of, row))
                    .isInstanceOf(TdConversionException.class)
                    .hasMessageEndingWith("where it holds NaN or an infinity");
        }
    }

    @ParameterizedTest
    @CsvSource({"12, long", "12, double", "16, long", "0, String", "4, String", "4, bytes", "13, bytes", "4, Instant"})
    void refusesATypeThatTheColumnIsNot(int column, String target) {
        assertThatThrownBy(() -> ask(column, target))
                .isInstanceOf(TdConversionException.class)
                .hasMessageMatching("column \\w+ of type .* is no .*");
    }

    private void ask(int column, String target) {
        switch (target) {
            case "long" -> block.longAt(column, 0);
            case "double" -> block.doubleAt(column, 0);
            case "String" -> block.stringAt(column, 0);
            case "bytes" -> block.bytesAt(column, 0);
            default -> block.instantAt(column, 0);
        }
    }

    @Test
    void copiesWholeColumns() {
        long[] timestamps = new long[12];
        int[] ints = new int[10];
        double[] doubles = new double[10];
        float[] floats = new float[10];

        block.copyLongs(TS, timestamps);
        block.copyInts(I32, ints);
        block.copyDoubles(DOUBLE, doubles);
        block.copyFloats(FLOAT, floats);

        assertThat(timestamps).startsWith(1700000000000L, 1700000000001L).endsWith(1700000000009L, 0, 0);
        assertThat(ints[2]).isEqualTo(Integer.MIN_VALUE);
        assertThat(doubles[5]).isEqualTo(-0.1);
        assertThat(floats[5]).isEqualTo(-0.1f);
    }

    @Test
    void refusesToCopyAColumnOfAnotherType() {
        assertThatThrownBy(() -> block.copyLongs(DOUBLE, new long[10])).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.copyInts(FLOAT, new int[10])).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.copyDoubles(I64, new double[10])).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> block.copyFloats(I32, new float[10])).isInstanceOf(TdConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesARowThatIsNotThere(int row) {
        assertThatThrownBy(() -> block.isNull(TS, row)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.longAt(TS, row)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.row(row)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aRowFindsColumnsByNameInAnyCase() {
        Row row = block.row(0);

        assertThat(row.indexOf("C_NC")).isEqualTo(NCHAR);
        assertThat(row.number()).isZero();
        assertThat(row.block()).isSameAs(block);
        assertThat(row.isNull("c_vc")).isFalse();
        assertThat(row.getString("c_nc")).isEqualTo("涛思");
        assertThat(row.getBoolean("c_bool")).isTrue();
        assertThat(row.getInt("c_i16")).isEqualTo(2);
        assertThat(row.getLong("c_u64")).isEqualTo(8);
        assertThat(row.getFloat("c_f")).isEqualTo(1.5f);
        assertThat(row.getDouble("c_d")).isEqualTo(2.25);
        assertThat(row.getBytes("c_vb")).containsExactly(1, 2, 0xff);
        assertThat(row.getDecimal("c_d64")).hasToString("12.3400");
        assertThat(row.getInstant("ts")).isEqualTo("2023-11-14T22:13:20Z");
    }

    @Test
    void aRowNamesItsColumnsWhereOneIsMissing() {
        Row row = read("bitmap-9-rows").row(0);

        assertThatThrownBy(() -> row.getInt("w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column w among [ts, b, v]");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 4", "1, 1, 4", "1, -1, 4", "1, 0, -1", "1, 0, 3", "1, 0, 5", "2147483647, 0, 4"})
    void refusesBordersOutsideItsBytes(int rows, int start, int dataLength) {
        List<Column> columns = List.of(Column.of("c", DataType.INT));
        // One bitmap byte, one cell; a byte behind the limit must not count.
        ByteBuffer bytes = ByteBuffer.allocate(6).limit(5);

        assertThatThrownBy(() -> new Block(
                        columns, Precision.MILLISECOND, rows, bytes, new int[] {start}, new int[] {dataLength}))
                .isInstanceOf(TdengineProtocolException.class)
                .hasMessage("column c exceeds its block");
    }

    @Test
    void refusesTheBitmapOfMoreRowsThanItsBytesHold() {
        assertThatThrownBy(() -> new Block(
                        List.of(Column.of("c", DataType.NULL)),
                        Precision.MILLISECOND,
                        Integer.MAX_VALUE,
                        ByteBuffer.allocate(10),
                        new int[] {0},
                        new int[] {0}))
                .isInstanceOf(TdengineProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 0x20, -1})
    void everyCellOfAColumnWithoutATypeIsNull(byte bitmap) {
        Block nulls = new Block(
                List.of(Column.of("c", DataType.NULL)),
                Precision.MILLISECOND,
                3,
                ByteBuffer.allocate(1).put(0, bitmap),
                new int[] {0},
                new int[] {0});

        assertThat(nulls.isNull(0, 2)).isTrue();
        assertThat(nulls.valueAt(0, 2)).isNull();
        assertThat(nulls.stringAt(0, 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"array in the middle", "direct", "read-only"})
    void readsMemoryOfEveryKind(String kind) {
        ByteBuffer bytes = bytesOf(kind).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(1, (byte) 0b0100_0000).putInt(2, 7).putInt(10, -9);
        ByteBuffer given = kind.equals("read-only") ? bytes.asReadOnlyBuffer() : bytes;

        Block ints = new Block(
                List.of(Column.of("c", DataType.INT)), Precision.MILLISECOND, 3, given, new int[] {1}, new int[] {12});

        assertThat(ints.intAt(0, 0)).isEqualTo(7);
        assertThat(ints.isNull(0, 1)).isTrue();
        assertThat(ints.intAt(0, 2)).isEqualTo(-9);
    }

    private static ByteBuffer bytesOf(String kind) {
        return switch (kind) {
            case "array in the middle" -> ByteBuffer.allocate(30).slice(9, 15);
            case "direct" -> ByteBuffer.allocateDirect(15);
            default -> ByteBuffer.allocate(15);
        };
    }
}
