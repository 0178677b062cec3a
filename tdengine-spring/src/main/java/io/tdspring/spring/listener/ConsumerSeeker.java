// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import java.util.List;
import java.util.OptionalLong;

/** The seeker over a live consumer. Confined to the consumer's thread. */
record ConsumerSeeker(TmqConsumer consumer, Commits commits) implements TdConsumerSeeker {

    @Override
    public List<VgroupAssignment> assignment(String topic) {
        return consumer.assignment(topic);
    }

    @Override
    public OptionalLong position(String topic, int vgroupId) {
        return consumer.position(topic, vgroupId);
    }

    @Override
    public OptionalLong committed(String topic, int vgroupId) {
        return consumer.committed(topic, vgroupId);
    }

    @Override
    public void seek(String topic, int vgroupId, long offset) {
        commits.seek(new TopicVgroup(topic, vgroupId), offset);
    }

    @Override
    public void seekRelative(String topic, int vgroupId, long offsets) {
        VgroupAssignment range = assignment(topic).stream()
                .filter(vgroup -> vgroup.vgroupId() == vgroupId && vgroup.begin() >= 0 && vgroup.end() >= 0)
                .findFirst()
                .orElseThrow(() -> unknown(topic, vgroupId));
        OptionalLong reached = commits.reached(new TopicVgroup(topic, vgroupId));
        long from =
                (reached.isPresent() ? reached : position(topic, vgroupId)).orElseThrow(() -> unknown(topic, vgroupId));
        seek(topic, vgroupId, Math.max(range.begin(), Math.min(range.end(), from + offsets)));
    }

    private static IllegalStateException unknown(String topic, int vgroupId) {
        return new IllegalStateException(
                "the server does not know now where vgroup " + vgroupId + " of topic " + topic + " is read");
    }

    @Override
    public void seekToBeginning(String topic) {
        for (VgroupAssignment vgroup : assignment(topic)) {
            // −1 means that the server does not know the range: such a vgroup keeps its position.
            if (vgroup.begin() >= 0) {
                seek(topic, vgroup.vgroupId(), vgroup.begin());
            }
        }
    }

    @Override
    public void seekToEnd(String topic) {
        for (VgroupAssignment vgroup : assignment(topic)) {
            if (vgroup.end() >= 0) {
                seek(topic, vgroup.vgroupId(), vgroup.end());
            }
        }
    }
}
