// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.DatabaseOptions;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the options of CREATE DATABASE, in the words of TDengine. */
final class DatabaseOptionReader {

    private static final int INVALID_OPTION = 0x2619;
    private static final long MINUTES_OF_DAY = 1440;
    private static final long MOST_KEEP_MINUTES = 525_600_000;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("buffer", "256"),
            Map.entry("cachemodel", "none"),
            Map.entry("cachesize", "1"),
            Map.entry("comp", "2"),
            Map.entry("duration", "10d"),
            Map.entry("keep", "3650d"),
            Map.entry("keep_time_offset", "0"),
            Map.entry("maxrows", "4096"),
            Map.entry("minrows", "100"),
            Map.entry("pages", "256"),
            Map.entry("pagesize", "4"),
            Map.entry("precision", "ms"),
            Map.entry("replica", "1"),
            Map.entry("single_stable", "0"),
            Map.entry("strict", "on"),
            Map.entry("table_prefix", "0"),
            Map.entry("table_suffix", "0"),
            Map.entry("tsdb_pagesize", "4"),
            Map.entry("vgroups", "2"),
            Map.entry("wal_fsync_period", "3000"),
            Map.entry("wal_level", "1"),
            Map.entry("wal_retention_period", "3600"),
            Map.entry("wal_retention_size", "0"));

    private static final List<String> CACHE_MODELS = List.of("none", "last_row", "last_value", "both");

    private static final List<Range> RANGES = List.of(
            new Range("vgroups", "vgroups", 1, 1024),
            new Range("buffer", "buffer", 3, 16_384),
            new Range("cachesize", "cacheSize", 1, 65_536),
            new Range("replica", "replications", 1, 3),
            new Range("wal_fsync_period", "fsyncPeriod", 0, 180_000),
            new Range("maxrows", "maxRowsPerBlock", 200, 10_000_000),
            new Range("pages", "pages", 64, Integer.MAX_VALUE - 1),
            new Range("pagesize", "pagesize", 1, 16_384),
            new Range("stt_trigger", "sstTrigger", 1, 16));

    /** What is stored as a number of so many bits, and whose ranges are not checked above. */
    private static final Map<String, Integer> BITS = Map.of(
            "comp", 8,
            "keep_time_offset", 32,
            "minrows", 32,
            "table_prefix", 16,
            "table_suffix", 16,
            "tsdb_pagesize", 32,
            "wal_retention_period", 32,
            "wal_retention_size", 64);

    private static final Map<String, Choice> CHOICES = Map.of(
            "wal_level", new Choice("walLevel", List.of("0", "1", "2")),
            "single_stable", new Choice("singleStable", List.of("1", "0")));

    private final Map<String, String> texts;

    private DatabaseOptionReader(Map<String, String> written) {
        this.texts = new HashMap<>(DEFAULTS);
        texts.putAll(written);
    }

    /**
     * The options with what is not written filled in.
     *
     * @throws SqlException 0x2619 if one is out of range
     */
    static DatabaseOptions read(Map<String, String> written) {
        return new DatabaseOptionReader(written).read();
    }

    private DatabaseOptions read() {
        RANGES.forEach(this::check);
        CHOICES.forEach(this::check);
        texts.computeIfPresent("keep_time_offset", (option, text) -> hours(text));
        BITS.forEach(this::checkFits);
        if (!CACHE_MODELS.contains(text("cachemodel").toLowerCase(Locale.ROOT))) {
            throw SqlException.notSupported("CACHEMODEL '" + text("cachemodel") + "'");
        }
        long duration = duration();
        Duration keep = keep(duration);
        return new DatabaseOptions(precision(), keep, Integer.parseInt(text("vgroups")), texts);
    }

    private Precision precision() {
        String written = text("precision");
        for (Precision precision : Precision.values()) {
            if (precision.symbol().equalsIgnoreCase(written)) {
                texts.put("precision", precision.symbol());
                return precision;
            }
        }
        throw invalid("option precision: " + written);
    }

    private long duration() {
        long minutes = minutes("duration", text("duration"));
        if (minutes < 60 || minutes > 3650 * MINUTES_OF_DAY) {
            throw invalid("option daysPerFile: " + minutes + ", valid range: [60, 5256000]");
        }
        return minutes;
    }

    /** One to three times, of which the last is the longest and counts. */
    private Duration keep(long duration) {
        String[] written = text("keep").split(",", -1);
        long[] minutes = new long[3];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = minutes("keep", written[Math.min(i, written.length - 1)].strip());
        }
        if (Arrays.stream(minutes).anyMatch(m -> m < MINUTES_OF_DAY || m > MOST_KEEP_MINUTES)) {
            throw invalid("option keep: %d, %d, %d valid range: [%dm, %dm]"
                    .formatted(minutes[0], minutes[1], minutes[2], MINUTES_OF_DAY, MOST_KEEP_MINUTES));
        }
        if (minutes[0] > minutes[1] || minutes[1] > minutes[2]) {
            throw invalid("keep value, should be keep0 <= keep1 <= keep2");
        }
        if (minutes[0] < 3 * duration) {
            throw invalid("duration value, should be keep2 >= keep1 >= keep0 >= 3 * duration");
        }
        return Duration.ofMinutes(minutes[2]);
    }

    private static long minutes(String option, String written) {
        int digits = 0;
        while (digits < written.length() && Character.isDigit(written.charAt(digits))) {
            digits++;
        }
        long perUnit = switch (written.substring(digits)) {
            case "", "d" -> MINUTES_OF_DAY;
            case "h" -> 60;
            case "m" -> 1;
            default -> throw invalid("option " + option + ": " + written);
        };
        if (digits == 0 || digits > 12) {
            throw invalid("option " + option + ": " + written);
        }
        return Long.parseLong(written.substring(0, digits)) * perUnit;
    }

    private void check(Range range) {
        String written = texts.get(range.option());
        if (written == null) {
            return;
        }
        long value = number(range, written);
        if (value < range.smallest() || value > range.largest()) {
            throw invalid("option %s: %s, valid range: [%d, %d]"
                    .formatted(range.label(), written, range.smallest(), range.largest()));
        }
    }

    private static long number(Range range, String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw invalid("option " + range.label() + ": " + written);
        }
    }

    /** Hours, which are not always written behind the number. */
    private static String hours(String written) {
        return written.endsWith("h") ? written.substring(0, written.length() - 1) : written;
    }

    private void checkFits(String option, int bits) {
        String written = text(option);
        boolean fits = written.matches("-?[0-9]+") && new BigInteger(written).bitLength() < bits;
        if (!fits) {
            throw SqlException.notSupported(option.toUpperCase(Locale.ROOT) + " " + written);
        }
    }

    private void check(String option, Choice choice) {
        String written = texts.get(option);
        if (written != null && !choice.allowed().contains(written)) {
            throw invalid("option %s: %s, only %s allowed"
                    .formatted(choice.label(), written, String.join(", ", choice.allowed())));
        }
    }

    private String text(String option) {
        return texts.getOrDefault(option, "");
    }

    private static SqlException invalid(String what) {
        return new SqlException(INVALID_OPTION, "Invalid " + what);
    }

    private record Range(String option, String label, long smallest, long largest) {}

    private record Choice(String label, List<String> allowed) {}
}
