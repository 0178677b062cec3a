// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.spring.event.ListenerEvent;
import java.util.function.Consumer;

/** Tells when a consumer pauses. */
record PauseEvents(String name, String listenerId, Consumer<ListenerEvent> events) implements LoopObserver {

    @Override
    public void paused(boolean isPaused) {
        events.accept(
                isPaused ? new ListenerEvent.Paused(listenerId, name) : new ListenerEvent.Resumed(listenerId, name));
    }
}
