// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.embedded;

import io.tdspring.client.TdengineClient;
import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.BoundValuesWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of weather stations, one a second each, table after table. Not thread-safe. */
final class Weather {

    static final int ROWS_OF_A_STATEMENT = 2_000;

    private static final long FIRST = 1_767_225_600_000L;
    private static final int TABLES_OF_A_FRAME = 10;
    private static final int ROWS_OF_A_TABLE = 1_000;

    private final int tables;
    private final long[] nextTime;
    private int table;

    Weather(int tables) {
        this.tables = tables;
        this.nextTime = new long[tables];
        Arrays.fill(nextTime, FIRST);
    }

    void createTables(TdengineClient client) {
        client.execute("create database bench vgroups 2");
        client.execute("create table bench.weather (ts timestamp, a float, b int, c float) tags (station int)");
        for (int i = 0; i < tables; i++) {
            client.execute("create table bench.w" + i + " using bench.weather tags (" + i + ")");
        }
    }

    String nextInsert() {
        int number = nextTable();
        StringBuilder sql = new StringBuilder(ROWS_OF_A_STATEMENT * 40)
                .append("insert into bench.w")
                .append(number)
                .append(" values");
        for (int i = 0; i < ROWS_OF_A_STATEMENT; i++) {
            long time = nextTime[number];
            nextTime[number] += 1000;
            sql.append('(')
                    .append(time)
                    .append(',')
                    .append(a(time))
                    .append(',')
                    .append(b(time))
                    .append(',')
                    .append(c(time))
                    .append(')');
        }
        return sql.toString();
    }

    List<BoundTable> nextTables() {
        List<BoundTable> frame = new ArrayList<>();
        for (int i = 0; i < TABLES_OF_A_FRAME; i++) {
            int number = nextTable();
            frame.add(new BoundTable("w" + number, List.of(station(number)), columns(number)));
        }
        return frame;
    }

    private static BoundValues station(int number) {
        return new BoundValuesWriter(DataType.INT).addLong(number).finish();
    }

    private List<BoundValues> columns(int number) {
        BoundValuesWriter times = new BoundValuesWriter(DataType.TIMESTAMP);
        BoundValuesWriter as = new BoundValuesWriter(DataType.FLOAT);
        BoundValuesWriter bs = new BoundValuesWriter(DataType.INT);
        BoundValuesWriter cs = new BoundValuesWriter(DataType.FLOAT);
        for (int i = 0; i < ROWS_OF_A_TABLE; i++) {
            long time = nextTime[number];
            nextTime[number] += 1000;
            times.addLong(time);
            as.addFloat(a(time));
            bs.addLong(b(time));
            cs.addFloat(c(time));
        }
        return List.of(times.finish(), as.finish(), bs.finish(), cs.finish());
    }

    private int nextTable() {
        table = (table + 1) % tables;
        return table;
    }

    private static float a(long time) {
        return (time / 1000 % 500) / 10f;
    }

    private static int b(long time) {
        return (int) (time / 1000 % 10_007);
    }

    private static float c(long time) {
        return (time / 1000 % 300) / 4f;
    }
}
