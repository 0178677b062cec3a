// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** The native library is too old or lacks a call. */
public class TdengineInterfaceException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineInterfaceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineInterfaceException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }
}
