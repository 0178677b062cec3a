// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.QueryResult;
import io.tdspring.client.RowCursor;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.stmt.NullMarks;
import io.tdspring.client.stmt.TdStatement;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Whole columns at once, of all sixteen types that a column can have in every version, with NULLs. */
@Component
final class BindMulti implements Example {

    private static final String COLUMNS = "ts TIMESTAMP, b BOOL, i8 TINYINT, i16 SMALLINT, i32 INT, i64 BIGINT,"
            + " u8 TINYINT UNSIGNED, u16 SMALLINT UNSIGNED, u32 INT UNSIGNED, u64 BIGINT UNSIGNED, f FLOAT, d DOUBLE,"
            + " s VARCHAR(20), n NCHAR(20), v VARBINARY(20), g GEOMETRY(64)";

    /** POINT (1 2) as well-known binary. */
    private static final byte[] POINT = {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -16, 63, 0, 0, 0, 0, 0, 0, 0, 64};

    private static final Instant BEGIN = Instant.parse("2024-05-06T07:08:09Z");

    /** The second row is NULL in every column but its timestamp. */
    private static final NullMarks SECOND = row -> row == 1;

    @Override
    public String name() {
        return "bind_multi";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(client, "bind_multi", "(" + COLUMNS + ")");
        try (TdStatement insert = client.prepare("INSERT INTO " + ExampleDatabase.NAME
                + ".bind_multi VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            numbers(insert);
            texts(insert);
            out.accept(insert.addRows().execute() + " rows");
        }
        try (QueryResult result = client.query("SELECT * FROM " + ExampleDatabase.NAME + ".bind_multi")) {
            for (RowCursor row = result.rows(); row.next(); ) {
                out.accept(line(row, result.columns().size()));
            }
        }
    }

    private static void numbers(TdStatement insert) {
        insert.setList(0, List.of(BEGIN, BEGIN.plusSeconds(1), BEGIN.plusSeconds(2)))
                .setBooleans(1, new boolean[] {true, false, false}, SECOND)
                .setTinyInts(2, new byte[] {-128, 0, 127}, SECOND)
                .setShorts(3, new short[] {-32768, 0, 32767}, SECOND)
                .setInts(4, new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}, SECOND)
                .setLongs(5, new long[] {-1, 0, Long.MAX_VALUE}, SECOND)
                .setInts(6, new int[] {0, 0, 255}, SECOND)
                .setInts(7, new int[] {0, 0, 65535}, SECOND)
                .setLongs(8, new long[] {0, 0, 4_294_967_295L}, SECOND)
                .setList(
                        9,
                        Arrays.asList(
                                BigInteger.ZERO, null, BigInteger.TWO.pow(64).subtract(BigInteger.ONE)))
                .setFloats(10, new float[] {-1.5f, 0, 1.5f}, SECOND)
                .setDoubles(11, new double[] {-1e300, 0, 1e300}, SECOND);
    }

    private static void texts(TdStatement insert) {
        insert.setList(12, Arrays.asList("a'b\"c\\", null, ""))
                .setList(13, Arrays.asList("温度", null, "😀"))
                .setList(14, Arrays.asList(new byte[] {0, -1}, null, new byte[0]))
                .setList(15, Arrays.asList(POINT, null, POINT));
    }

    private static String line(RowCursor row, int columns) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            Object value = row.getValue(column);
            line.append(column == 0 ? "" : ", ");
            line.append(value instanceof byte[] bytes ? bytes.length + " bytes" : value);
        }
        return line.toString();
    }
}
