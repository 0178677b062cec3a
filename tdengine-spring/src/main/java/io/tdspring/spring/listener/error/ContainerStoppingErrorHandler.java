// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;

/** Stops the container at the first failure; the message stays uncommitted and comes again after a restart. Immutable. */
public final class ContainerStoppingErrorHandler implements ErrorHandler {

    @Override
    public Decision onFailure(FailedDelivery failure) {
        return Decision.STOP;
    }
}
