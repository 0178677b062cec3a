// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** The SQL or the name in it is wrong: it will fail again until it is changed. */
public class TdengineProgrammingException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineProgrammingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineProgrammingException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }
}
