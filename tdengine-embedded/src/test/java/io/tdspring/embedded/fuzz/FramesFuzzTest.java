// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.EmbeddedTdengine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Recorded conversations and requests with some messages damaged. The server may answer what it likes or end the
 * connection, but it must still answer the next question, and must never be surprised itself.
 */
class FramesFuzzTest {

    private final Mutator mutator = new Mutator(FuzzCases.SEED);

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void survivesDamagedWebSocketMessages() throws Exception {
        List<ClientSide> conversations = ClientSide.all();
        int cases = FuzzCases.count(8_000, 300_000);
        try (SurpriseLog surprises = new SurpriseLog();
                EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            int done = 0;
            while (done < cases) {
                ClientSide conversation = mutator.oneOf(conversations);
                try (FramePeer peer = new FramePeer(server.port(), conversation.path())) {
                    done += damage(peer, conversation);
                }
                assertThat(surprises.seen()).as(conversation.name()).isEmpty();
            }
        }
    }

    /** Sends a conversation, one message in three damaged, and returns how many were. */
    private int damage(FramePeer peer, ClientSide conversation) throws Exception {
        int damaged = 0;
        for (ClientSide.Message message : conversation.messages()) {
            boolean damage = mutator.below(3) == 0;
            byte[] bytes = damage ? mutator.bytes(message.bytes()) : message.bytes();
            damaged += damage ? 1 : 0;
            if (!peer.send(message.isText(), bytes)) {
                break;
            }
        }
        peer.expectAnswerOrEnd();
        return damaged;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void survivesDamagedHttpRequests() throws Exception {
        List<byte[]> requests = RawRequests.all();
        int cases = FuzzCases.count(3_000, 100_000);
        try (SurpriseLog surprises = new SurpriseLog();
                EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            for (int done = 0; done < cases; done++) {
                byte[] request = mutator.bytes(mutator.oneOf(requests));
                RawRequests.send(server.port(), request);
                assertThat(surprises.seen()).isEmpty();
            }
            assertThat(RawRequests.send(server.port(), RawRequests.PING)).startsWith("HTTP/1.1 200");
        }
    }
}
