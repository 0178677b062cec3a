// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/**
 * Chooses the rows that a listener gets; those it does not choose count as handled. Must be safe for use by the threads
 * of all consumers.
 */
@FunctionalInterface
public interface RowFilter {

    /** Whether the listener gets this row, already read as the listener's type. What it throws is the row's failure. */
    boolean accepts(TdRecord<?> row);
}
