// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.websocket.engine.Receiver;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps what arrives on a socket. Thread-safe. */
final class Messages implements Receiver {

    /** The text at which this fails. */
    static final String FAIL = "fail";

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private final AtomicInteger ends = new AtomicInteger();

    @Override
    public void onText(String text) {
        if (text.equals(FAIL)) {
            throw new IllegalStateException(FAIL);
        }
        texts.add(text);
    }

    @Override
    public void onBinary(ByteBuffer message) {
        frames.add(message);
        texts.add("bytes " + StandardCharsets.UTF_8.decode(message.duplicate()));
    }

    @Override
    public void onEnd(String why, @Nullable Throwable cause) {
        ends.incrementAndGet();
        reasons.add(why);
    }

    /** The next message; of a binary one the text behind {@code bytes}. */
    String take() throws InterruptedException {
        return taken(texts);
    }

    /** The next binary message. */
    ByteBuffer takeBytes() throws InterruptedException {
        return taken(frames);
    }

    /** Why the socket has ended. */
    String takeEnd() throws InterruptedException {
        return taken(reasons);
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    int ends() {
        return ends.get();
    }
}
