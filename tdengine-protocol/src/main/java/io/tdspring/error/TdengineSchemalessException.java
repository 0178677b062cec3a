// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import org.jspecify.annotations.Nullable;

/** A schemaless write was refused: a line is malformed or conflicts with the table's schema. */
public class TdengineSchemalessException extends TdengineException {

    private static final long serialVersionUID = 1L;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineSchemalessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As {@link TdengineException#TdengineException(int, String, long, Throwable)}. */
    public TdengineSchemalessException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(rawCode, message, requestId, cause);
    }
}
