// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.schemaless;

/** The unit of the timestamps in the data. */
public enum SchemalessPrecision {
    /**
     * Left to the server: nanoseconds in the line protocol; in the others seconds or milliseconds, by the number of
     * digits.
     */
    NOT_CONFIGURED(""),
    HOURS("h"),
    MINUTES("m"),
    SECONDS("s"),
    MILLISECONDS("ms"),
    MICROSECONDS("u"),
    NANOSECONDS("ns");

    private final String symbol;

    SchemalessPrecision(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
