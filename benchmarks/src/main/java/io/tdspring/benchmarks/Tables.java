// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.client.TdengineClient;
import java.util.List;
import java.util.function.BiConsumer;

/** Creates the tables that the workloads read and write, those that are read with the rows that the replay server tells. */
final class Tables {

    private static final long FIRST_TIME = 1_767_225_600_000L;
    private static final int ROWS_OF_A_STATEMENT = 5_000;
    private static final int BLOCK_ROWS = 4096;

    private Tables() {}

    static void create(String endpoint, List<Shape> read) {
        try (TdengineClient client =
                TdengineClient.builder().endpoints(endpoint).build()) {
            client.execute("create database bench vgroups 2");
            client.execute("create table bench.w1 (ts timestamp, a float, b int, c float)");
            client.execute("create table bench.w2 (ts timestamp, place nchar(40), device varchar(40), counter bigint,"
                    + " level double, alarm bool)");
            client.execute("create table bench.weather (ts timestamp, a float, b int, c float) tags (station int)");
            client.execute("create table bench.small (ts timestamp, a float, b int, c float)");
            client.execute("insert into bench.small values (" + FIRST_TIME + ", 21.5, 42, 0.25)");
            read.forEach(shape -> fill(client, shape, shape == Shape.W1 ? Tables::numbers : Tables::mixed));
        }
    }

    private static void fill(TdengineClient client, Shape shape, BiConsumer<StringBuilder, Integer> row) {
        int table = shape.select().lastIndexOf(' ');
        for (int from = 0; from < shape.rows(); from += ROWS_OF_A_STATEMENT) {
            StringBuilder sql = new StringBuilder("insert into")
                    .append(shape.select(), table, shape.select().length())
                    .append(" values");
            for (int i = from; i < Math.min(from + ROWS_OF_A_STATEMENT, shape.rows()); i++) {
                sql.append('(').append(FIRST_TIME + 1000L * i);
                row.accept(sql, i % BLOCK_ROWS);
                sql.append(')');
            }
            client.execute(sql.toString());
        }
    }

    private static void numbers(StringBuilder sql, int row) {
        sql.append(',').append((row % 500) / 10f);
        sql.append(',').append(row % 10_007);
        sql.append(',').append((row % 300) / 4f);
    }

    private static void mixed(StringBuilder sql, int row) {
        sql.append(",'测试站点-station-").append(row % 1000);
        sql.append("','device-").append(row % 997).append("-of-the-plant',");
        sql.append(row * 31L).append(',').append(row / 8.0).append(',').append(row % 7 == 0);
    }
}
