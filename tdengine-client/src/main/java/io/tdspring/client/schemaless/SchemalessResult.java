// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.schemaless;

/**
 * What the server has written. Immutable.
 *
 * @param affectedRows rows written
 * @param totalRows lines that the server found, where a JSON document counts as one; 0 from servers before 3.3.2.7,
 *     which do not tell
 */
public record SchemalessResult(long affectedRows, long totalRows) {

    /** Of nothing. */
    static final SchemalessResult NOTHING = new SchemalessResult(0, 0);
}
