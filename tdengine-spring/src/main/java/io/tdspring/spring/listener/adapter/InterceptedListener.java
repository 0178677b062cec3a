// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ListenerContext;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.MessageListener;
import java.util.List;

/** A listener with an interceptor around it. */
record InterceptedListener(MessageListener listener, MessageInterceptor interceptor) implements MessageListener {

    @Override
    public void onMessage(TmqMessage message, int firstRow, ListenerContext context) {
        try {
            around(List.of(message), () -> listener.onMessage(message, firstRow, context));
        } catch (ListenerFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            int end = message.rows() + message.metas().size();
            throw new ListenerFailedException("an interceptor failed", firstRow, Math.max(end, firstRow + 1), e);
        }
    }

    private void around(List<TmqMessage> messages, Runnable call) {
        try {
            if (interceptor.before(messages)) {
                call.run();
                interceptor.succeeded(messages);
            }
        } catch (RuntimeException | Error e) {
            tell(e, () -> interceptor.failed(messages, e));
            tell(e, () -> interceptor.after(messages));
            throw e;
        }
        interceptor.after(messages);
    }

    private static void tell(Throwable failure, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
