// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the reading thread, which each test's own thread stands for, may do while others send. */
class OutboxTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int SHORT_MESSAGE = 4 << 10;

    private final List<IOException> failures = new ArrayList<>();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();

    private Outbox outbox(OutputStream out) {
        FrameSender sender = new FrameSender(new FrameWriter(out), null, LONG, failures::add);
        return new Outbox(sender, elsewhere::add, LONG);
    }

    private static OutgoingFrame frame(int bytes, Duration timeout) {
        return new OutgoingFrame(FrameHeader.BINARY, Deadline.after(timeout), ByteBuffer.allocate(bytes));
    }

    /** Counts what each thread writes, and has others send meanwhile. */
    private static final class Counting extends OutputStream {

        private final Thread reading = Thread.currentThread();
        private Runnable meanwhile = () -> {};
        private int byReading;
        private int byOthers;

        @Override
        public void write(int one) {
            throw new AssertionError("a frame byte by byte");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (Thread.currentThread() == reading) {
                byReading += length;
            } else {
                byOthers += length;
            }
            Runnable once = meanwhile;
            meanwhile = () -> {};
            CompletableFuture.runAsync(once).orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void theReadingThreadLeavesToOthersWhatTheyAddWhileItWrites() {
        Counting out = new Counting();
        Outbox outbox = outbox(out);
        out.meanwhile = () -> {
            for (int i = 0; i < 100; i++) {
                outbox.send(frame(SHORT_MESSAGE, LONG));
            }
        };

        outbox.sendSoon(frame(10, LONG));
        outbox.flushSoon();

        assertThat(out.byReading).isPositive().isLessThan(64 << 10);
        CompletableFuture.runAsync(elsewhere.remove())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        assertThat(out.byReading + out.byOthers).isGreaterThan(100 * SHORT_MESSAGE);
        assertThat(failures).isEmpty();
    }

    @Test
    void callersLeaveRoomForWhatTheReadingThreadHasToSay() throws Exception {
        CompletableFuture<Void> writing = new CompletableFuture<>();
        CompletableFuture<Void> taken = new CompletableFuture<>();
        Outbox outbox = outbox(new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("a frame byte by byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writing.complete(null);
                taken.orTimeout(30, TimeUnit.SECONDS).join();
            }
        });
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> outbox.send(frame(10, LONG)));
        writing.get(30, TimeUnit.SECONDS);

        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> {
            while (true) {
                outbox.send(frame(SHORT_MESSAGE, Duration.ofMillis(1)));
            }
        });
        boolean sent = outbox.sendSoon(frame(100, LONG));

        assertThat(failures).isEmpty();
        assertThat(sent).isTrue();
        taken.complete(null);
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    }
}
