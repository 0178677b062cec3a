// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that arrived, asked field by field, by the rules of Go's {@code encoding/json}, which TDengine's side
 * follows: names are found whatever their case, fields that nobody asks for are ignored, a missing field and
 * {@code null} are the type's zero, and a value of another JSON type is an error.
 *
 * <p>Error messages name the field, never its value. Immutable.
 */
public final class JsonObject {

    private final String what;
    private final Map<String, @Nullable Object> fields;

    /** Of values as {@link JsonParsing} makes them, in a map that ignores the case of its keys. */
    JsonObject(String what, Map<String, @Nullable Object> fields) {
        this.what = what;
        this.fields = fields;
    }

    /**
     * Reads a text that is one JSON object, or {@code null}, which counts as an object without fields.
     *
     * @param what names the message in errors
     * @throws TdengineProtocolException if it is anything else
     */
    public static JsonObject read(String what, String json) {
        JsonObject object = JsonParsing.parse(what, json);
        return object == null ? new JsonObject(what, Map.of()) : object;
    }

    /** Whether the field is there, be it {@code null}. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    public @Nullable String textOrNull(String name) {
        return typed(name, fields.get(name), String.class, "string");
    }

    public boolean bool(String name) {
        return Boolean.TRUE.equals(typed(name, fields.get(name), Boolean.class, "boolean"));
    }

    public int int32(String name) {
        return int32(name, fields.get(name));
    }

    private int int32(String name, @Nullable Object value) {
        long number = int64(name, value);
        if (number != (int) number) {
            throw wrong(name, "integer of 32 bits");
        }
        return (int) number;
    }

    public long int64(String name) {
        return int64(name, fields.get(name));
    }

    private long int64(String name, @Nullable Object value) {
        if (value instanceof BigInteger) {
            throw wrong(name, "integer of 64 bits");
        }
        Long number = typed(name, value, Long.class, "integer");
        return number == null ? 0 : number;
    }

    /** An integer from 0 to 2^64 − 1, as the 64 bits it has. */
    public long unsigned(String name) {
        Object value = fields.get(name);
        if (value instanceof BigInteger large && large.signum() > 0 && large.bitLength() <= Long.SIZE) {
            return large.longValue();
        }
        if (value instanceof BigInteger || (value instanceof Long number && number < 0)) {
            throw wrong(name, "unsigned integer of 64 bits");
        }
        return int64(name, value);
    }

    /** Whether the field is missing or {@code null}. */
    public boolean isNull(String name) {
        return fields.get(name) == null;
    }

    /** As {@link #unsigned}, empty if the field is missing or {@code null}. */
    public OptionalLong optionalUnsigned(String name) {
        return fields.get(name) == null ? OptionalLong.empty() : OptionalLong.of(unsigned(name));
    }

    /** The object in this field; one without fields if it is missing. */
    public JsonObject object(String name) {
        JsonObject object = typed(name, fields.get(name), JsonObject.class, "object");
        return object == null ? new JsonObject(what, Map.of()) : object;
    }

    public List<JsonObject> objects(String name) {
        return list(name, element -> {
            JsonObject object = typed(name, element, JsonObject.class, "object");
            return object == null ? new JsonObject(what, Map.of()) : object;
        });
    }

    public List<String> texts(String name) {
        return list(name, element -> {
            String text = typed(name, element, String.class, "string");
            return text == null ? "" : text;
        });
    }

    public List<Integer> int32s(String name) {
        return list(name, element -> int32(name, element));
    }

    public List<Long> int64s(String name) {
        return list(name, element -> int64(name, element));
    }

    /** The array in this field as it was written; {@code []} if it is missing. */
    public String raw(String name) {
        JsonArray array = typed(name, fields.get(name), JsonArray.class, "array");
        return array == null ? "[]" : array.raw();
    }

    /** The object in this field as a map of texts, the names as they were written. */
    public Map<String, String> textMap(String name) {
        JsonObject object = object(name);
        Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        object.fields.keySet().forEach(key -> map.put(key, object.text(key)));
        return Collections.unmodifiableMap(map);
    }

    private <T> List<T> list(String name, Function<@Nullable Object, T> element) {
        JsonArray array = typed(name, fields.get(name), JsonArray.class, "array");
        if (array == null) {
            return List.of();
        }
        List<T> list = new ArrayList<>(array.elements().size());
        array.elements().forEach(each -> list.add(element.apply(each)));
        return Collections.unmodifiableList(list);
    }

    private <T> @Nullable T typed(String name, @Nullable Object value, Class<T> type, String kind) {
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, kind);
        }
        return type.cast(value);
    }

    private TdengineProtocolException wrong(String name, String kind) {
        return new TdengineProtocolException(what + " has a " + name + " that is no " + kind);
    }
}
