// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logs in, joins a consumer group and subscribes to topics; answered by {@link SubscribeResponse}, which can take two
 * minutes. Its text form shows neither the password nor the native options.
 *
 * @param options all values are texts, those of numbers and booleans too
 * @param config native options by their own names, applied last; an empty map is not sent
 */
public record SubscribeRequest(
        long requestId, List<String> topics, Map<SubscribeOption, String> options, Map<String, String> config)
        implements TextRequest {

    public static final String ACTION = "subscribe";

    public SubscribeRequest {
        topics = List.copyOf(topics);
        Map<SubscribeOption, String> ordered = new EnumMap<>(SubscribeOption.class);
        ordered.putAll(options);
        options = Collections.unmodifiableMap(ordered);
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /** The option's value; empty if it is not given. */
    public String option(SubscribeOption option) {
        return options.getOrDefault(option, "");
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        options.forEach((option, value) -> out.text(option.argument(), value));
        out.texts("topics", topics);
        if (!config.isEmpty()) {
            out.object("config", fields -> config.forEach(fields::text));
        }
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException if the text cannot be read; the real server does not answer then
     */
    public static SubscribeRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static SubscribeRequest read(RequestEnvelope request) {
        return request.arguments(args -> new SubscribeRequest(
                args.unsigned("req_id"), args.texts("topics"), optionsOf(args), args.textMap("config")));
    }

    private static Map<SubscribeOption, String> optionsOf(JsonObject args) {
        Map<SubscribeOption, String> options = new EnumMap<>(SubscribeOption.class);
        for (SubscribeOption option : SubscribeOption.values()) {
            String value = args.textOrNull(option.argument());
            if (value != null) {
                options.put(option, value);
            }
        }
        return options;
    }

    @Override
    public String toString() {
        return "SubscribeRequest[requestId=" + Long.toUnsignedString(requestId) + ", topics=" + topics + ", group="
                + option(SubscribeOption.GROUP_ID) + "]";
    }
}
