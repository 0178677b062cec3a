// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.error.Call;
import io.tdspring.error.ErrorCodes;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/**
 * What every answer in JSON begins with.
 *
 * @param code 0 for success, else the server's code
 * @param message the server's text; empty for success
 * @param action the request's action; for a binary request the name of its code, {@code binary_query} say
 * @param requestId the request's id, unsigned; 0 where the server could not read it
 * @param timing nanoseconds that the request took on the server
 */
public record ResponseHead(int code, String message, String action, long requestId, long timing) {

    /** The head of a success. */
    public static ResponseHead ok(String action, long requestId, long timing) {
        return new ResponseHead(0, "", action, requestId, timing);
    }

    /**
     * Reads the head of any answer and passes over the rest.
     *
     * @throws TdengineProtocolException if the text is no answer
     */
    public static ResponseHead read(String json) {
        return of(JsonObject.read("answer", json));
    }

    /** The head of an answer that has been parsed. */
    public static ResponseHead of(JsonObject answer) {
        if (!answer.has("code") || !answer.has("action")) {
            throw new TdengineProtocolException("answer has no code or no action");
        }
        return new ResponseHead(
                answer.int32("code"),
                answer.text("message"),
                answer.text("action"),
                answer.unsigned("req_id"),
                answer.int64("timing"));
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /**
     * Does nothing for a success.
     *
     * @throws TdengineException the exception for the code, if this is the head of a failure
     */
    public void check(Call call) {
        if (!isSuccess()) {
            throw ErrorCodes.toException(call, code, message, requestId);
        }
    }

    void writeTo(JsonWriter out) {
        out.number("code", code)
                .text("message", message)
                .text("action", action)
                .unsigned("req_id", requestId)
                .number("timing", timing);
    }
}
