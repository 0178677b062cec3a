// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts for {@link ConsumerStats}. Thread-safe. */
final class ConsumerCounters {

    private final LongAdder polls = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder failedCommits = new LongAdder();

    void polled() {
        polls.increment();
    }

    void delivered(TmqMessage message) {
        messages.increment();
        rows.add(message.rows());
    }

    void committed(@Nullable Throwable failure) {
        (failure == null ? commits : failedCommits).increment();
    }

    ConsumerStats stats() {
        return new ConsumerStats(polls.sum(), messages.sum(), rows.sum(), commits.sum(), failedCommits.sum());
    }
}
