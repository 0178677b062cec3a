// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

/**
 * What came of a request.
 *
 * @param affectedRows rows written, those of a table with the same timestamp counted once
 * @param totalLines lines in the data but remarks, also where a line is no row
 */
public record Written(long affectedRows, long totalLines) {}
