// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.error.TdengineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Endpoint ENDPOINT = new Endpoint("memory", 6041);

    @Test
    void endsASocketThatIsOpenedWhenItsCallerHasBeenInterrupted() throws Exception {
        CancelledTooLate attempt = new CancelledTooLate();
        Opening opening = new Opening(ENDPOINT, attempt);
        CompletableFuture<FramedSocket> opened = CompletableFuture.supplyAsync(() -> opening.run(
                upgraded -> new FramedSocket(ENDPOINT, upgraded, new Timeouts(LONG, LONG, LONG, LONG), Runnable::run)));

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(TdengineException.class)
                .isThrownBy(() -> opening.await(Deadline.after(LONG)))
                .withMessageStartingWith("interrupted");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(opened.get(30, TimeUnit.SECONDS)).isNull();
        assertThat(attempt.cut.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Connects as soon as it is cancelled, which then has no effect any more. */
    private static final class CancelledTooLate implements Attempt, Carrier {

        private final CountDownLatch cancelled = new CountDownLatch(1);
        private final CountDownLatch cut = new CountDownLatch(1);

        @Override
        public Upgraded connect() throws IOException {
            try {
                assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Upgraded(this, Compression.NONE);
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public ConnectProgress progress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketInput in() {
            return new SocketInput(InputStream.nullInputStream());
        }

        @Override
        public OutputStream out() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void cut() {
            cut.countDown();
        }
    }
}
