// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What a consumer knows to be committed of its vgroups, so that it can tell whether another member has been at work. Thread-safe. */
final class OwnCommits {

    private final Map<TopicVgroup, Long> known = new ConcurrentHashMap<>();

    /** The server may have taken these without having been able to say so. */
    private final Map<TopicVgroup, Long> sent = new ConcurrentHashMap<>();

    void sent(TopicVgroup vgroup, long offset) {
        sent.put(vgroup, offset);
    }

    void taken(TopicVgroup vgroup, long offset) {
        known.put(vgroup, offset);
    }

    /** The server says so; what this consumer has committed itself it knows already. */
    void found(TopicVgroup vgroup, OptionalLong committed) {
        committed.ifPresent(offset -> known.putIfAbsent(vgroup, offset));
    }

    /** Whether that is how this consumer left it. */
    boolean isUnchanged(TopicVgroup vgroup, OptionalLong committed) {
        Long before = known.get(vgroup);
        if (committed.isEmpty()) {
            return before == null;
        }
        Long offset = committed.getAsLong();
        return offset.equals(before) || offset.equals(sent.get(vgroup));
    }
}
