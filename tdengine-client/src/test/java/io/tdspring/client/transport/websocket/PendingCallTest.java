// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import io.tdspring.protocol.ws.VersionRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PendingCallTest {

    private static final Answer ANSWER = new Answer.Binary(ByteBuffer.allocate(0));
    private static final Duration LONG = Duration.ofSeconds(30);

    private static <T> PendingCall<T> call(Function<Answer, T> reader) {
        return new PendingCall<>(Outgoing.of(new VersionRequest(7)), reader);
    }

    private static <T> T answered(PendingCall<T> call) throws Exception {
        CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> call.onAnswer(ANSWER));
        assertThat(call.await(Deadline.after(LONG))).isTrue();
        T outcome = call.outcome();
        answering.get(30, TimeUnit.SECONDS);
        return outcome;
    }

    @Test
    void hasWhatTheReaderMakesOfTheAnswer() throws Exception {
        String outcome = answered(call(answer -> "read"));

        assertThat(outcome).isEqualTo("read");
    }

    @Test
    void failsAsTheReaderDoes() {
        PendingCall<String> call = call(answer -> {
            throw new TdengineException("unreadable", null);
        });

        assertThatThrownBy(() -> answered(call)).hasMessage("unreadable");
    }

    @Test
    void hasItsCallerLookForAnAnswerIfWhatWasSentForDoesNotCome() throws Exception {
        Prefetching neverFetched = listener -> {};

        Prefetching outcome = answered(call(answer -> neverFetched));

        assertThat(outcome).isSameAs(neverFetched);
    }

    @Test
    void doesNotWaitBeyondTheDeadline() throws Exception {
        assertThat(call(answer -> "read").await(Deadline.after(Duration.ofMillis(30))))
                .isFalse();
    }
}
