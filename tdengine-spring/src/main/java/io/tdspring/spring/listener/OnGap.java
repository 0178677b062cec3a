// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** What a container does when the log of a vgroup begins behind what its group has committed. */
public enum OnGap {
    /** Ends, with the gap as its reason; somebody has to decide. */
    FAIL,
    /** Goes on with the oldest message that there is. The default. */
    EARLIEST,
    /** Goes on with the next message that is written. */
    LATEST
}
