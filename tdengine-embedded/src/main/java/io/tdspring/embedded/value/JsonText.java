// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON tags: an object of strings, numbers, booleans and nulls, kept as text with its keys sorted.
 *
 * <p>Of a key that repeats the first value counts, an empty key is left out, numbers are 64-bit fractions, and an empty
 * object is NULL, as for a real server.
 */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double MOST_EXACT = 1L << 53;

    private JsonText() {}

    static @Nullable Object read(ValueContext context, Column column, Expr value) {
        if (!(value instanceof Expr.Literal literal) || !literal.isString()) {
            throw context.complaint().about(value, "json parse error");
        }
        if (literal.text().isBlank() || literal.text().equalsIgnoreCase("null")) {
            return null;
        }
        Map<String, Object> members = parse(context, value, literal.text());
        if (members.isEmpty()) {
            return null;
        }
        String text = write(members);
        if (text.getBytes(StandardCharsets.UTF_8).length > column.length()) {
            throw CellReader.tooLong(column);
        }
        return text;
    }

    private static Map<String, Object> parse(ValueContext context, Expr value, String text) {
        Map<String, Object> members = new TreeMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                requireWhole(parser);
                throw context.complaint().about(value, "json error invalide value");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                if (!key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                    throw SqlException.insertSyntax(key, "json key not validate");
                }
                parser.nextToken();
                Object member = member(context, value, parser);
                if (!key.isEmpty()) {
                    members.putIfAbsent(key, member);
                }
            }
            if (parser.nextToken() != null) {
                throw context.complaint().about(value, "json parse error");
            }
        } catch (StreamReadException e) {
            throw context.complaint().about(value, "json parse error");
        }
        return members;
    }

    /** Reads on to the end, so that what is no JSON at all is told as that. */
    private static void requireWhole(JsonParser parser) {
        while (parser.currentToken() != null) {
            parser.nextToken();
        }
    }

    private static Object member(ValueContext context, Expr value, JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> JsonToken.VALUE_NULL;
            default -> throw context.complaint().about(value, "json error invalide value");
        };
    }

    private static String write(Map<String, Object> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> member : members.entrySet()) {
                generator.writeName(member.getKey());
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object member) {
        if (member instanceof String string) {
            generator.writeString(string);
        } else if (member instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (member instanceof Double number) {
            if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
                generator.writeNumber(number.longValue());
            } else {
                generator.writeNumber(number);
            }
        } else {
            generator.writeNull();
        }
    }
}
