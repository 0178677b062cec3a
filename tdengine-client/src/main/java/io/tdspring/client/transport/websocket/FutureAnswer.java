// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.error.TdengineException;
import java.util.concurrent.CompletableFuture;

/** An answer for which no thread waits. Cancelling it, or ending it otherwise, drops the answer. */
final class FutureAnswer extends CompletableFuture<Answer> implements AnswerListener {

    private final WebSocketSession session;
    private final Outgoing request;

    FutureAnswer(WebSocketSession session, Outgoing request) {
        this.session = session;
        this.request = request;
    }

    @Override
    public void onAnswer(Answer answer) {
        if (!complete(answer)) {
            session.drop(answer);
        }
    }

    @Override
    public void onFailure(TdengineException failure) {
        completeExceptionally(failure);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        if (cancelled) {
            session.withdraw(request);
        }
        return cancelled;
    }
}
