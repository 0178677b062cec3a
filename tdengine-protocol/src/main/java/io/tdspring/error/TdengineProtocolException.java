// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** The peer sent bytes that do not follow TDengine's protocol. */
public class TdengineProtocolException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A malformed message outside any request. */
    public TdengineProtocolException(String message) {
        super(message, null);
    }

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineProtocolException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }
}
