// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** The server refused the request for a reason that no narrower class names. */
public class TdengineDatabaseException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineDatabaseException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }
}
