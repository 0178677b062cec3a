// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures of this client.
 *
 * <p>The message carries TDengine's code as TDengine prints it and the request id, never a credential or a bound value:
 * {@code [0x2600] syntax error near "selec" (request id 42)}.
 */
public class TdengineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int rawCode;
    private final long requestId;

    /** A failure on this side, without a code of the server and outside any request. */
    public TdengineException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rawCode = 0;
        this.requestId = 0;
    }

    /**
     * A failure in a request.
     *
     * @param rawCode the server's code as it came, or 0 if the failure is on this side
     * @param requestId the request's id, or 0 if it had none
     */
    public TdengineException(int rawCode, String message, long requestId, @Nullable Throwable cause) {
        super(text(rawCode, message, requestId), cause);
        this.rawCode = rawCode;
        this.requestId = requestId;
    }

    private static String text(int rawCode, String message, long requestId) {
        String code = rawCode == 0 ? "" : String.format(Locale.ROOT, "[0x%04X] ", rawCode & 0xffff);
        String request = requestId == 0 ? "" : " (request id " + Long.toUnsignedString(requestId) + ")";
        return code + message + request;
    }

    /** The server's code as TDengine prints it, its low 16 bits: 0x2600 for a syntax error; 0 if there is none. */
    public final int code() {
        return rawCode & 0xffff;
    }

    /** The server's code with its sign bit where the carrier gives it: 0x80002600; else as {@link #code()}. */
    public final int rawCode() {
        return rawCode;
    }

    /** The id of the request that failed, unsigned; 0 if it had none. */
    public final long requestId() {
        return requestId;
    }

    /** Whether the same request may well succeed a little later; by the code, where there is one. */
    public boolean isTransient() {
        return ErrorCodes.isRetryable(rawCode);
    }
}
