// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static io.tdspring.spring.mapping.OneRow.block;
import static io.tdspring.spring.mapping.OneRow.column;
import static io.tdspring.spring.mapping.OneRow.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TdMapperTest {

    private static final long SOME_TIME = 1_700_000_000_123L;
    private static final Instant SOME_INSTANT = Instant.parse("2023-11-14T22:13:20.123Z");

    private final TdMapper mapper = new TdMapper();

    enum Mode {
        ON,
        OFF
    }

    record Reading(
            @TdTimestamp Instant ts,
            double totalCurrent,
            @TdColumn("last(voltage)") Integer voltage,
            @TdTag("groupid") int group,
            @TdTableName String device,
            Mode mode) {}

    @SuppressWarnings("ArrayRecordComponent") // What users may write all the same.
    record Everything(
            boolean flag,
            byte tiny,
            short small,
            int medium,
            long big,
            float real,
            double wide,
            String text,
            byte[] bytes,
            BigDecimal decimal,
            BigInteger unsigned,
            Object any) {}

    record Boxes(Boolean flag, Byte tiny, Short small, Integer medium, Long big, Float real, Double wide, Mode mode) {}

    @Test
    void readsARecordByTheNamesOfItsComponentsAndAnnotations() {
        List<Column> columns = List.of(
                column("mode", DataType.VARCHAR, 8),
                column("TBNAME", DataType.VARCHAR, 270),
                column("GroupId", DataType.INT),
                column("ignored", DataType.BOOL),
                column("LAST(Voltage)", DataType.INT),
                column("Total_Current", DataType.DOUBLE),
                column("ts", DataType.TIMESTAMP));
        Block block = block(columns, "OFF", "d1001", 7L, true, 220L, 1.5, SOME_TIME);

        Reading reading = mapper.reader(Reading.class, columns).mapRow(block.row(0));

        assertThat(reading).isEqualTo(new Reading(SOME_INSTANT, 1.5, 220, 7, "d1001", Mode.OFF));
    }

    @Test
    void readsCamelCaseColumnsAsWell() {
        record Device(String deviceId, String httpURL) {}
        List<Column> columns =
                List.of(column("deviceid", DataType.VARCHAR, 4), column("http_url", DataType.VARCHAR, 4));

        assertThat(read(mapper, Device.class, columns, "a", "b")).isEqualTo(new Device("a", "b"));
    }

    @Test
    void prefersTheExactNameAmongSimilarOnes() {
        record Device(int deviceId) {}
        List<Column> columns = List.of(column("deviceid", DataType.INT), column("device_id", DataType.INT));

        assertThat(read(mapper, Device.class, columns, 1L, 2L)).isEqualTo(new Device(2));
    }

    @Test
    void readsAllTypes() {
        List<Column> columns = List.of(
                column("flag", DataType.BOOL),
                column("tiny", DataType.TINYINT),
                column("small", DataType.UTINYINT),
                column("medium", DataType.USMALLINT),
                column("big", DataType.TIMESTAMP),
                column("real", DataType.FLOAT),
                column("wide", DataType.DOUBLE),
                column("text", DataType.NCHAR, 10),
                column("bytes", DataType.VARBINARY, 10),
                Column.decimal("decimal", 38, 10),
                column("unsigned", DataType.UBIGINT),
                column("any", DataType.SMALLINT));

        Everything everything = read(
                mapper,
                Everything.class,
                columns,
                true,
                -128L,
                255L,
                65535L,
                SOME_TIME,
                0.1f,
                -1.7976931348623157e308,
                "字😀",
                new byte[] {1, (byte) 0xff},
                new BigDecimal("-0.0000000001"),
                new BigInteger("18446744073709551615"),
                -32768L);

        assertThat(everything)
                .usingRecursiveComparison()
                .isEqualTo(new Everything(
                        true,
                        (byte) -128,
                        (short) 255,
                        65535,
                        SOME_TIME,
                        0.1f,
                        -1.7976931348623157e308,
                        "字😀",
                        new byte[] {1, (byte) 0xff},
                        new BigDecimal("-0.0000000001"),
                        new BigInteger("18446744073709551615"),
                        (short) -32768));
    }

    @Test
    void readsNullAsNullIntoObjects() {
        List<Column> columns = List.of(
                column("flag", DataType.BOOL),
                column("tiny", DataType.TINYINT),
                column("small", DataType.SMALLINT),
                column("medium", DataType.INT),
                column("big", DataType.BIGINT),
                column("real", DataType.FLOAT),
                column("wide", DataType.DOUBLE),
                column("mode", DataType.VARCHAR, 4));

        Boxes boxes = read(mapper, Boxes.class, columns, null, null, null, null, null, null, null, null);

        assertThat(boxes).isEqualTo(new Boxes(null, null, null, null, null, null, null, null));
    }

    @Test
    void readsSingleValues() {
        assertThat(read(mapper, Long.class, List.of(column("count(*)", DataType.BIGINT)), 42L))
                .isEqualTo(42L);
        assertThat(read(mapper, int.class, List.of(column("n", DataType.INT)), 42L))
                .isEqualTo(42);
        assertThat(read(mapper, Instant.class, List.of(column("ts", DataType.TIMESTAMP)), SOME_TIME))
                .isEqualTo(SOME_INSTANT);
        assertThat(read(mapper, Mode.class, List.of(column("m", DataType.VARCHAR, 8)), "ON"))
                .isEqualTo(Mode.ON);
        assertThat(read(mapper, String.class, List.of(column("v", DataType.VARCHAR, 8)), (Object) null))
                .isNull();
    }

    @Test
    void readsAMapInTheOrderOfTheColumnsWithTheFirstOfEachName() {
        List<Column> columns = List.of(
                column("ts", DataType.TIMESTAMP),
                column("b", DataType.INT),
                column("a", DataType.INT),
                column("b", DataType.INT));

        Map<?, ?> map = read(mapper, Map.class, columns, SOME_TIME, 1L, null, 3L);

        assertThat(map).hasToString("{ts=2023-11-14T22:13:20.123Z, b=1, a=null}");
    }

    @Test
    void takesTheTableNameFromBesideTheRows() {
        record Named(@TdTableName String table, int value) {}
        List<Column> columns = List.of(column("value", DataType.INT));
        Block block = block(columns, 1L);

        assertThat(mapper.reader(Named.class, columns, "d1").mapRow(block.row(0)))
                .isEqualTo(new Named("d1", 1));
        assertThat(mapper.reader(Named.class, columns, "d2").mapRow(block.row(0)))
                .isEqualTo(new Named("d2", 1));
        assertThatThrownBy(() -> mapper.reader(Named.class, columns))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("no column tbname for component table of " + Named.class.getName());
    }

    @Test
    void prefersTheTableNameInTheRow() {
        record Named(@TdTableName String table) {}
        List<Column> columns = List.of(column("tbname", DataType.VARCHAR, 270));

        assertThat(mapper.reader(Named.class, columns, "beside")
                        .mapRow(block(columns, "inside").row(0)))
                .isEqualTo(new Named("inside"));
    }

    @Test
    void keepsWhatItWorkedOutForASchema() {
        record Counted(int value) {}
        List<Column> columns = List.of(column("other", DataType.INT), column("value", DataType.INT));
        List<Column> turned = List.of(column("value", DataType.INT), column("other", DataType.INT));

        assertThat(read(mapper, Counted.class, columns, 1L, 2L)).isEqualTo(new Counted(2));
        assertThat(read(mapper, Counted.class, turned, 1L, 2L)).isEqualTo(new Counted(1));
        assertThat(read(mapper, Counted.class, columns, 3L, 4L)).isEqualTo(new Counted(4));
    }
}
