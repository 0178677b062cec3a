// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

/**
 * A vgroup as {@code assignment} shows it.
 *
 * <p>Immutable.
 *
 * @param offset where the last delivery began, or the position started at or sought
 * @param begin the oldest entry of the log, -1 if unknown
 * @param end one behind the newest entry, -1 if unknown
 */
public record VgroupOffsets(int vgroupId, long offset, long begin, long end) {

    /** What a consumer that kept a vgroup in a realistic rebalance knows of its begin and end. */
    static final long UNKNOWN = -1;
}
