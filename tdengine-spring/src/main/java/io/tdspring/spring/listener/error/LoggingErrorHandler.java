// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;

/**
 * Gives up what failed after one attempt. The container logs it at ERROR, with the exception and its place but without its
 * values; nothing else remains of it. For rows that may be lost. Immutable.
 */
public final class LoggingErrorHandler implements ErrorHandler {

    @Override
    public Decision onFailure(FailedDelivery failure) {
        return Decision.SKIP;
    }
}
