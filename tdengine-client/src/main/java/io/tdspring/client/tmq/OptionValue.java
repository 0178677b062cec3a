// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What values an option takes. Immutable. */
@FunctionalInterface
interface OptionValue {

    /**
     * The value as the server wants it.
     *
     * @throws IllegalArgumentException if it is none; the message names the option and the value
     */
    String checked(String name, String value);

    /** A text that must not be longer, in UTF-8. */
    static OptionValue text(int mostBytes) {
        return (name, value) -> {
            int bytes = value.getBytes(StandardCharsets.UTF_8).length;
            if (value.isBlank() || bytes > mostBytes) {
                throw bad(name, value, "1 to " + mostBytes + " bytes, and this has " + bytes);
            }
            return value;
        };
    }

    /** As {@link #text}, for the name of a consumer group. */
    static OptionValue groupName() {
        OptionValue text = text(192);
        return (name, value) -> {
            if (value.indexOf(':') >= 0) {
                throw bad(name, value, "a text without a colon");
            }
            return text.checked(name, value);
        };
    }

    /** A text of which no message may show anything. */
    static OptionValue secret() {
        return (name, value) -> value;
    }

    /** A whole number that lies between two, both included. */
    static OptionValue number(int least, int most) {
        String form = most == Integer.MAX_VALUE
                ? "a whole number from " + least + " on"
                : "a whole number from " + least + " to " + most;
        return (name, value) -> {
            long number;
            try {
                number = Long.parseLong(value.trim());
            } catch (NumberFormatException e) {
                throw bad(name, value, form);
            }
            if (number < least || number > most) {
                throw bad(name, value, form);
            }
            return Long.toString(number);
        };
    }

    static OptionValue oneOf(List<String> values) {
        return (name, value) -> {
            String lower = value.trim().toLowerCase(Locale.ROOT);
            if (!values.contains(lower)) {
                throw bad(name, value, "one of " + String.join(", ", values));
            }
            return lower;
        };
    }

    /** {@code true} or {@code false}. */
    static OptionValue bool() {
        return (name, value) -> Boolean.toString(isTrue(name, value));
    }

    /** {@code true} or {@code false}, which the server takes as 1 or 0. */
    static OptionValue flag() {
        return (name, value) -> isTrue(name, value) ? "1" : "0";
    }

    /** What this client does not do, and which may only be switched off therefore. */
    static OptionValue onlyFalse(String why) {
        return (name, value) -> {
            if (isTrue(name, value)) {
                throw new IllegalArgumentException("option " + name + " cannot be switched on: " + why);
            }
            return "false";
        };
    }

    private static boolean isTrue(String name, String value) {
        return switch (value.trim().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw bad(name, value, "true or false");
        };
    }

    private static IllegalArgumentException bad(String name, String value, String form) {
        return new IllegalArgumentException("bad value \"" + value + "\" of option " + name + ": it is " + form);
    }
}
