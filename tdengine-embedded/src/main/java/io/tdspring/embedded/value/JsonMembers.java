// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.embedded.sql.SqlException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Looks into stored JSON tags, and into single values taken out of them. Thread-safe. */
public final class JsonMembers {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonMembers() {}

    /** Whether an object has the key, be its value null. */
    public static boolean contains(String object, String key) {
        try (JsonParser parser = at(object, key)) {
            return parser.currentToken() != JsonToken.END_OBJECT;
        }
    }

    /**
     * The value of a key as JSON text, numbers with nine decimals; null for null and for a key that is not there.
     *
     * @throws SqlException 0x0100 for a number that nine decimals do not tell
     */
    public static @Nullable String member(String object, String key) {
        try (JsonParser parser = at(object, key)) {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> quoted(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
                case VALUE_TRUE -> "true";
                case VALUE_FALSE -> "false";
                default -> null;
            };
        }
    }

    /**
     * A value that {@link #member} gave as String, Double or Boolean.
     *
     * @throws SqlException 0x0100 if it is none
     */
    public static Object scalar(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return switch (parser.nextToken()) {
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw SqlException.notSupported("a whole JSON value in this place");
            };
        }
    }

    /** A parser at the value of the key, or at the end of the object. */
    private static JsonParser at(String object, String key) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), object);
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(key);
            parser.nextToken();
            if (found) {
                return parser;
            }
        }
        return parser;
    }

    private static String quoted(String string) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeString(string);
        }
        return text.toString();
    }

    private static String number(double number) {
        String text = String.format(Locale.ROOT, "%.9f", new BigDecimal(number));
        if (Double.parseDouble(text) != number) {
            throw SqlException.notSupported("a JSON number of more than nine decimals");
        }
        return text;
    }
}
