// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/**
 * How much of a {@link SchemalessBatch} was written. Immutable.
 *
 * @param lines of the batch that were sent: its first ones, as many as one message takes
 * @param affectedRows rows written, as the server says
 * @param totalRows lines found, as the server says; 0 from servers before 3.3.2.7
 */
public record SchemalessCount(int lines, long affectedRows, long totalRows) {}
