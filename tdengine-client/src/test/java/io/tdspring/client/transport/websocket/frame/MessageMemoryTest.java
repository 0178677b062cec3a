// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageMemoryTest {

    private final BufferPool pool = new BufferPool();
    private final MessageMemory memory = new MessageMemory(pool);

    private static SocketInput zeros(int bytes) {
        return new SocketInput(new ByteArrayInputStream(new byte[bytes]));
    }

    @Test
    void takesNoMoreThanAStepOnTheWordOfAPeer() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> memory.append(zeros(10), 100 << 20));

        assertThat(memory.array().length).isEqualTo(1 << 20);
    }

    @Test
    void growsWithWhatArrives() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> memory.append(zeros(3 << 20), 100 << 20));

        assertThat(memory.array().length).isEqualTo(4 << 20);
    }

    @Test
    void hasExactlyTheMemoryOfAMessage() throws IOException {
        memory.append(zeros(84_000), 84_000);

        assertThat(memory.array().length).isEqualTo(84_000);
        assertThat(memory.handOver().remaining()).isEqualTo(84_000);
    }

    @Test
    void usesTheMemoryOfMessagesAgain() throws IOException {
        memory.append(zeros(84_000), 84_000);
        byte[] array = memory.array();
        ByteBuffer first = memory.handOver();

        pool.give(first.position(10));
        memory.append(zeros(70_000), 70_000);

        assertThat(memory.array()).isSameAs(array);
        assertThat(memory.handOver()).isEqualTo(ByteBuffer.allocate(70_000));
    }

    @Test
    void givesTheSameMemoryToOneMessageAlone() throws IOException {
        memory.append(zeros(84_000), 84_000);
        ByteBuffer message = memory.handOver();

        pool.give(message);
        pool.give(message.duplicate());

        assertThat(pool.takeKept(84_000)).isNotNull();
        assertThat(pool.takeKept(84_000)).isNull();
    }

    @Test
    void keepsLittle() {
        for (int i = 0; i < 10; i++) {
            pool.give(new byte[2 << 20]);
        }
        pool.give(new byte[5 << 20]);

        assertThat(pool.takeKept(2 << 20)).isNotNull();
        assertThat(pool.takeKept(2 << 20)).isNotNull();
        assertThat(pool.takeKept(2 << 20)).isNull();
        assertThat(pool.takeKept(5 << 20)).isNull();
    }

    @Test
    void leavesLongMemoryToLongMessages() {
        pool.give(new byte[1 << 20]);

        assertThat(pool.takeKept(2000)).isNull();
        assertThat(pool.takeKept(600_000)).isNotNull();
    }
}
