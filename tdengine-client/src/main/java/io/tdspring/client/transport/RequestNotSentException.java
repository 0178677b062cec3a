// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import io.tdspring.error.TdengineConnectionException;
import org.jspecify.annotations.Nullable;

/** The connection had ended before the request left: it may safely be made again over another connection. */
public final class RequestNotSentException extends TdengineConnectionException {

    private static final long serialVersionUID = 1L;

    public RequestNotSentException(String message, long requestId, @Nullable Throwable cause) {
        super(0, message, requestId, cause);
    }
}
