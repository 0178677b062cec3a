// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

/**
 * When rows become a frame, and how many there may be. Immutable.
 *
 * @param bufferBytes of all rows that are neither acknowledged nor failed
 */
record WriterLimits(int maxRows, int maxBytes, long lingerNanos, long bufferBytes) {}
