// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.JsonObject;
import java.util.function.Function;

/**
 * A request in JSON of which only the action is known: what a server dispatches by.
 *
 * <p>Immutable. It has no text form of its own, since arguments may hold a password.
 */
public final class RequestEnvelope {

    private static final String ARGUMENTS = "args";
    private static final String REQUEST_ID = "req_id";

    private final String action;
    private final long requestId;
    private final JsonObject request;

    private RequestEnvelope(String action, long requestId, JsonObject request) {
        this.action = action;
        this.requestId = requestId;
        this.request = request;
    }

    /**
     * Reads the envelope.
     *
     * @throws InvalidRequestException if the text is no JSON object or has no action
     */
    public static RequestEnvelope read(String json) {
        JsonObject request;
        String action;
        try {
            request = JsonObject.read("request", json);
            action = request.text("action");
        } catch (TdengineProtocolException e) {
            throw new InvalidRequestException("unmarshal request error", "", 0, e);
        }
        if (action.isEmpty()) {
            throw new InvalidRequestException("request no action", "", 0, null);
        }
        return new RequestEnvelope(action, leniently(request), request);
    }

    /** The id as the real server finds it in arguments it cannot read: one in quotes counts, a negative one not. */
    private static long leniently(JsonObject request) {
        try {
            return request.object(ARGUMENTS).unsigned(REQUEST_ID);
        } catch (TdengineProtocolException e) {
            return quoted(request);
        }
    }

    private static long quoted(JsonObject request) {
        try {
            return Long.parseUnsignedLong(request.object(ARGUMENTS).text(REQUEST_ID));
        } catch (TdengineProtocolException | NumberFormatException e) {
            return 0;
        }
    }

    public String action() {
        return action;
    }

    /** The request's id, unsigned; 0 if it has none that can be read. */
    public long requestId() {
        return requestId;
    }

    /**
     * Builds a request from its arguments.
     *
     * @throws InvalidRequestException if they are missing, or the builder finds one of a wrong JSON type
     */
    public <T> T arguments(Function<JsonObject, T> builder) {
        if (!request.has(ARGUMENTS)) {
            throw new InvalidRequestException(unreadable(), action, requestId, null);
        }
        return optionalArguments(builder);
    }

    /** As {@link #arguments}, but they may be missing. */
    public <T> T optionalArguments(Function<JsonObject, T> builder) {
        try {
            return builder.apply(request.object(ARGUMENTS));
        } catch (TdengineProtocolException e) {
            throw new InvalidRequestException(unreadable(), action, requestId, e);
        }
    }

    private String unreadable() {
        String words = switch (action) {
            case "conn" -> "connect";
            case "insert" -> "schemaless insert";
            default -> action.replace('_', ' ');
        };
        return "unmarshal " + words + " request error";
    }
}
