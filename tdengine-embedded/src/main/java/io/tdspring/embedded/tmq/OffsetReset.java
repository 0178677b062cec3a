// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

/** Where a group starts in a vgroup for which it has committed nothing. */
public enum OffsetReset {
    /** At the oldest entry of the log. */
    EARLIEST,
    /** Behind the newest entry at the moment of the first poll or assignment. */
    LATEST,
    /** Nowhere: polling fails. */
    NONE
}
