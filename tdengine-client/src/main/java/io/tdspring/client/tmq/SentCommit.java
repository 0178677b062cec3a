// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

/** A commit that is on its way; to be used by the thread of its consumer alone. */
@FunctionalInterface
public interface SentCommit {

    /** What has been committed already. */
    SentCommit DONE = () -> {};

    /**
     * Waits for its answers, not longer than for those of {@link TmqConsumer#commit(java.util.Map)}, whose exceptions this
     * throws. To be called once.
     */
    void await();
}
