// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of a JSON object in the order of the calls, without white space, as TDengine's side does: with
 * HTML's own characters escaped in arrays of texts, and nowhere else. A null value is written as {@code null}. Confined
 * to one thread.
 */
public final class JsonWriter {

    private static final int USUAL_LENGTH = 160;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
    private boolean isFirst = true;

    private JsonWriter() {}

    /** The object whose fields the callback writes. */
    public static String write(Consumer<JsonWriter> fields) {
        JsonWriter writer = new JsonWriter();
        writer.braced(fields);
        return writer.out.toString();
    }

    private void braced(Consumer<JsonWriter> fields) {
        open('{');
        fields.accept(this);
        close('}');
    }

    private void open(char bracket) {
        out.append(bracket);
        isFirst = true;
    }

    private void close(char bracket) {
        out.append(bracket);
        isFirst = false;
    }

    /** What comes before each member of an object and each element of an array. */
    private void next() {
        if (!isFirst) {
            out.append(',');
        }
        isFirst = false;
    }

    private StringBuilder name(String name) {
        next();
        string(name, false);
        return out.append(':');
    }

    public JsonWriter text(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            string(value, false);
        }
        return this;
    }

    public JsonWriter number(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** A number as it prints; null for what JSON cannot tell: NaN and the infinities. */
    public JsonWriter number(String name, Number value) {
        name(name).append(Double.isFinite(value.doubleValue()) ? value.toString() : "null");
        return this;
    }

    /** All 64 bits as an unsigned number. */
    public JsonWriter unsigned(String name, long value) {
        if (value >= 0) {
            return number(name, value);
        }
        name(name).append(Long.toUnsignedString(value));
        return this;
    }

    public JsonWriter bool(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        name(name);
        braced(fields);
        return this;
    }

    /** A value that is JSON already. */
    public JsonWriter raw(String name, String json) {
        name(name).append(json);
        return this;
    }

    /** The fields of an object that is JSON already. */
    public JsonWriter rawFields(String object) {
        String fields = object.substring(object.indexOf('{') + 1, object.lastIndexOf('}'));
        if (!fields.isBlank()) {
            next();
            out.append(fields);
        }
        return this;
    }

    /** An array of objects; the callback writes the fields of one. */
    public <T> JsonWriter objects(String name, List<T> elements, BiConsumer<T, JsonWriter> fields) {
        return array(name, elements, element -> braced(writer -> fields.accept(element, writer)));
    }

    /** An array; Go's {@code json.Marshal}, by which TDengine's side writes it, escapes the characters of HTML. */
    public JsonWriter texts(String name, @Nullable List<String> values) {
        return array(name, values, value -> string(value, true));
    }

    public JsonWriter numbers(String name, @Nullable List<? extends Number> values) {
        return array(name, values, value -> out.append(value.longValue()));
    }

    private <T> JsonWriter array(String name, @Nullable List<T> values, Consumer<T> element) {
        name(name);
        if (values == null) {
            out.append("null");
            return this;
        }
        open('[');
        for (T value : values) {
            next();
            element.accept(value);
        }
        close(']');
        return this;
    }

    private void string(String text, boolean htmlSafe) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || (htmlSafe && (c == '<' || c == '>' || c == '&'))) {
                out.append(text, from, i);
                escape(c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\f' -> out.append('f');
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }
}
