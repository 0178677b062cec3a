// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.error.TdengineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open WebSocket: what it sends, how it is read, and how it ends. Thread-safe. */
final class FramedSocket implements OpenSocket {

    /** The longest message of either side that fits into memory here. */
    static final int MAX_INCOMING_BYTES = 128 << 20;

    private static final Logger log = LoggerFactory.getLogger(FramedSocket.class);

    private static final int MAX_OUTGOING_BYTES = 1 << 30;
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private record End(String why, @Nullable Throwable cause) {}

    private final Endpoint endpoint;
    private final Carrier carrier;
    private final BufferPool messages = new BufferPool();
    private final @Nullable Inflation inflation;
    private final FrameSender sender;
    private final Outbox outbox;
    private final Pulse pulse;
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile @Nullable Deadline farewell;
    private volatile @Nullable Thread readingThread;

    /**
     * @param threads write for the thread that reads this socket
     */
    FramedSocket(Endpoint endpoint, Attempt.Upgraded upgraded, Timeouts timeouts, Executor threads) {
        Compression compression = upgraded.compression();
        this.endpoint = endpoint;
        this.carrier = upgraded.carrier();
        this.inflation = compression == Compression.NONE
                ? null
                : new Inflation(compression == Compression.WITH_THE_SERVERS_WINDOW, MAX_INCOMING_BYTES);
        this.sender = new FrameSender(
                new FrameWriter(carrier.out()),
                compression == Compression.NONE ? null : new Deflation(),
                timeouts.pingTimeout(),
                failure -> breakOff("broke", failure));
        this.outbox = new Outbox(sender, threads, timeouts.pingTimeout());
        this.pulse = new Pulse(timeouts);
    }

    @Override
    public int maxMessageBytes() {
        return MAX_OUTGOING_BYTES;
    }

    @Override
    public boolean sendText(String text, Deadline deadline) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        return send(new OutgoingFrame(FrameHeader.TEXT, deadline, bytes));
    }

    @Override
    public void sendTextLater(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        outbox.sendLater(new OutgoingFrame(FrameHeader.TEXT, Deadline.after(FAREWELL), bytes));
    }

    @Override
    public boolean sendText(Deadline deadline, ByteBuffer utf8) {
        return send(new OutgoingFrame(FrameHeader.TEXT, deadline, utf8));
    }

    @Override
    public boolean sendBinary(Deadline deadline, ByteBuffer... parts) {
        return send(new OutgoingFrame(FrameHeader.BINARY, deadline, parts));
    }

    private boolean send(OutgoingFrame frame) {
        if (frame.length() > MAX_OUTGOING_BYTES) {
            throw new IllegalArgumentException("a message of " + frame.length() + " bytes");
        }
        return isReadingThread() ? outbox.sendSoon(frame) : outbox.send(frame);
    }

    private boolean isReadingThread() {
        return Thread.currentThread() == readingThread;
    }

    @Override
    public void recycle(ByteBuffer message) {
        messages.give(message);
    }

    /** Reads on this thread until the end. */
    void read(Receiver receiver) {
        readingThread = Thread.currentThread();
        carrier.in().beforeWaiting(outbox::flushSoon);
        Frames frames = new Frames(receiver);
        FrameReader reader = new FrameReader(carrier.in(), frames, messages, MAX_INCOMING_BYTES, inflation);
        try {
            while (!frames.closed) {
                reader.readFrame();
            }
        } catch (Violation e) {
            end(endpoint + " broke the rules of WebSocket: " + e.getMessage(), e);
            sayFarewell(CloseFrame.payload(e.closeCode()));
        } catch (IOException | RuntimeException | Error e) {
            // Errors also come from a receiver, and all who wait must hear of them.
            breakOff("broke", e);
        } finally {
            finish(receiver);
        }
    }

    private void finish(Receiver receiver) {
        try {
            End ended = end.get();
            if (ended != null) {
                log.debug("the socket to {} has ended: {}", endpoint, ended.why());
                receiver.onEnd(ended.why(), ended.cause());
            }
            awaitEndOfStream();
        } finally {
            discard();
            gone.countDown();
        }
    }

    /** Frees everything; to be called when it is not read, or no longer. */
    void discard() {
        carrier.cut();
        outbox.release();
        carrier.release();
        if (inflation != null) {
            inflation.close();
        }
    }

    // The server is to end the stream first (RFC 6455, 7.1.1), and does not read a last word if it is cut off.
    private void awaitEndOfStream() {
        if (farewell != null) {
            try {
                carrier.in().drain();
            } catch (IOException e) {
                log.debug("the socket to {} was cut after its last frame: {}", endpoint, e.toString());
            }
        }
    }

    /** Looks after deadlines and signs of life; called by the watching thread from time to time. */
    void check(long nowNanos) {
        Deadline last = farewell;
        if (last != null && last.isOver()) {
            carrier.cut();
        } else if (outbox.isStuck()) {
            breakOff("broke", new IOException("it did not take a message until its deadline"));
        } else if (last == null) {
            outbox.flushLeft();
            switch (pulse.at(nowNanos, carrier.in().lastArrivalNanos())) {
                case ASK -> ask(nowNanos);
                case GONE -> breakOff("broke", new IOException("it did not answer a ping"));
                case FINE -> {}
            }
        }
    }

    private void ask(long nowNanos) {
        if (outbox.ping()) {
            pulse.asked(nowNanos);
        }
    }

    @Override
    public void close() {
        if (!end("the connection to " + endpoint + " was closed by this client", null)) {
            return;
        }
        Deadline deadline = Deadline.after(FAREWELL);
        if (isReadingThread()) {
            sayFarewell(CloseFrame.payload(CloseFrame.NORMAL));
            return;
        }
        try {
            outbox.send(new OutgoingFrame(FrameHeader.CLOSE, deadline, CloseFrame.payload(CloseFrame.NORMAL)));
            if (!gone.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("{} has not answered a Close frame within {}", endpoint, deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TdengineException e) {
            log.debug("no Close frame could be sent to {}: {}", endpoint, e.getMessage());
        } finally {
            sender.shut();
            carrier.cut();
        }
    }

    private void sayFarewell(ByteBuffer payload) {
        Deadline deadline = Deadline.after(FAREWELL);
        farewell = deadline;
        outbox.sendSoon(new OutgoingFrame(FrameHeader.CLOSE, deadline, payload));
        outbox.flushSoon();
    }

    @Override
    public void cancel() {
        breakOff("was closed by this client", null);
    }

    private void breakOff(String how, @Nullable Throwable cause) {
        end("the connection to " + endpoint + " " + how, cause);
        sender.shut();
        carrier.cut();
    }

    // The first reason counts.
    private boolean end(String why, @Nullable Throwable cause) {
        return end.compareAndSet(null, new End(why, cause));
    }

    private final class Frames implements FrameListener {

        private final Receiver receiver;
        private boolean closed;

        Frames(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void onText(String text) {
            receiver.onText(text);
        }

        @Override
        public void onBinary(ByteBuffer message) {
            receiver.onBinary(message);
        }

        @Override
        public void onPing(ByteBuffer payload) {
            outbox.pong(payload);
        }

        @Override
        public void onPong(ByteBuffer payload) {
            sender.onPong(payload);
        }

        @Override
        public void onClose(CloseFrame frame) {
            closed = true;
            end(endpoint + " closed the connection" + frame, null);
            sayFarewell(frame.echo());
        }
    }
}
