// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

/**
 * What a writer has done until a moment. Immutable.
 *
 * @param rowsAppended rows taken
 * @param rowsAcknowledged of those, rows that the server has written
 * @param rowsFailed of those, rows given up
 * @param frames messages with rows that the server has acknowledged
 * @param retries messages sent again
 * @param bytesBuffered memory of the rows that are neither acknowledged nor failed
 */
public record WriterCounters(
        long rowsAppended, long rowsAcknowledged, long rowsFailed, long frames, long retries, long bytesBuffered) {}
