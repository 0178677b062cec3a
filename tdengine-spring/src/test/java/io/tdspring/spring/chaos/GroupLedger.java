// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a group has handled and committed, and whether that may be. Thread-safe. */
final class GroupLedger {

    private final BitSet handled;
    private final CountDownLatch missing;
    private final Map<TopicVgroup, Long> handledEnds = new HashMap<>();
    private final Map<TopicVgroup, Long> committed = new HashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private long repeated;

    GroupLedger(int rows) {
        handled = new BitSet(rows);
        missing = new CountDownLatch(rows);
    }

    /** What has been committed of each vgroup. */
    synchronized Map<TopicVgroup, Long> committed() {
        return Map.copyOf(committed);
    }

    /**
     * A consumer brings a message; what the group has committed must not come again.
     *
     * @param before what had been committed when the server may have handed it out
     */
    void delivered(TmqMessage message, Map<TopicVgroup, Long> before) {
        long end = before.getOrDefault(message.vgroup(), 0L);
        if (message.startOffset() < end) {
            faults.add("the message at " + message.startOffset() + " of " + message.vgroup() + " came again though "
                    + end + " was committed");
        }
    }

    /**
     * All rows of a message have been handled. Borders of messages move when they are read again, rows do not: what lies
     * before the furthest end must have been handled. The end of a message is not known if it does not lie behind its start: its
     * vgroup went and came again before its position was asked, and it comes once more.
     */
    synchronized void handled(TmqMessage message) {
        long before = handledEnds.getOrDefault(message.vgroup(), 0L);
        int fresh = note(message);
        boolean isEndKnown = message.endOffset() > message.startOffset();
        if (fresh > 0 && isEndKnown && message.endOffset() <= before) {
            faults.add(fresh + " rows of the message at " + message.startOffset() + " of " + message.vgroup()
                    + " came behind " + before);
        }
        repeated += message.startOffset() < before ? 1 : 0;
        handledEnds.merge(message.vgroup(), message.endOffset(), Math::max);
    }

    /** How many of its rows have not been handled before. */
    private int note(TmqMessage message) {
        int fresh = 0;
        for (TableBlock table : message.blocks()) {
            for (int row = 0; row < table.block().rows(); row++) {
                int value = table.block().intAt(0, row);
                if (!handled.get(value)) {
                    handled.set(value);
                    missing.countDown();
                    fresh++;
                }
            }
        }
        return fresh;
    }

    /** A commit is about to be sent; it must not run ahead of what was handled. */
    synchronized void committing(Map<TopicVgroup, Long> offsets) {
        offsets.forEach((vgroup, offset) -> {
            if (offset > handledEnds.getOrDefault(vgroup, 0L)) {
                faults.add(
                        offset + " of " + vgroup + " is committed, and only " + handledEnds.get(vgroup) + " handled");
            }
        });
    }

    synchronized void committed(Map<TopicVgroup, Long> offsets) {
        offsets.forEach((vgroup, offset) -> committed.merge(vgroup, offset, Math::max));
    }

    void awaitAll(long seconds) throws InterruptedException {
        assertThat(missing.await(seconds, TimeUnit.SECONDS))
                .as("all rows handled; %d are missing, faults %s", missing.getCount(), faults)
                .isTrue();
    }

    void check() {
        assertThat(faults).isEmpty();
    }

    @Override
    public synchronized String toString() {
        return handled.cardinality() + " rows handled, " + repeated + " messages repeated";
    }
}
