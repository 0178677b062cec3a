// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

/** A table that is read. */
public enum Shape {
    /** (ts timestamp, a float, b int, c float) */
    W1("w1", 5_000_000),

    /** (ts timestamp, place nchar(40), device varchar(40), counter bigint, level double, alarm bool) */
    W2("w2", 500_000);

    private final String table;
    private final int rows;

    Shape(String table, int rows) {
        this.table = table;
        this.rows = rows;
    }

    public String select() {
        return "select * from bench." + table;
    }

    public int rows() {
        return rows;
    }
}
