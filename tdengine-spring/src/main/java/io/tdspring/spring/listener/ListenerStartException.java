// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import org.jspecify.annotations.Nullable;

/** A container could not be started and has ended; thrown with {@link StartupFailurePolicy#STOP} alone. */
public class ListenerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String listenerId;

    public ListenerStartException(String listenerId, String reason, @Nullable Throwable cause) {
        super("listener " + listenerId + " could not be started: " + reason, cause);
        this.listenerId = listenerId;
    }

    /** The container's id, as on the annotation. */
    public String listenerId() {
        return listenerId;
    }
}
