// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the value of an option is written. Immutable.
 *
 * @param form what to call it, such as {@code duration}
 * @param isSecret whether no message may show a value
 * @param parser throws an {@link IllegalArgumentException} that says what a value looks like
 */
record OptionType<T>(String form, boolean isSecret, Function<String, T> parser) {

    static final OptionType<String> TEXT = new OptionType<>("text", false, Function.identity());

    static final OptionType<String> SECRET = new OptionType<>("secret", true, Function.identity());

    static final OptionType<List<String>> LIST =
            new OptionType<>("list", false, value -> List.of(value.split("\\s*,\\s*", -1)));

    static final OptionType<Boolean> FLAG = new OptionType<>("true or false", false, OptionType::flag);

    static final OptionType<Integer> NUMBER = new OptionType<>("number", false, OptionType::number);

    static final OptionType<Duration> DURATION = new OptionType<>("duration", false, OptionType::duration);

    static final OptionType<Path> FILE = new OptionType<>("file", false, OptionType::file);

    static final OptionType<ZoneId> ZONE = new OptionType<>("time zone", false, OptionType::zone);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18})(ns|us|ms|s|m|h|d)");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ns", ChronoUnit.NANOS,
            "us", ChronoUnit.MICROS,
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** One of the constants of an enum, in lower case with hyphens. */
    static <E extends Enum<E>> OptionType<E> oneOf(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String names =
                String.join(", ", constants.stream().map(OptionType::name).toList());
        return new OptionType<>(
                names,
                false,
                value -> constants.stream()
                        .filter(constant -> name(constant).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("it is one of " + names)));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("it is true or false");
        }
        return value.equals("true");
    }

    private static int number(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("it is a whole number");
        }
        return Integer.parseInt(value);
    }

    private static Duration duration(String value) {
        Matcher amount = AMOUNT.matcher(value);
        ChronoUnit unit = amount.matches() ? UNITS.get(amount.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("it is a number with a unit, such as 500ms, 10s, 2m or 1h");
        }
        try {
            return Duration.of(Long.parseLong(amount.group(1)), unit);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it is too long", e);
        }
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it is the name of a time zone, such as Europe/Berlin", e);
        }
    }

    private static Path file(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("it is the path of a file", e);
        }
    }
}
