// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.schemaless;

import io.tdspring.protocol.schemaless.SchemalessInsert;

/** The form of the data (manual, "Schemaless Ingestion"). */
public enum SchemalessProtocol {
    /** InfluxDB's line protocol: {@code st,t1=3i64,t2="x" c1=3i64,c2=false 1626006833639000000}. */
    LINE(SchemalessInsert.LINE),

    /** OpenTSDB's telnet lines, without a {@code put} in front: {@code meters.current 1648432611249 10.3 location=x}. */
    TELNET(SchemalessInsert.TELNET),

    /** OpenTSDB's JSON: an object, or an array of objects, with metric, timestamp, value and tags. */
    JSON(SchemalessInsert.JSON);

    private final int code;

    SchemalessProtocol(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
