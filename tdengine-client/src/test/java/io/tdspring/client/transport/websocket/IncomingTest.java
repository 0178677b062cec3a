// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.error.TdengineException;
import io.tdspring.protocol.ws.VersionRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a connection counts as silent: if an answer has not come in time, and nothing has come since. */
class IncomingTest {

    private static final String ANSWER =
            "{\"code\":0,\"message\":\"\",\"action\":\"version\",\"req_id\":7,\"timing\":1,\"version\":\"3.3.7.5\"}";

    private final Waiters waiters = new Waiters(1000);
    private final Incoming incoming =
            new Incoming(new WebSocketAddress(new Endpoint("memory", 6041), "/ws", ""), waiters);
    private final Outgoing request = Outgoing.of(new VersionRequest(7));
    private Runnable whenAnswered = () -> {};

    @BeforeEach
    void ask() throws InterruptedException {
        AnswerListener listener = new AnswerListener() {
            @Override
            public void onAnswer(Answer answer) {
                whenAnswered.run();
            }

            @Override
            public void onFailure(TdengineException failure) {}
        };
        assertThat(waiters.add(request, listener, Deadline.after(Duration.ofSeconds(30))))
                .isTrue();
    }

    private boolean withdraw() {
        return waiters.withdraw(request);
    }

    @Test
    void isSilentUntilTheAnswerComesThatWasMissed() {
        assertThat(incoming.missed(this::withdraw)).isTrue();
        assertThat(incoming.isSilent()).isTrue();

        incoming.onText(ANSWER);
        assertThat(incoming.isSilent()).isFalse();
    }

    @Test
    void isNotSilentIfTheAnswerComesInTheMomentInWhichItIsMissed() {
        assertThat(incoming.missed(() -> {
                    boolean withdrawn = withdraw();
                    incoming.onText(ANSWER);
                    return withdrawn;
                }))
                .isTrue();

        assertThat(incoming.isSilent()).isFalse();
    }

    @Test
    void isNotSilentIfTheAnswerHasComeWhenItIsMissed() {
        incoming.onText(ANSWER);

        assertThat(incoming.missed(this::withdraw)).isFalse();
        assertThat(incoming.isSilent()).isFalse();
    }

    @Test
    void isNotSilentIfAnAnswerIsMissedWhileOneIsDealtWith() {
        whenAnswered = incoming::missed;

        incoming.onText(ANSWER);

        assertThat(incoming.isSilent()).isFalse();
    }

    @Test
    void isNotSilentAnyMoreForWhomTheAnswerIsMeant() {
        incoming.missed();
        whenAnswered = () -> assertThat(incoming.isSilent()).isFalse();

        incoming.onText(ANSWER);
    }
}
