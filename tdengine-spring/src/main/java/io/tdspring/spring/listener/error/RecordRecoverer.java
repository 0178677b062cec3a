// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.FailedDelivery;

/**
 * Takes what no further attempt is made at, so that the group can go on behind it. Called by the consumer's thread, and by
 * several at once if it serves several consumers.
 */
@FunctionalInterface
public interface RecordRecoverer {

    /**
     * Takes what failed: all rows from the failed to the next one. When this returns they count as handled and are
     * committed, so they must be safe by then. It may see the same rows again, if the message is delivered again.
     *
     * @throws RuntimeException if they could not be taken: they stay, and are tried again
     */
    void recover(FailedDelivery failure);
}
