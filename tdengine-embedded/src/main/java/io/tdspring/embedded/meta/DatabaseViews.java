// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import static io.tdspring.embedded.meta.Listing.text;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.Scope;
import io.tdspring.embedded.store.VGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Databases with their options, and their vgroups. */
final class DatabaseViews {

    static final List<String> SYSTEM_DATABASES = List.of(SystemCatalog.INFORMATION, SystemCatalog.PERFORMANCE);

    private static final List<Column> DATABASES = List.of(
            text("name", 64),
            Column.of("create_time", DataType.TIMESTAMP),
            Column.of("vgroups", DataType.SMALLINT),
            Column.of("ntables", DataType.BIGINT),
            Column.of("replica", DataType.TINYINT),
            text("strict", 4),
            text("duration", 10),
            text("keep", 32),
            Column.of("buffer", DataType.INT),
            Column.of("pagesize", DataType.INT),
            Column.of("pages", DataType.INT),
            Column.of("minrows", DataType.INT),
            Column.of("maxrows", DataType.INT),
            Column.of("comp", DataType.TINYINT),
            text("precision", 2),
            text("status", 10),
            text("retentions", 60),
            Column.of("single_stable", DataType.BOOL),
            text("cachemodel", 11),
            Column.of("cachesize", DataType.INT),
            Column.of("wal_level", DataType.TINYINT),
            Column.of("wal_fsync_period", DataType.INT),
            Column.of("wal_retention_period", DataType.INT),
            Column.of("wal_retention_size", DataType.BIGINT),
            Column.of("stt_trigger", DataType.SMALLINT),
            Column.of("table_prefix", DataType.SMALLINT),
            Column.of("table_suffix", DataType.SMALLINT),
            Column.of("tsdb_pagesize", DataType.INT),
            Column.of("keep_time_offset", DataType.INT));

    private static final Set<String> MORE_OF_DATABASES = Set.of(
            "wal_roll_period",
            "wal_segment_size",
            "s3_chunksize",
            "s3_keeplocal",
            "s3_compact",
            "ss_chunkpages",
            "ss_keeplocal",
            "ss_compact",
            "with_arbitrator",
            "encrypt_algorithm",
            "compact_interval",
            "compact_time_range",
            "compact_time_offset");

    private static final List<Column> VGROUPS =
            List.of(Column.of("vgroup_id", DataType.INT), text("db_name", 64), Column.of("tables", DataType.INT));

    private static final Set<String> MORE_OF_VGROUPS = Set.of(
            "v1_dnode",
            "v1_status",
            "v2_dnode",
            "v2_status",
            "v3_dnode",
            "v3_status",
            "v4_dnode",
            "v4_status",
            "status",
            "cacheload",
            "cacheelements",
            "tsma",
            "nfiles",
            "file_size");

    private DatabaseViews() {}

    static SystemView databases() {
        return new SystemView("ins_databases", DATABASES, MORE_OF_DATABASES, DatabaseViews::databaseRows);
    }

    private static List<@Nullable Object[]> databaseRows(Scope scope) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String name : SYSTEM_DATABASES) {
            @Nullable Object[] row = new @Nullable Object[DATABASES.size()];
            row[0] = name;
            rows.add(row);
        }
        scope.catalog().databases().forEach(database -> rows.add(row(database)));
        return rows;
    }

    private static @Nullable Object[] row(Database database) {
        return DATABASES.stream().map(column -> cell(database, column)).toArray();
    }

    private static @Nullable Object cell(Database database, Column column) {
        return switch (column.name()) {
            case "name" -> database.name();
            case "create_time" -> database.created().toEpochMilli();
            case "vgroups" -> (long) database.vgroups().size();
            case "ntables" -> (long) database.tables().size();
            case "status" -> "ready";
            case "single_stable" -> "1".equals(database.options().texts().get("single_stable"));
            case "keep" -> keepOf(database);
            case "duration" -> DatabaseText.time(database.options().texts().get("duration"));
            default -> option(column, database.options().texts().get(column.name()));
        };
    }

    private static @Nullable Object option(Column column, @Nullable String text) {
        return text == null || column.type() == DataType.VARCHAR ? text : (Object) Long.valueOf(text);
    }

    private static @Nullable String keepOf(Database database) {
        return DatabaseText.keep(database.options().texts().get("keep"));
    }

    static SystemView vgroups() {
        return new SystemView("ins_vgroups", VGROUPS, MORE_OF_VGROUPS, DatabaseViews::vgroupRows);
    }

    private static List<@Nullable Object[]> vgroupRows(Scope scope) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Database database : scope.catalog().databases()) {
            for (VGroup vgroup : database.vgroups()) {
                long tables = database.tables().stream()
                        .filter(table -> table.vgroup() == vgroup)
                        .count();
                rows.add(new @Nullable Object[] {(long) vgroup.id(), database.name(), tables});
            }
        }
        rows.sort((a, b) -> Arrays.compare(new long[] {(Long) a[0]}, new long[] {(Long) b[0]}));
        return rows;
    }
}
