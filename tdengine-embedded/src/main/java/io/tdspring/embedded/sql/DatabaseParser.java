// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads CREATE, ALTER, DROP, FLUSH and TRIM DATABASE. Confined to one thread. */
final class DatabaseParser {

    private static final Map<String, Form> OPTIONS = Map.ofEntries(
            Map.entry("buffer", Form.INTEGER),
            Map.entry("cachemodel", Form.STRING),
            Map.entry("cachesize", Form.INTEGER),
            Map.entry("comp", Form.INTEGER),
            Map.entry("duration", Form.DURATION),
            Map.entry("keep", Form.DURATIONS),
            Map.entry("keep_time_offset", Form.DURATION),
            Map.entry("maxrows", Form.INTEGER),
            Map.entry("minrows", Form.INTEGER),
            Map.entry("pages", Form.INTEGER),
            Map.entry("pagesize", Form.INTEGER),
            Map.entry("precision", Form.STRING),
            Map.entry("replica", Form.INTEGER),
            Map.entry("retentions", Form.RETENTIONS),
            Map.entry("single_stable", Form.INTEGER),
            Map.entry("stt_trigger", Form.INTEGER),
            Map.entry("table_prefix", Form.SIGNED_INTEGER),
            Map.entry("table_suffix", Form.SIGNED_INTEGER),
            Map.entry("tsdb_pagesize", Form.INTEGER),
            Map.entry("vgroups", Form.INTEGER),
            Map.entry("wal_fsync_period", Form.INTEGER),
            Map.entry("wal_level", Form.INTEGER),
            Map.entry("wal_retention_period", Form.SIGNED_INTEGER),
            Map.entry("wal_retention_size", Form.SIGNED_INTEGER),
            Map.entry("wal_roll_period", Form.INTEGER),
            Map.entry("wal_segment_size", Form.INTEGER));

    /** Those that ALTER DATABASE takes. */
    private static final Set<String> CHANGEABLE = Set.of(
            "buffer",
            "cachemodel",
            "cachesize",
            "keep",
            "keep_time_offset",
            "minrows",
            "pages",
            "replica",
            "stt_trigger",
            "wal_fsync_period",
            "wal_level",
            "wal_retention_period",
            "wal_retention_size");

    private final TokenStream tokens;

    DatabaseParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** How the value of an option is written. */
    private enum Form {
        INTEGER,
        SIGNED_INTEGER,
        STRING,
        DURATION,
        DURATIONS,
        RETENTIONS
    }

    /** What follows CREATE DATABASE. */
    Statement create() {
        boolean ifNotExists = tokens.acceptIfNotExists();
        String name = Names.database(tokens);
        return new Statement.CreateDatabase(name, ifNotExists, options(option -> true));
    }

    /** What follows ALTER DATABASE. */
    Statement alter() {
        String name = Names.database(tokens);
        if (tokens.at(TokenKind.END)) {
            throw tokens.unexpected();
        }
        return new Statement.AlterDatabase(name, options(CHANGEABLE::contains));
    }

    private Map<String, String> options(Predicate<String> wanted) {
        Map<String, String> options = new LinkedHashMap<>();
        while (!tokens.at(TokenKind.END)) {
            String option = tokens.text();
            Form form = wanted.test(option) ? OPTIONS.get(option) : null;
            if (form == null) {
                throw tokens.unexpected();
            }
            tokens.advance();
            options.put(option, value(form));
        }
        return options;
    }

    /** What follows FLUSH DATABASE. */
    Statement flush() {
        return new Statement.FlushDatabase(Names.database(tokens));
    }

    /** What follows TRIM DATABASE. */
    Statement trim() {
        return new Statement.TrimDatabase(Names.database(tokens));
    }

    /** What follows DROP DATABASE. */
    Statement drop() {
        boolean ifExists = tokens.acceptIfExists();
        String name = Names.database(tokens);
        return new Statement.DropDatabase(name, ifExists);
    }

    private String value(Form form) {
        return switch (form) {
            case INTEGER -> tokens.expectInteger();
            case SIGNED_INTEGER ->
                tokens.accept(TokenKind.MINUS) ? "-" + tokens.expectInteger() : tokens.expectInteger();
            case STRING -> tokens.expectString();
            case DURATION -> duration();
            case DURATIONS -> durations();
            case RETENTIONS -> throw SqlException.notSupported("RETENTIONS");
        };
    }

    private String durations() {
        StringBuilder durations = new StringBuilder(duration());
        while (tokens.accept(TokenKind.COMMA)) {
            durations.append(',').append(duration());
        }
        return durations.toString();
    }

    private String duration() {
        if (!tokens.at(TokenKind.DURATION)) {
            return tokens.expectInteger();
        }
        String duration = tokens.text();
        tokens.advance();
        return duration;
    }
}
