// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Streams of frames with some bytes damaged give messages and then a clear end, the same ones however the bytes arrive, and
 * no more memory than they are worth.
 */
class FrameReaderFuzzTest {

    private static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);
    private static final int CASES = Boolean.getBoolean("tdspring.soak") ? 3_000_000 : 30_000;
    private static final int MAX_MESSAGE = 100_000;

    private final Random random = new Random(SEED);

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void damagedStreamsGiveMessagesAndThenAClearEnd() throws IOException {
        for (int i = 0; i < CASES; i++) {
            byte[] valid = stream();
            byte[] stream = i % 10 == 0 ? valid : damaged(valid);

            List<String> events = read(new ByteArrayInputStream(stream));

            assertThat(read(new Dripping(stream)))
                    .as("case %d of seed %d", i, SEED)
                    .isEqualTo(events);
            if (stream == valid) {
                assertThat(events).last().isEqualTo("end of stream");
            }
        }
    }

    private byte[] stream() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflation deflation = new Deflation()) {
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                message(out, deflation);
            }
        }
        return out.toByteArray();
    }

    private void message(ByteArrayOutputStream out, Deflation deflation) throws IOException {
        boolean text = random.nextBoolean();
        byte[] content = text ? "电压 220 V, 24.5 °C \uD83D\uDE00".getBytes(StandardCharsets.UTF_8) : payload();
        int opcode = text ? FrameHeader.TEXT : FrameHeader.BINARY;
        if (random.nextInt(3) == 0) {
            ByteBuffer compressed = deflation.deflate(ByteBuffer.wrap(content));
            content = new byte[compressed.remaining()];
            compressed.get(content);
            opcode |= FrameHeader.RSV1;
        }
        int from = 0;
        while (random.nextInt(3) == 0) {
            int until = from + random.nextInt(content.length - from + 1);
            frame(out, opcode, Arrays.copyOfRange(content, from, until));
            opcode = FrameHeader.CONTINUATION;
            from = until;
            if (random.nextBoolean()) {
                frame(out, FrameHeader.FIN | FrameHeader.PING + random.nextInt(2), new byte[random.nextInt(126)]);
            }
        }
        frame(out, FrameHeader.FIN | opcode, Arrays.copyOfRange(content, from, content.length));
    }

    private byte[] payload() {
        int[] lengths = {0, 1, 125, 126, 127, 4095, 4096, 5000, 65535, 65536, 70_000};
        byte[] payload = new byte[lengths[random.nextInt(random.nextInt(10) == 0 ? lengths.length : 5)]];
        random.nextBytes(payload);
        return payload;
    }

    private static void frame(ByteArrayOutputStream out, int first, byte[] payload) throws IOException {
        out.write(first);
        if (payload.length < 126) {
            out.write(payload.length);
        } else if (payload.length < 65536) {
            out.write(126);
            out.write(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            out.write(127);
            out.write(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        out.write(payload);
    }

    private byte[] damaged(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            // Heads of frames are mostly at the beginning, and worth more attention than payloads.
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 16));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 9), (byte) (random.nextInt(3) - 1));
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static List<String> read(InputStream stream) throws IOException {
        Events events = new Events();
        try (Inflation inflation = new Inflation(false, MAX_MESSAGE)) {
            FrameReader reader = new FrameReader(new SocketInput(stream), events, events.pool, MAX_MESSAGE, inflation);
            while (!events.closed) {
                reader.readFrame();
            }
        } catch (EOFException e) {
            events.seen.add("end of stream");
        } catch (Violation e) {
            events.seen.add(e.closeCode() + " " + e.getMessage());
        }
        return events.seen;
    }

    private static final class Events implements FrameListener {

        private final List<String> seen = new ArrayList<>();
        private final BufferPool pool = new BufferPool();
        private boolean closed;

        @Override
        public void onText(String text) {
            assertThat(text.length()).isLessThanOrEqualTo(MAX_MESSAGE);
            seen.add("text " + text);
        }

        @Override
        public void onBinary(ByteBuffer message) {
            assertThat(message.remaining()).isLessThanOrEqualTo(MAX_MESSAGE);
            assertThat(message.capacity()).isLessThanOrEqualTo(8 * MAX_MESSAGE);
            seen.add("bytes " + message.remaining() + " " + message.hashCode());
            pool.give(message);
        }

        @Override
        public void onPing(ByteBuffer payload) {
            seen.add("ping " + payload.remaining());
        }

        @Override
        public void onPong(ByteBuffer payload) {
            seen.add("pong " + payload.remaining());
        }

        @Override
        public void onClose(CloseFrame frame) {
            closed = true;
            seen.add(frame.code() + frame.reason());
        }
    }

    /** Bytes that come a few at a time. */
    private final class Dripping extends InputStream {

        private final ByteArrayInputStream bytes;

        Dripping(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(1 << random.nextInt(13))));
        }
    }
}
