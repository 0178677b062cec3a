// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockWriterTest {

    private static BlockWriter of(Column column) {
        return new BlockWriter(List.of(column), BlockWriter.QUERY);
    }

    private static Object written(Column column, Object value) {
        BlockWriter writer = of(column);
        writer.addRow(value);
        return writer.toBlock(Precision.MILLISECOND).valueAt(0, 0);
    }

    /** Two rows of seven columns in TDengine's block format, every number worked out by hand. */
    @Test
    void writesEachKindOfColumn() {
        BlockWriter writer = new BlockWriter(
                List.of(
                        Column.of("ts", DataType.TIMESTAMP),
                        Column.of("i", DataType.INT),
                        Column.of("s", DataType.VARCHAR, 10),
                        Column.of("n", DataType.NCHAR, 4),
                        Column.decimal("d64", 10, 2),
                        Column.decimal("d128", 38, 4),
                        Column.of("b", DataType.BLOB, 4194304)),
                BlockWriter.SUBSCRIPTION);

        writer.addRow(
                1700000000000L, 7L, "ab", "é", null, new BigDecimal("-12345678901234567890123456.7890"), new byte[] {
                    1, 2, 3
                });
        writer.addRow(1700000000001L, null, null, "", new BigDecimal("-12.34"), null, null);

        assertThat(writer.finish()).isEqualTo(bytes("""
                                02000000 d3000000 02000000 07000000 00000080 0000000000000000
                                0908000000 0404000000 080c000000 0a12000000 15020a0008 1104260010 1205000000
                                10000000 08000000 04000000 08000000 10000000 20000000 07000000
                                00 0068e5cf8b010000 0168e5cf8b010000
                                40 07000000 00000000
                                00000000 ffffffff 0200 6162
                                00000000 06000000 0400 e9000000 0000
                                80 0000000000000000 2efbffffffffffff
                                40 2ef5c0b1111f8c3c09f01671feffffff 00000000000000000000000000000000
                                00000000 ffffffff 03000000 010203
                                00
                                """));
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    @Test
    void writesColumnsOfPrimitivesThatGrow() {
        BlockWriter writer = new BlockWriter(
                List.of(
                        Column.of("l", DataType.BIGINT),
                        Column.of("d", DataType.DOUBLE),
                        Column.of("s", DataType.VARCHAR, 20)),
                1);
        for (int row = 0; row < 5000; row++) {
            writer.column(0).addLong(row * 3L);
            writer.column(1).addDouble(row / 8.0);
            if (row % 7 == 0) {
                writer.column(2).addNull();
            } else {
                writer.column(2).addText("row " + row);
            }
        }

        Block block = writer.toBlock(Precision.MILLISECOND);

        assertThat(writer.rows()).isEqualTo(5000);
        assertThat(block.rows()).isEqualTo(5000);
        for (int row = 0; row < 5000; row++) {
            assertThat(block.longAt(0, row)).isEqualTo(row * 3L);
            assertThat(block.doubleAt(1, row)).isEqualTo(row / 8.0);
            assertThat(block.stringAt(2, row)).isEqualTo(row % 7 == 0 ? null : "row " + row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TINYINT, -128, 127",
        "SMALLINT, -32768, 32767",
        "INT, -2147483648, 2147483647",
        "UTINYINT, 0, 255",
        "USMALLINT, 0, 65535",
        "UINT, 0, 4294967295"
    })
    void takesTheRangeOfAnIntegerTypeAndNoMore(DataType type, long min, long max) {
        BlockWriter writer = of(Column.of("c", type));
        ColumnWriter column = writer.column(0);
        column.addLong(min);
        column.addLong(max);

        assertThatThrownBy(() -> column.addLong(min - 1))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column c exceeds " + type.typeName());
        assertThatThrownBy(() -> column.addLong(max + 1)).isInstanceOf(TdConversionException.class);
        Block block = writer.toBlock(Precision.MILLISECOND);
        assertThat(block.rows()).isEqualTo(2);
        assertThat(block.longAt(0, 0)).isEqualTo(min);
        assertThat(block.longAt(0, 1)).isEqualTo(max);
    }

    @Test
    void takesAll64BitsOfAnUnsignedBigint() {
        Column column = Column.of("u", DataType.UBIGINT);
        BigInteger max = new BigInteger("18446744073709551615");

        assertThat(written(column, max)).isEqualTo(max);
        assertThatThrownBy(() -> written(column, max.add(BigInteger.ONE))).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(column, BigInteger.ONE.negate())).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(column, -1L)).isInstanceOf(TdConversionException.class);
    }

    @Test
    void refusesADoubleThatIsNoFloat() {
        Column column = Column.of("f", DataType.FLOAT);

        assertThat(written(column, 0.1)).isEqualTo(0.1f);
        assertThat(written(column, Double.NEGATIVE_INFINITY)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(written(column, Double.NaN)).isEqualTo(Float.NaN);
        assertThatThrownBy(() -> written(column, 1e39))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column f exceeds FLOAT");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 2, 1.5, 1.50",
        "10, 2, 12345678.90, 12345678.90",
        "10, 2, -99999999.99, -99999999.99",
        "10, 2, 1.500000, 1.50",
        "10, 2, 1E+3, 1000.00",
        "10, 2, 0E+2147483647, 0.00",
        "10, 2, 0E-2147483647, 0.00",
        "38, 38, 0.99999999999999999999999999999999999999, 0.99999999999999999999999999999999999999",
        "38, 0, -99999999999999999999999999999999999999, -99999999999999999999999999999999999999",
        "19, 0, 9223372036854775808, 9223372036854775808"
    })
    void bringsADecimalToItsScale(int precision, int scale, BigDecimal value, BigDecimal expected) {
        assertThat(written(Column.decimal("d", precision, scale), value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 2, 1.005",
        "10, 2, 100000000",
        "10, 2, 1E+1000000000",
        "10, 2, 1E-1000000000",
        "18, 18, 1",
        "38, 0, 100000000000000000000000000000000000000"
    })
    void refusesADecimalThatWouldLoseADigit(int precision, int scale, BigDecimal value) {
        assertThatThrownBy(() -> written(Column.decimal("d", precision, scale), value))
                .isInstanceOf(TdConversionException.class)
                .hasMessageStartingWith("a value of column d has more ");
    }

    @Test
    void takesTheUnscaledValueOfAShortDecimal() {
        BlockWriter writer = of(Column.decimal("d", 10, 2));
        writer.column(0).addLong(-1234);

        assertThat(writer.toBlock(Precision.MILLISECOND).decimalAt(0, 0)).hasToString("-12.34");
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"VARCHAR", "VARBINARY", "GEOMETRY", "JSON"})
    void takes65535BytesAndNoMore(DataType type) {
        BlockWriter writer = of(Column.of("c", type, 65535));
        byte[] bytes = new byte[65535];
        Arrays.fill(bytes, (byte) 'x');
        writer.column(0).addBytes(bytes);

        assertThatThrownBy(() -> writer.column(0).addBytes(new byte[65536]))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("a value of column c of type " + type.typeName() + " exceeds 65535 bytes");
        Block block = writer.toBlock(Precision.MILLISECOND);
        assertThat(block.rows()).isEqualTo(1);
        assertThat(block.bytesAt(0, 0)).isEqualTo(bytes);
    }

    @Test
    void countsTheBytesOfTextAndNotItsCharacters() {
        BlockWriter writer = of(Column.of("c", DataType.VARCHAR, 65535));
        writer.column(0).addText("é".repeat(32767));

        assertThatThrownBy(() -> writer.column(0).addText("é".repeat(32768))).isInstanceOf(TdConversionException.class);
        writer.column(0).addText("z");

        Block block = writer.toBlock(Precision.MILLISECOND);
        assertThat(block.stringAt(0, 0)).isEqualTo("é".repeat(32767));
        assertThat(block.stringAt(0, 1)).isEqualTo("z");
    }

    @Test
    void takes16383CharactersOfNcharAndNoMore() {
        BlockWriter writer = of(Column.of("c", DataType.NCHAR, 16384));
        writer.column(0).addText("😀".repeat(16383));

        assertThatThrownBy(() -> writer.column(0).addText("x".repeat(16384))).isInstanceOf(TdConversionException.class);
        assertThat(writer.toBlock(Precision.MILLISECOND).stringAt(0, 0)).isEqualTo("😀".repeat(16383));
    }

    @Test
    void takesABlobLongerThanOtherValues() {
        byte[] bytes = new byte[100_000];
        bytes[99_999] = 1;

        assertThat(written(Column.of("b", DataType.BLOB, 4194304), bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"VARCHAR", "NCHAR"})
    void writesTextOfCharactersOfEachLength(DataType type) {
        String text = "\u0000\u007f\u0080\u07ff\u0800\ufeff\uffff\ud800\udc00\udbff\udfff";

        assertThat(written(Column.of("c", type, 100), text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"VARCHAR", "NCHAR"})
    void refusesHalfASurrogatePair(DataType type) {
        BlockWriter writer = of(Column.of("c", type, 100));

        for (String half : List.of("a\ud83d", "\ude00b", "\ud83dx")) {
            assertThatThrownBy(() -> writer.column(0).addText(half))
                    .isInstanceOf(TdConversionException.class)
                    .hasMessage("a value of column c holds half a surrogate pair");
        }
        writer.column(0).addText("ok");
        assertThat(writer.toBlock(Precision.MILLISECOND).stringAt(0, 0)).isEqualTo("ok");
    }

    @Test
    void refusesValuesOfAnotherKind() {
        assertThatThrownBy(() -> written(Column.of("c", DataType.INT), "1"))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("column c of type INT does not take a String");
        assertThatThrownBy(() -> written(Column.of("c", DataType.INT), 1.5)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.BOOL), 1L)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.INT), true)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.DOUBLE), "1"))
                .isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.decimal("c", 10, 2), 1.5)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.VARCHAR, 9), 1L))
                .isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.VARBINARY, 9), "text"))
                .isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> written(Column.of("c", DataType.NCHAR, 9), new byte[0]))
                .isInstanceOf(TdConversionException.class);
    }

    @Test
    void refusesPrimitivesOfAnotherKind() {
        ColumnWriter text = of(Column.of("c", DataType.VARCHAR, 9)).column(0);
        ColumnWriter number = of(Column.of("c", DataType.INT)).column(0);

        assertThatThrownBy(() -> text.addLong(1))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("column c of type VARCHAR does not take an integer");
        assertThatThrownBy(() -> text.addDouble(1)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> text.addFloat(1)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> text.addDecimal(BigDecimal.ONE)).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> number.addText("1")).isInstanceOf(TdConversionException.class);
        assertThatThrownBy(() -> number.addBytes(new byte[1])).isInstanceOf(TdConversionException.class);
        assertThat(number.rows()).isZero();
    }

    @Test
    void takesTheSmallerKindsOfNumbers() {
        assertThat(written(Column.of("c", DataType.BIGINT), (byte) 1)).isEqualTo(1L);
        assertThat(written(Column.of("c", DataType.INT), BigInteger.TEN)).isEqualTo(10);
        assertThat(written(Column.of("c", DataType.DOUBLE), 3)).isEqualTo(3.0);
        assertThat(written(Column.of("c", DataType.DOUBLE), 0.5f)).isEqualTo(0.5);
        assertThat(written(Column.decimal("c", 10, 2), 3L)).isEqualTo(new BigDecimal("3.00"));
        assertThat(written(Column.decimal("c", 38, 2), BigInteger.TEN)).isEqualTo(new BigDecimal("10.00"));
        assertThatThrownBy(() -> written(Column.of("c", DataType.INT), new BigInteger("9223372036854775808")))
                .isInstanceOf(TdConversionException.class);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        BlockWriter writer = of(Column.of("c", DataType.INT));

        assertThatThrownBy(() -> writer.addRow(1L, 2L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 2 cells for 1 columns");
    }

    @Test
    void refusesToFinishColumnsOfDifferentHeights() {
        BlockWriter writer = new BlockWriter(List.of(Column.of("a", DataType.INT), Column.of("b", DataType.INT)), 1);
        writer.column(0).addLong(1);

        assertThatThrownBy(writer::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("column b has 0 cells and the first column 1");
    }

    @Test
    void goesOnAfterABlockWasFinished() {
        BlockWriter writer = of(Column.of("c", DataType.INT));
        writer.addRow(1L);
        ByteBuffer first = writer.finish();
        writer.addRow(2L);

        assertThat(RawBlock.read(first, writer.columns(), Precision.MILLISECOND).rows())
                .isEqualTo(1);
        assertThat(writer.toBlock(Precision.MILLISECOND).rows()).isEqualTo(2);
    }

    @Test
    void refusesColumnsThatNoBlockHas() {
        assertThatThrownBy(() -> new BlockWriter(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Column.of("c", DataType.NULL))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Column.decimal("c", 39, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Column.decimal("c", 10, -1))).isInstanceOf(IllegalArgumentException.class);
    }
}
