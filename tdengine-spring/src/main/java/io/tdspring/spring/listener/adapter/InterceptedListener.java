// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ListenerContext;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.MessageListener;
import java.util.List;

/** A listener with an interceptor around it. */
record InterceptedListener(MessageListener listener, MessageInterceptor interceptor) implements MessageListener {

    @Override
    public void onMessage(TmqMessage message, int firstRow, ListenerContext context) {
        List<TmqMessage> messages = List.of(message);
        try {
            if (interceptor.before(messages)) {
                listener.onMessage(message, firstRow, context);
                interceptor.succeeded(messages);
            }
        } catch (RuntimeException | Error e) {
            tellFailure(messages, e);
            throw e;
        } finally {
            interceptor.after(messages);
        }
    }

    private void tellFailure(List<TmqMessage> messages, Throwable failure) {
        try {
            interceptor.failed(messages, failure);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
