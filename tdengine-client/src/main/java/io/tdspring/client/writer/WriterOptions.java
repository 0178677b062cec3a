// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.sql.Identifiers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a {@link TdengineWriter} writes, and how it collects rows. Immutable. */
public final class WriterOptions {

    private final String database;
    private final String superTable;
    private final List<String> tags;
    private final List<String> columns;
    private final WriterLimits limits;
    private final Delivery delivery;
    private final WhenFull whenFull;

    /** @param timeout for a frame and all its repetitions */
    record Delivery(int framesInFlight, Duration timeout, Duration pause) {}

    private WriterOptions(Builder builder) {
        this.database = builder.database;
        this.superTable = builder.superTable;
        this.tags = List.copyOf(builder.tags);
        this.columns = List.copyOf(builder.columns);
        this.limits =
                new WriterLimits(builder.maxRows, builder.maxBytes, builder.linger.toNanos(), builder.bufferBytes);
        this.delivery = new Delivery(builder.framesInFlight, builder.deliveryTimeout, builder.retryPause);
        this.whenFull = builder.whenFull;
    }

    /** Rows for the tables of a super table in the database that the client has when the writer is made. */
    public static Builder into(String superTable) {
        return into("", superTable);
    }

    /** Rows for the tables of a super table. */
    public static Builder into(String database, String superTable) {
        return new Builder(database, superTable);
    }

    /**
     * The statement that a frame is bound to. It names the database, so that it means the same when the client has gone over
     * to another one.
     *
     * @param current the client's database, or null
     */
    String sql(@Nullable String current) {
        String in = database.isEmpty() && current != null ? current : database;
        List<String> names = new ArrayList<>(List.of("tbname"));
        names().stream().map(Identifiers::quote).forEach(names::add);
        return "insert into " + Identifiers.quote(in, superTable) + " (" + String.join(",", names) + ") values ("
                + names.stream().map(name -> "?").collect(Collectors.joining(",")) + ")";
    }

    /** Tags, then columns. */
    List<String> names() {
        List<String> names = new ArrayList<>(tags);
        names.addAll(columns);
        return names;
    }

    /** The first column. */
    int primary() {
        return tags.size();
    }

    WriterLimits limits() {
        return limits;
    }

    Delivery delivery() {
        return delivery;
    }

    WhenFull whenFull() {
        return whenFull;
    }

    /** Collects options; confined to one thread. */
    public static final class Builder {

        private static final int MOST_FRAME_BYTES = 4 << 20;
        private static final Duration LONGEST = Duration.ofDays(365);

        private final String database;
        private final String superTable;
        private List<String> tags = List.of();
        private List<String> columns = List.of();
        private int maxRows = 25_000;
        private int maxBytes = 1 << 20;
        private Duration linger = Duration.ofMillis(10);
        private long bufferBytes = 64L << 20;
        private WhenFull whenFull = WhenFull.block();
        private int framesInFlight = 2;
        private Duration deliveryTimeout = Duration.ofMinutes(2);
        private Duration retryPause = Duration.ofMillis(100);

        private Builder(String database, String superTable) {
            this.database = database;
            this.superTable = superTable;
            String unused = Identifiers.quote(database, superTable);
        }

        /** The tags that rows bring, by which the server makes tables that are not there yet. A known table keeps its own. */
        public Builder tags(String... names) {
            tags = List.of(names);
            return this;
        }

        /** The columns that rows bring; the first is the timestamp that identifies a row. */
        public Builder columns(String... names) {
            columns = List.of(names);
            return this;
        }

        /** How many rows a frame has at most; 25,000 unless set. */
        public Builder maxRows(int rows) {
            maxRows = positive("rows", rows);
            return this;
        }

        /** About how long a frame is at most, in bytes; 1 MiB unless set, 4 MiB at most. */
        public Builder maxBytes(int bytes) {
            maxBytes = Math.min(MOST_FRAME_BYTES, positive("bytes", bytes));
            return this;
        }

        /** How long a row waits for others, so that they can go in one frame; 10 ms unless set. */
        public Builder linger(Duration time) {
            linger = notNegative("linger", time);
            return this;
        }

        /**
         * About how much memory rows may take that are not yet acknowledged; 64 MiB unless set. A table takes some 450 bytes
         * for each of its tags and columns besides its rows.
         */
        public Builder bufferBytes(long bytes) {
            bufferBytes = bytes;
            if (bytes < 1) {
                throw new IllegalArgumentException("bytes must be positive, not " + bytes);
            }
            return this;
        }

        /** {@link WhenFull#block} unless set. */
        public Builder whenFull(WhenFull policy) {
            whenFull = policy;
            return this;
        }

        /** How many frames are under way at a time, each with a thread; 2 unless set, which keeps a server busy. */
        public Builder framesInFlight(int frames) {
            framesInFlight = positive("frames", frames);
            return this;
        }

        /** How long a frame is tried, again and again if need be, before its rows fail; 2 min unless set. */
        public Builder deliveryTimeout(Duration time) {
            deliveryTimeout = notNegative("delivery timeout", time);
            return this;
        }

        /** The pause before a frame is sent again, twice as long each time up to 32 times; 100 ms unless set. */
        public Builder retryPause(Duration time) {
            retryPause = notNegative("retry pause", time);
            return this;
        }

        private static int positive(String what, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(what + " must be positive, not " + value);
            }
            return value;
        }

        /** Longer ones are as good as a year, whose nanoseconds can be doubled. */
        private static Duration notNegative(String what, Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException(what + " must not be negative: " + value);
            }
            return value.compareTo(LONGEST) > 0 ? LONGEST : value;
        }

        /**
         * Makes the options.
         *
         * @throws IllegalArgumentException if there are no columns, or a name is there twice
         */
        public WriterOptions build() {
            WriterOptions options = new WriterOptions(this);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("no columns");
            }
            List<String> names = options.names();
            names.stream()
                    .filter(name -> Collections.frequency(names, name) > 1)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(name + " is there twice");
                    });
            return options;
        }
    }
}
