// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * How often the rows of a message have failed, kept until the message is handled: also while the server delivers it again,
 * and for rows already given up, which fail again then. A vgroup comes in order, so it has one such message at a time.
 * Confined to one thread.
 */
final class FailureCounts {

    /** The pause when a back-off that grants no attempt is asked for one all the same. */
    private static final long PAUSE_WITHOUT_BACK_OFF = 1_000;

    private final Map<TopicVgroup, OfMessage> failing = new HashMap<>();

    /** The failures of a row, this one not yet counted. */
    OfRow of(TmqMessage message, int row) {
        OfMessage rows = failing.get(message.vgroup());
        if (rows == null || rows.startOffset != message.startOffset()) {
            rows = new OfMessage(message.startOffset(), new HashMap<>());
            failing.put(message.vgroup(), rows);
        }
        return rows.byRow.computeIfAbsent(row, number -> new OfRow());
    }

    /** The number of an attempt at a row that is made now, from 1. */
    int attempt(TmqMessage message, int row) {
        OfMessage rows = failing.get(message.vgroup());
        OfRow count = rows == null || rows.startOffset != message.startOffset() ? null : rows.byRow.get(row);
        return count == null ? 1 : count.attempts + 1;
    }

    void handled(TmqMessage message) {
        failing.remove(message.vgroup());
    }

    private record OfMessage(long startOffset, Map<Integer, OfRow> byRow) {}

    /** The failures of one row, and the pauses between them. */
    static final class OfRow {

        private int attempts;
        private long lastPause = PAUSE_WITHOUT_BACK_OFF;
        private @Nullable BackOffExecution pauses;

        int failed() {
            return ++attempts;
        }

        /** Whether the pauses are still to be chosen. */
        boolean isNew() {
            return pauses == null;
        }

        void pauseBy(BackOff backOff) {
            pauses = backOff.start();
        }

        /** Milliseconds until the next attempt; the last pause once more if the back-off has no other. */
        long nextPause() {
            long next = pauses == null ? BackOffExecution.STOP : pauses.nextBackOff();
            if (next != BackOffExecution.STOP) {
                lastPause = next;
            }
            return lastPause;
        }
    }
}
