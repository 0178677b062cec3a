// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTmqException;

/**
 * A message has come that this client cannot read, and will not be able to however often it tries; the cause says why.
 *
 * <p>{@link TmqConsumer#poll} throws this again until the consumer {@linkplain TmqConsumer#seek seeks} past it, to {@link
 * #endOffset()}.
 */
public final class UnreadableMessageException extends TdengineTmqException {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final int vgroupId;
    private final long startOffset;
    private final long endOffset;

    /**
     * As a consumer throws it.
     *
     * @param startOffset seeking there gets the message again
     * @param endOffset where the vgroup goes on behind it
     */
    public UnreadableMessageException(TopicVgroup vgroup, long startOffset, long endOffset, TdengineException cause) {
        super(text(vgroup, startOffset, endOffset, cause), cause);
        this.topic = vgroup.topic();
        this.vgroupId = vgroup.vgroupId();
        this.startOffset = startOffset;
        this.endOffset = endOffset;
    }

    private static String text(TopicVgroup vgroup, long startOffset, long endOffset, TdengineException cause) {
        return "the message at offset " + startOffset + " of vgroup " + vgroup.vgroupId() + " of topic "
                + vgroup.topic() + " cannot be read; seek to " + endOffset + " to pass over it: " + cause.getMessage();
    }

    public TopicVgroup vgroup() {
        return new TopicVgroup(topic, vgroupId);
    }

    public long startOffset() {
        return startOffset;
    }

    public long endOffset() {
        return endOffset;
    }
}
