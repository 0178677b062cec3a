// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

/** The rows that a writer writes into a table of its own, each made of its number alone. */
record Rows(int writer) {

    static final String DATABASE = "chaos";
    static final long FIRST = 1_700_000_000_000L;

    String table() {
        return "w" + writer;
    }

    long timestamp(int number) {
        return FIRST + number;
    }

    int value(int number) {
        return number * 31 + writer;
    }
}
