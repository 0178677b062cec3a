// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes the fields of a JSON object in the order of the calls, without white space, as TDengine's side does: with
 * HTML's own characters escaped in arrays of texts, and nowhere else. A null value is written as {@code null}. Confined
 * to one thread.
 */
public final class JsonWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();
    private static final JsonFactory HTML_SAFE_JSON =
            JSON.rebuild().characterEscapes(new HtmlEscapes()).build();

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The object whose fields the callback writes. */
    public static String write(Consumer<JsonWriter> fields) {
        return generated(JSON, generator -> {
            generator.writeStartObject();
            fields.accept(new JsonWriter(generator));
            generator.writeEndObject();
        });
    }

    private static String generated(JsonFactory factory, Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(generator);
        }
        return text.toString();
    }

    public JsonWriter text(String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
        return this;
    }

    public JsonWriter number(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    /** A number as it prints; null for what JSON cannot tell: NaN and the infinities. */
    public JsonWriter number(String name, Number value) {
        out.writeName(name);
        if (Double.isFinite(value.doubleValue())) {
            out.writeNumber(value.toString());
        } else {
            out.writeNull();
        }
        return this;
    }

    /** All 64 bits as an unsigned number. */
    public JsonWriter unsigned(String name, long value) {
        out.writeName(name);
        out.writeNumber(Long.toUnsignedString(value));
        return this;
    }

    public JsonWriter bool(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        out.writeObjectPropertyStart(name);
        fields.accept(this);
        out.writeEndObject();
        return this;
    }

    /** A value that is JSON already. */
    public JsonWriter raw(String name, String json) {
        out.writeName(name);
        out.writeRawValue(json);
        return this;
    }

    /** An array of objects; the callback writes the fields of one. */
    public <T> JsonWriter objects(String name, List<T> elements, BiConsumer<T, JsonWriter> fields) {
        out.writeArrayPropertyStart(name);
        for (T element : elements) {
            out.writeStartObject();
            fields.accept(element, this);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    public JsonWriter texts(String name, @Nullable List<String> values) {
        return array(
                name,
                values,
                value -> out.writeRawValue(generated(HTML_SAFE_JSON, element -> element.writeString(value))));
    }

    public JsonWriter numbers(String name, @Nullable List<? extends Number> values) {
        return array(name, values, value -> out.writeNumber(value.longValue()));
    }

    private <T> JsonWriter array(String name, @Nullable List<T> values, Consumer<T> element) {
        out.writeName(name);
        if (values == null) {
            out.writeNull();
            return this;
        }
        out.writeStartArray();
        values.forEach(element);
        out.writeEndArray();
        return this;
    }

    /** Go's {@code json.Marshal}, by which TDengine's side writes arrays of texts, escapes these. */
    private static final class HtmlEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char special : new char[] {'<', '>', '&'}) {
                escapes[special] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
