// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.observation;

import io.micrometer.observation.Observation;
import io.tdspring.client.tmq.TmqMessage;

/** A message that is handed to a listener. Confined to the listener's thread, as observations are. */
public final class ListenerObservationContext extends Observation.Context {

    private final String listenerId;
    private final String groupId;
    private final TmqMessage message;

    public ListenerObservationContext(String listenerId, String groupId, TmqMessage message) {
        this.listenerId = listenerId;
        this.groupId = groupId;
        this.message = message;
    }

    public String listenerId() {
        return listenerId;
    }

    public String groupId() {
        return groupId;
    }

    public TmqMessage message() {
        return message;
    }
}
