// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field, or an element of the array that it is, where it stands in a text that a {@link JsonScanner} has
 * passed. Immutable.
 *
 * @param what names the message in errors, as {@code name} the field
 * @param begin of the value in the text
 * @param end behind it; where it begins if the field is missing
 */
record JsonValue(String what, String name, String text, int begin, int end) {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    /** So many digits are a {@code long}, whichever they are. */
    private static final int SAFE_DIGITS = 18;

    private static final int USUAL_ELEMENTS = 8;
    private static final String EMPTY_ARRAY = "[]";
    private static final String EMPTY_OBJECT = "{}";

    boolean isThere() {
        return begin < end;
    }

    /** Whether this is {@code null}, or missing. */
    boolean isNull() {
        return begin == end || text.charAt(begin) == 'n';
    }

    @Nullable
    String string() {
        if (isNull()) {
            return null;
        }
        require('"', "string");
        String raw = text.substring(begin + 1, end - 1);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        int from = 0;
        for (int at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', from)) {
            plain.append(raw, from, at);
            from = at + 2;
            char kind = raw.charAt(at + 1);
            if (kind == 'u') {
                plain.append((char) Integer.parseInt(raw, from, from + HEX_DIGITS, HEX));
                from += HEX_DIGITS;
            } else {
                plain.append(control(kind));
            }
        }
        return plain.append(raw, from, raw.length()).toString();
    }

    private static char control(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }

    boolean bool() {
        if (isNull()) {
            return false;
        }
        char first = text.charAt(begin);
        if (first != 't' && first != 'f') {
            throw wrong("boolean");
        }
        return first == 't';
    }

    int int32() {
        long number = int64();
        if (number != (int) number) {
            throw wrong("integer of 32 bits");
        }
        return (int) number;
    }

    long int64() {
        if (isNull()) {
            return 0;
        }
        if (hasSafeLength()) {
            return safeNumber();
        }
        try {
            return Long.parseLong(text, begin, end, 10);
        } catch (NumberFormatException e) {
            throw wrong("integer of 64 bits");
        }
    }

    /** From 0 to 2^64 − 1. */
    long unsigned() {
        if (isNull()) {
            return 0;
        }
        if (hasSafeLength()) {
            long number = safeNumber();
            if (number < 0) {
                throw wrong("unsigned integer of 64 bits");
            }
            return number;
        }
        try {
            return Long.parseUnsignedLong(text, begin, end, 10);
        } catch (NumberFormatException e) {
            throw wrong("unsigned integer of 64 bits");
        }
    }

    private boolean hasSafeLength() {
        return end - begin <= SAFE_DIGITS;
    }

    private long safeNumber() {
        boolean negative = text.charAt(begin) == '-';
        long number = 0;
        for (int i = negative ? begin + 1 : begin; i < end; i++) {
            char c = text.charAt(i);
            if (!JsonScanner.isDigit(c)) {
                throw wrong("integer");
            }
            number = number * 10 + (c - '0');
        }
        return negative ? -number : number;
    }

    JsonObject object() {
        if (isNull()) {
            return JsonObject.none(what);
        }
        require('{', "object");
        return JsonObject.scan(what, text, new JsonScanner(what, text, begin));
    }

    /** The elements of the array that this is; none if it is {@code null} or missing. */
    <T> List<T> list(Function<JsonValue, T> element) {
        List<T> list = new ArrayList<>();
        JsonScanner in = elements();
        for (boolean more = in.enter(']'); more; more = in.hasAnother(']')) {
            list.add(element.apply(element(in)));
        }
        return Collections.unmodifiableList(list);
    }

    /** As {@link #list}, of integers. */
    int[] int32s() {
        int[] values = new int[USUAL_ELEMENTS];
        int count = 0;
        JsonScanner in = elements();
        for (boolean more = in.enter(']'); more; more = in.hasAnother(']')) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = element(in).int32();
        }
        return Arrays.copyOf(values, count);
    }

    /** Before the array's opening bracket. */
    private JsonScanner elements() {
        if (isNull()) {
            return new JsonScanner(what, EMPTY_ARRAY, 0);
        }
        require('[', "array");
        return new JsonScanner(what, text, begin);
    }

    private JsonValue element(JsonScanner in) {
        int from = in.position();
        in.passValue();
        return new JsonValue(what, name, text, from, in.position());
    }

    /** The array that this is, as it was written. */
    String rawArray() {
        if (isNull()) {
            return EMPTY_ARRAY;
        }
        require('[', "array");
        return text.substring(begin, end);
    }

    /** The object that this is, as it was written. */
    String rawObject() {
        if (isNull()) {
            return EMPTY_OBJECT;
        }
        require('{', "object");
        return text.substring(begin, end);
    }

    /** What stands in the string, or the number or boolean as it was written; nothing of {@code null}. */
    String scalar() {
        if (isNull()) {
            return "";
        }
        char first = text.charAt(begin);
        if (first == '{' || first == '[') {
            throw wrong("single value");
        }
        return first == '"' ? Objects.requireNonNull(string()) : text.substring(begin, end);
    }

    private void require(char first, String kind) {
        if (text.charAt(begin) != first) {
            throw wrong(kind);
        }
    }

    private TdengineProtocolException wrong(String kind) {
        return new TdengineProtocolException(what + " has a " + name + " that is no " + kind);
    }
}
