// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import org.jspecify.annotations.Nullable;

/**
 * Rows of one table in the order of their timestamps, frozen when they were asked for.
 *
 * <p>Immutable and safe for use by many threads: what is written later is not seen. Columns are numbered as in
 * {@link Table#columns()}; column 0 is the timestamp.
 */
public interface TableRows {

    /** How many rows there are. */
    int count();

    /** The timestamp of a row, in the unit of the database. */
    long timestamp(int row);

    /** A cell by the server's cell conventions (Long, BigInteger, String, byte[] …), null for NULL. */
    @Nullable
    Object value(int row, int column);

    /** The number of rows before {@code timestamp}, which is the first row at or after it. */
    default int firstAtOrAfter(long timestamp) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timestamp(middle) < timestamp) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
