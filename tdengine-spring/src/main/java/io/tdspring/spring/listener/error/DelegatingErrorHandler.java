// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.backoff.BackOff;

/** Leaves each failure to the handler for its kind, looked up through the causes. Immutable. */
public final class DelegatingErrorHandler implements ErrorHandler {

    private final ErrorHandler otherwise;
    private final CauseTable<ErrorHandler> handlers;

    /**
     * A handler that delegates.
     *
     * @param otherwise decides about failures of which neither they nor their causes are listed
     * @param handlers by exception class; of a class and its superclass the class counts, of a failure and its cause the
     *     failure
     */
    public DelegatingErrorHandler(ErrorHandler otherwise, Map<Class<? extends Throwable>, ErrorHandler> handlers) {
        this.otherwise = otherwise;
        this.handlers = new CauseTable<>(handlers);
    }

    @Override
    public Decision onFailure(FailedDelivery failure) {
        return handlerOf(failure).onFailure(failure);
    }

    @Override
    public Optional<BackOff> backOff(FailedDelivery failure) {
        return handlerOf(failure).backOff(failure);
    }

    private ErrorHandler handlerOf(FailedDelivery failure) {
        return handlers.of(failure.cause()).orElse(otherwise);
    }
}
