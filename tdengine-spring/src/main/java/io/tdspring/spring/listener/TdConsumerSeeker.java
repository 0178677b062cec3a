// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.VgroupAssignment;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a listener may ask of the consumer that feeds it: its assignment, positions, and seeks.
 *
 * <p>A parameter of this type is given to a listener method. Only to be used on the listener's thread, during the call.
 * A seek takes effect behind the message in hand, which is not committed if it lies behind the place sought; what has been
 * polled of that vgroup besides is dropped, to come again from there. When the position goes back, so does the group: after
 * a crash it resumes at the place sought, or before.
 */
public interface TdConsumerSeeker {

    /** The vgroups of the topic that this consumer reads, each with the range of its log; begin and end may be −1. */
    List<VgroupAssignment> assignment(String topic);

    /** The offset that is read next, if the server knows it. */
    OptionalLong position(String topic, int vgroupId);

    /** Where the group resumes, if anything has been committed. */
    OptionalLong committed(String topic, int vgroupId);

    /**
     * Moves the position.
     *
     * @throws io.tdspring.error.TdengineTmqException if the offset lies outside the log or the vgroup is another consumer's
     */
    void seek(String topic, int vgroupId, long offset);

    /**
     * Moves the position by so many offsets from behind the message in hand, not beyond the ends of the log. Offsets are those of the write-ahead
     * log and not messages: a message may take many, and some belong to no message of the topic.
     *
     * @throws IllegalStateException if the server does not know the position or the ends now
     * @throws io.tdspring.error.TdengineTmqException if the vgroup is another consumer's
     */
    void seekRelative(String topic, int vgroupId, long offsets);

    /** Moves the position of each assigned vgroup of the topic to the first offset of its log. */
    void seekToBeginning(String topic);

    /** Moves the position of each assigned vgroup of the topic behind the last offset of its log. */
    void seekToEnd(String topic);
}
