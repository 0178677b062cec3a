// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.websocket.engine.Receiver;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a socket delivers. */
public final class Received implements Receiver {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    public record End(String why, Throwable cause) {}

    @Override
    public void onText(String text) {
        events.add(text);
    }

    @Override
    public void onBinary(ByteBuffer message) {
        events.add(message);
    }

    @Override
    public void onEnd(String why, Throwable cause) {
        events.add(new End(why, cause));
    }

    public String text() throws InterruptedException {
        return take(String.class);
    }

    public ByteBuffer binary() throws InterruptedException {
        return take(ByteBuffer.class);
    }

    public End end() throws InterruptedException {
        return take(End.class);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    private <T> T take(Class<T> type) throws InterruptedException {
        Object event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!type.isInstance(event)) {
            throw new AssertionError("not " + type.getSimpleName() + " but " + event);
        }
        return type.cast(event);
    }
}
