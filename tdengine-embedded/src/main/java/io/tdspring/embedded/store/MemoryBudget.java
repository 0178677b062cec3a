// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.embedded.sql.SqlException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the rows of all tables may take, about.
 *
 * <p>Thread-safe.
 */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** @param limit the most bytes, or {@link Long#MAX_VALUE} for any number, which is not counted */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Whether anything has to be counted. */
    boolean isLimited() {
        return limit != Long.MAX_VALUE;
    }

    /** @throws SqlException 0x0102 if there is not so much left, and then nothing is taken */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > limit) {
            taken.addAndGet(-bytes);
            throw new SqlException(0x0102, "Out of Memory");
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
