// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.plant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A source of readings: a file of real measurements, one row a line. Times are read as UTC, see the files' notice. */
enum Station {
    SEATTLE_TEMPS("seattle-temps") {
        @Override
        Object reading(String[] cells) {
            return new HourlyReading(minute(cells[0]), Double.parseDouble(cells[1]), id());
        }
    },
    SF_TEMPS("sf-temps") {
        @Override
        Object reading(String[] cells) {
            return new HourlyReading(second(cells[1]), Double.parseDouble(cells[0]), id());
        }
    },
    SEATTLE_WEATHER("seattle-weather") {
        @Override
        Object reading(String[] cells) {
            return new DailyReading(
                    day(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    cells[5],
                    id());
        }
    };

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");

    private final String id;

    Station(String id) {
        this.id = id;
    }

    abstract Object reading(String[] cells);

    /** The tag's value, and the file's name without its ending. */
    String id() {
        return id;
    }

    static Optional<Station> byId(String id) {
        return Stream.of(values()).filter(station -> station.id.equals(id)).findFirst();
    }

    /** The readings in the order of the file; to be closed. */
    Stream<Object> readings() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new ClassPathResource("weather/" + id + ".csv").getInputStream(), StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> reading(line.split(",")))
                    .onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many readings the file has. */
    int sourceRows() {
        try (Stream<Object> readings = readings()) {
            return Math.toIntExact(readings.count());
        }
    }

    /** The super table of its readings. */
    String superTable() {
        return this == SEATTLE_WEATHER ? "daily" : "hourly";
    }

    /** The columns of its super table that have a daily mean. */
    List<String> measures() {
        return this == SEATTLE_WEATHER ? List.of("temp_max", "temp_min", "precipitation", "wind") : List.of("temp");
    }

    private static Instant day(String text) {
        return LocalDate.parse(text, DAY).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant minute(String text) {
        return LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC);
    }

    private static Instant second(String text) {
        return LocalDateTime.parse(text, SECOND).toInstant(ZoneOffset.UTC);
    }
}
