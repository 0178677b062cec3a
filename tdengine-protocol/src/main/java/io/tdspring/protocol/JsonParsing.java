// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns a text into the values of a {@link JsonObject}: String, Long or if that is too short BigInteger, Double, Boolean, JsonArray, JsonObject or null.
 *
 * <p>Confined to one thread.
 */
final class JsonParsing {

    /** SQL travels as one text, so this is what bounds a statement. */
    private static final int MAX_TEXT = 256 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_TEXT).build())
            .build();

    private final String what;
    private final String text;
    private final JsonParser in;

    private JsonParsing(String what, String text, JsonParser in) {
        this.what = what;
        this.text = text;
        this.in = in;
    }

    /** The object that the text is, or null if it is the text {@code null}. */
    static @Nullable JsonObject parse(String what, String json) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new JsonParsing(what, json, in).document();
        } catch (JacksonException e) {
            // Not kept as the cause: its message quotes the text, which may hold a password.
            TokenStreamLocation at = e.getLocation();
            throw new TdengineProtocolException(
                    what + " is no JSON" + (at == null ? "" : " from character " + at.getCharOffset() + " on"));
        }
    }

    private @Nullable JsonObject document() {
        JsonToken first = in.nextToken();
        if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
            throw new TdengineProtocolException(what + " is no JSON object");
        }
        JsonObject object = first == JsonToken.START_OBJECT ? object() : null;
        if (in.nextToken() != null) {
            throw new TdengineProtocolException(what + " has something behind its JSON object");
        }
        return object;
    }

    private @Nullable Object value() {
        return switch (in.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Number integer() {
        return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? in.getBigIntegerValue() : in.getLongValue();
    }

    private JsonObject object() {
        Map<String, @Nullable Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            fields.put(name, value());
        }
        return new JsonObject(what, fields);
    }

    private JsonArray array() {
        int start = (int) in.currentTokenLocation().getCharOffset();
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonArray(elements, text, start, (int) in.currentLocation().getCharOffset());
    }
}
