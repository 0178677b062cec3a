// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that arrived, asked field by field, by the rules of Go's {@code encoding/json}, which TDengine's side
 * follows: names are found whatever their case, fields that nobody asks for are ignored, a missing field and
 * {@code null} are the type's zero, and a value of another JSON type is an error.
 *
 * <p>The text is gone through once, to see that it is JSON and where its fields are; a value is made of one when it is
 * asked for. Error messages name the field, never its value. Immutable.
 */
public final class JsonObject {

    /** Of each field: where its name begins and ends, quotes included, and where its value does. */
    private static final int PLACES = 4;

    private static final int USUAL_FIELDS = 16;

    private final String what;
    private final String text;
    private final int[] places;
    private final int end;
    private final boolean escapedNames;

    /** Of the fields whose places lie before the end. */
    private JsonObject(String what, String text, int[] places, int end, boolean escapedNames) {
        this.what = what;
        this.text = text;
        this.places = places;
        this.end = end;
        this.escapedNames = escapedNames;
    }

    /**
     * Reads a text that is one JSON object, or {@code null}, which counts as an object without fields.
     *
     * @param what names the message in errors
     * @throws TdengineProtocolException if it is anything else
     */
    public static JsonObject read(String what, String json) {
        JsonScanner in = new JsonScanner(what, json, 0);
        in.passBlanks();
        JsonObject object = in.next() == '{' ? scan(what, json, in) : readNull(what, in);
        in.passBlanks();
        if (in.position() < json.length()) {
            throw new TdengineProtocolException(what + " has something behind its JSON object");
        }
        return object;
    }

    private static JsonObject readNull(String what, JsonScanner in) {
        char first = in.next();
        in.passValue();
        if (first != 'n') {
            throw new TdengineProtocolException(what + " is no JSON object");
        }
        return none(what);
    }

    static JsonObject none(String what) {
        return new JsonObject(what, "", new int[0], 0, false);
    }

    /** The object that comes next. */
    static JsonObject scan(String what, String text, JsonScanner in) {
        int[] places = new int[USUAL_FIELDS * PLACES];
        int end = 0;
        boolean escapedNames = false;
        for (boolean more = in.enter('}'); more; more = in.hasAnother('}')) {
            if (end == places.length) {
                places = Arrays.copyOf(places, end * 2);
            }
            places[end] = in.position();
            in.passString();
            places[end + 1] = in.position();
            escapedNames |= in.wasEscaped();
            in.passColon();
            places[end + 2] = in.position();
            in.passValue();
            places[end + 3] = in.position();
            end += PLACES;
        }
        return new JsonObject(what, text, places, end, escapedNames);
    }

    /** The last one of this name. */
    private JsonValue value(String name) {
        for (int i = end - PLACES; i >= 0; i -= PLACES) {
            if (isNamed(i, name)) {
                return new JsonValue(what, name, text, places[i + 2], places[i + 3]);
            }
        }
        return new JsonValue(what, name, text, 0, 0);
    }

    private boolean isNamed(int i, String name) {
        if (escapedNames) {
            return name.equalsIgnoreCase(name(i));
        }
        int begin = places[i] + 1;
        int length = places[i + 1] - 1 - begin;
        return length == name.length() && text.regionMatches(true, begin, name, 0, length);
    }

    private @Nullable String name(int i) {
        return new JsonValue(what, "name", text, places[i], places[i + 1]).string();
    }

    /** Whether the field is there, be it {@code null}. */
    public boolean has(String name) {
        return value(name).isThere();
    }

    /** Whether the field is missing or {@code null}. */
    public boolean isNull(String name) {
        return value(name).isNull();
    }

    public String text(String name) {
        return orEmpty(value(name).string());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable String textOrNull(String name) {
        return value(name).string();
    }

    public boolean bool(String name) {
        return value(name).bool();
    }

    public int int32(String name) {
        return value(name).int32();
    }

    public long int64(String name) {
        return value(name).int64();
    }

    /** An integer from 0 to 2^64 − 1, as the 64 bits it has. */
    public long unsigned(String name) {
        return value(name).unsigned();
    }

    /** As {@link #unsigned}, empty if the field is missing or {@code null}. */
    public OptionalLong optionalUnsigned(String name) {
        JsonValue value = value(name);
        return value.isNull() ? OptionalLong.empty() : OptionalLong.of(value.unsigned());
    }

    /** The object in this field; one without fields if it is missing. */
    public JsonObject object(String name) {
        return value(name).object();
    }

    public List<JsonObject> objects(String name) {
        return value(name).list(JsonValue::object);
    }

    public List<String> texts(String name) {
        return value(name).list(element -> orEmpty(element.string()));
    }

    public int[] int32s(String name) {
        return value(name).int32s();
    }

    public List<Long> int64s(String name) {
        return value(name).list(JsonValue::int64);
    }

    /** The array in this field as it was written; {@code []} if it is missing. */
    public String raw(String name) {
        return value(name).rawArray();
    }

    /** The object in this field as it was written; {@code {}} if it is missing. */
    public String rawObject(String name) {
        return value(name).rawObject();
    }

    /** The objects of the array in this field as they were written. */
    public List<String> rawObjects(String name) {
        return value(name).list(JsonValue::rawObject);
    }

    /** The text in this field, or the number or boolean as it was written; empty if it is missing. */
    public String scalar(String name) {
        return value(name).scalar();
    }

    /** The object in this field as a map of texts, the names as they were written. */
    public Map<String, String> textMap(String name) {
        JsonObject object = object(name);
        Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < object.end; i += PLACES) {
            String key = orEmpty(object.name(i));
            map.put(key, object.text(key));
        }
        return Collections.unmodifiableMap(map);
    }
}
