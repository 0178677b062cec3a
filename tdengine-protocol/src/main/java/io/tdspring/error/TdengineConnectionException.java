// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** The server cannot be reached, refuses the credentials, or the connection broke: check address and credentials. */
public class TdengineConnectionException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineConnectionException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }

    /** True also for a socket that broke or could not be opened. */
    @Override
    public boolean isTransient() {
        return rawCode() == 0 || super.isTransient();
    }
}
