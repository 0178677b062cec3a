// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import java.util.List;

/** Several observers, one after the other. */
record Observers(List<LoopObserver> all) implements LoopObserver {

    @Override
    public void subscribed(TmqConsumer consumer) {
        all.forEach(each -> each.subscribed(consumer));
    }

    @Override
    public void turned(TmqConsumer consumer, int messages) {
        all.forEach(each -> each.turned(consumer, messages));
    }

    @Override
    public void paused(boolean isPaused) {
        all.forEach(each -> each.paused(isPaused));
    }

    @Override
    public void closing() {
        all.forEach(LoopObserver::closing);
    }
}
