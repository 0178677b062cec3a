// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs in, once for each connection; answered by {@link ConnectResponse}. Its text form hides what proves who it is.
 *
 * @param mode 0 for BI mode, in which {@code select *} of a super table ends with {@code tbname}; else null
 */
public record ConnectRequest(
        long requestId,
        Map<ConnectOption, String> options,
        @Nullable Integer mode) implements TextRequest {

    public static final String ACTION = "conn";

    public ConnectRequest {
        Map<ConnectOption, String> ordered = new EnumMap<>(ConnectOption.class);
        ordered.putAll(options);
        options = Collections.unmodifiableMap(ordered);
    }

    /** A request without a mode. */
    public ConnectRequest(long requestId, Map<ConnectOption, String> options) {
        this(requestId, options, null);
    }

    /** The option's value; empty if it is not given. */
    public String option(ConnectOption option) {
        return options.getOrDefault(option, "");
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        options.forEach((option, value) -> out.text(option.argument(), value));
        if (mode != null) {
            out.number("mode", mode);
        }
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static ConnectRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static ConnectRequest read(RequestEnvelope request) {
        return request.arguments(ConnectRequest::of);
    }

    private static ConnectRequest of(JsonObject args) {
        Map<ConnectOption, String> options = new EnumMap<>(ConnectOption.class);
        for (ConnectOption option : ConnectOption.values()) {
            String value = args.textOrNull(option.argument());
            if (value != null) {
                options.put(option, value);
            }
        }
        return new ConnectRequest(args.unsigned("req_id"), options, args.isNull("mode") ? null : args.int32("mode"));
    }

    @Override
    public String toString() {
        return "ConnectRequest[requestId=" + Long.toUnsignedString(requestId) + ", user=" + option(ConnectOption.USER)
                + ", database=" + option(ConnectOption.DATABASE) + "]";
    }
}
