// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableDataTest {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ts", DataType.TIMESTAMP), Column.of("a", DataType.INT), Column.of("b", DataType.VARCHAR, 8));

    private final TableData data = new TableData(COLUMNS);

    @Test
    void keepsRowsInTheOrderOfTheirTimestamps() {
        write(row(30, 3, "c"));
        write(row(10, 1, "a"), row(40, 4, "d"));
        write(row(20, 2, "b"));

        assertThat(rows(data.freeze())).containsExactly("[10, 1, a]", "[20, 2, b]", "[30, 3, c]", "[40, 4, d]");
    }

    @Test
    void overwritesNamedCellsOfAKnownTimestampAndKeepsTheOthers() {
        write(row(10, 1, "a"), row(20, 2, "b"));

        write(row(10, 7, RowBatch.NONE));
        write(row(20, null, RowBatch.NONE));

        assertThat(rows(data.freeze())).containsExactly("[10, 7, a]", "[20, null, b]");
    }

    @Test
    void readsCellsThatWereNeverNamedAsNull() {
        write(row(10, RowBatch.NONE, "a"));

        assertThat(rows(data.freeze())).containsExactly("[10, null, a]");
    }

    @Test
    void leavesAViewAsItWasWhateverIsWrittenLater() {
        write(row(10, 1, "a"), row(20, null, "b"), row(30, 3, null));
        TableRows view = data.freeze();

        write(row(40, 4, "d"));
        write(row(20, 22, null));
        write(row(5, 0, "z"), row(25, 0, "y"), row(30, null, "x"));
        for (int i = 0; i < 1000; i++) {
            write(row(100 + i, null, null));
        }

        assertThat(rows(view)).containsExactly("[10, 1, a]", "[20, null, b]", "[30, 3, null]");
    }

    @Test
    void holdsWhatAnOrderedMapWouldHoldAfterRandomWrites() {
        Random random = new Random(20_261_122);
        Map<Long, List<Object>> model = new TreeMap<>();
        List<TableRows> views = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();

        for (int i = 0; i < 2000; i++) {
            RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
            for (int row = random.nextInt(4); row >= 0; row--) {
                batch.add(row(random.nextInt(300), cell(random, random.nextInt(99)), cell(random, "t" + i)));
            }
            RowBatch rows = batch.build();
            put(model, rows);
            data.merge(rows);
            if (i % 50 == 0) {
                views.add(data.freeze());
                seen.add(rows(data.freeze()));
            }
        }

        assertThat(rows(data.freeze()))
                .isEqualTo(model.entrySet().stream()
                        .map(entry ->
                                "[" + entry.getKey() + ", " + entry.getValue().get(0) + ", "
                                        + entry.getValue().get(1) + "]")
                        .toList());
        assertThat(views.stream().map(TableDataTest::rows).toList()).isEqualTo(seen);
    }

    @Test
    void givesCellsOfEveryTypeBackAsTheyWere() {
        List<Object> cells = List.of(
                Long.MIN_VALUE,
                true,
                -128L,
                -32_768L,
                -2_147_483_648L,
                Long.MIN_VALUE,
                255L,
                65_535L,
                4_294_967_295L,
                new BigInteger("18446744073709551615"),
                Float.MIN_VALUE,
                Double.MAX_VALUE,
                "text",
                "字",
                new byte[] {1, 2},
                new BigDecimal("-1.50"));
        List<DataType> types = List.of(
                DataType.TIMESTAMP,
                DataType.BOOL,
                DataType.TINYINT,
                DataType.SMALLINT,
                DataType.INT,
                DataType.BIGINT,
                DataType.UTINYINT,
                DataType.USMALLINT,
                DataType.UINT,
                DataType.UBIGINT,
                DataType.FLOAT,
                DataType.DOUBLE,
                DataType.VARCHAR,
                DataType.NCHAR,
                DataType.VARBINARY,
                DataType.DECIMAL64);
        TableData table =
                new TableData(types.stream().map(type -> Column.of("c", type)).toList());
        RowBatchBuilder batch = new RowBatchBuilder(List.of());
        Object[] nulls = new Object[types.size()];
        nulls[0] = 0L;
        batch.add(cells.toArray());
        batch.add(nulls);

        table.merge(batch.build());

        TableRows rows = table.freeze();
        for (int i = 0; i < types.size(); i++) {
            assertThat(rows.value(0, i)).as(types.get(i).name()).isEqualTo(cells.get(i));
        }
        assertThat(rows.value(1, 1)).isNull();
        assertThat(rows.value(1, types.size() - 1)).isNull();
    }

    @Test
    void keepsColumnsAsTheyLieInAFrame() {
        List<DataType> types =
                List.of(DataType.TIMESTAMP, DataType.UTINYINT, DataType.SMALLINT, DataType.FLOAT, DataType.BOOL);
        List<Column> columns = types.stream().map(type -> Column.of("c", type)).toList();
        TableData table = new TableData(columns);
        BitSet second = new BitSet();
        second.set(1);
        RowBatchBuilder batch = new RowBatchBuilder(columns);
        batch.addAll(
                2,
                Arrays.asList(
                        CellArray.ofBytes(types.get(0), 2, bytes("01000000000000000200000000000000"), new BitSet()),
                        CellArray.ofBytes(types.get(1), 2, bytes("fffe"), new BitSet()),
                        CellArray.ofBytes(types.get(2), 2, bytes("ffff"), second),
                        null,
                        CellArray.ofBytes(types.get(4), 2, bytes("0007"), new BitSet())));

        table.merge(batch.build());

        TableRows rows = table.freeze();
        assertThat(Stream.of(1, 2, 3, 4).map(column -> rows.value(0, column))).containsExactly(255L, -1L, null, false);
        assertThat(Stream.of(1, 2, 3, 4).map(column -> rows.value(1, column))).containsExactly(254L, null, null, true);
    }

    @Test
    void joinsColumnsThatFollowEachOther() {
        RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
        batch.addAll(2, byColumn(List.of(10L, 20L), List.of(1L, 2L)));
        batch.addAll(1, byColumn(List.of(30L), List.of(3L)));

        data.merge(batch.build());

        assertThat(rows(data.freeze())).containsExactly("[10, 1, null]", "[20, 2, null]", "[30, 3, null]");
    }

    @Test
    void ordersColumnsAndKeepsTheLastOfEqualTimestamps() {
        RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
        batch.addAll(2, byColumn(List.of(20L, 10L), List.of(2L, 1L)));
        batch.addAll(1, byColumn(List.of(20L), List.of(3L)));

        data.merge(batch.build());

        assertThat(rows(data.freeze())).containsExactly("[10, 1, null]", "[20, 3, null]");
    }

    @Test
    void leavesColumnsThatAreNotNamedAsTheyAre() {
        write(row(20, 1, "a"));
        RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
        batch.addAll(3, byColumn(List.of(10L, 20L, 30L), List.of(7L, 8L, 9L)));

        data.merge(batch.build());

        assertThat(rows(data.freeze())).containsExactly("[10, 7, null]", "[20, 8, a]", "[30, 9, null]");
    }

    private static List<CellArray> byColumn(List<Long> timestamps, List<Long> values) {
        return Arrays.asList(
                CellArray.of(DataType.TIMESTAMP, timestamps.toArray()),
                CellArray.of(COLUMNS.get(1).type(), values.toArray()),
                null);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    @Test
    void findsTheFirstRowAtOrAfterAMoment() {
        write(row(10, 1, "a"), row(20, 2, "b"));
        TableRows rows = data.freeze();

        assertThat(rows.firstAtOrAfter(5)).isZero();
        assertThat(rows.firstAtOrAfter(10)).isZero();
        assertThat(rows.firstAtOrAfter(11)).isEqualTo(1);
        assertThat(rows.firstAtOrAfter(21)).isEqualTo(2);
    }

    private static Object cell(Random random, Object value) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> RowBatch.NONE;
            default -> value;
        };
    }

    private static void put(Map<Long, List<Object>> model, RowBatch rows) {
        for (int row = 0; row < rows.count(); row++) {
            List<Object> cells = model.computeIfAbsent(rows.timestamp(row), key -> Arrays.asList(null, null));
            for (int column = 1; column <= 2; column++) {
                if (rows.names(row, column)) {
                    cells.set(column - 1, rows.value(row, column));
                }
            }
        }
    }

    private void write(Object[]... rows) {
        RowBatchBuilder batch = new RowBatchBuilder(COLUMNS);
        for (Object[] row : rows) {
            batch.add(row);
        }
        data.merge(batch.build());
    }

    private static Object[] row(long timestamp, Object a, Object b) {
        return new Object[] {timestamp, a, b};
    }

    private static List<String> rows(TableRows rows) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            texts.add("[" + rows.timestamp(row) + ", " + rows.value(row, 1) + ", " + rows.value(row, 2) + "]");
        }
        return texts;
    }
}
