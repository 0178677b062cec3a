// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineProtocolException;
import org.jspecify.annotations.Nullable;

/** A request that the server cannot read; says what the real server answers. */
public final class InvalidRequestException extends TdengineProtocolException {

    private static final long serialVersionUID = 1L;

    private final String answer;
    private final String action;

    /**
     * @param answer the message of the answer
     * @param action the action of the answer, or empty
     * @param requestId the id of the request as far as it could be read, else 0
     */
    public InvalidRequestException(String answer, String action, long requestId, @Nullable Throwable cause) {
        super(ErrorCodes.ADAPTER, answer, requestId, cause);
        this.answer = answer;
        this.action = action;
    }

    /** The message of the answer, without code and request id. */
    public String answer() {
        return answer;
    }

    /** The answer's head, with code 65535. */
    public ResponseHead head(long timing) {
        return new ResponseHead(code(), answer, action, requestId(), timing);
    }
}
