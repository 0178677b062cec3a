// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final List<Column> COLUMNS =
            List.of(Column.of("ts", DataType.TIMESTAMP), Column.of("v", DataType.INT));
    private static final List<Column> TAGS = List.of(Column.of("g", DataType.INT));

    /** Of a row of two numbers. */
    private static final int ENTRY_BYTES = 64 + 2 * 16;

    private final Catalog catalog =
            new Catalog(Clock.systemUTC(), ZoneOffset.UTC, "3.3.7.5", new MemoryBudget(Long.MAX_VALUE));
    private final Database database = create("d", 2);

    @Test
    void numbersVgroupsOnFromDatabaseToDatabase() {
        Database other = create("e", 3);

        assertThat(database.vgroups()).extracting(VGroup::id).containsExactly(2, 3);
        assertThat(other.vgroups()).extracting(VGroup::id).containsExactly(4, 5, 6);
    }

    @Test
    void spreadsTablesOverItsVgroupsByTheirNames() {
        List<Integer> used = IntStream.range(0, 50)
                .mapToObj(i -> database.vgroupOf("t" + i).id())
                .distinct()
                .sorted()
                .toList();

        assertThat(used).containsExactly(2, 3);
        assertThat(database.vgroupOf("t1")).isSameAs(database.vgroupOf("t1"));
    }

    @Test
    void keepsOneNameSpaceForTablesAndSuperTables() {
        SuperTable superTable = Objects.requireNonNull(database.createSuperTable("s", COLUMNS, TAGS, Instant.EPOCH));

        assertThat(database.createTable("s", COLUMNS, Instant.EPOCH)).isNull();
        assertThat(database.createChild("s", superTable, List.of(1L), Instant.EPOCH))
                .isNull();
        assertThat(database.createSuperTable("s", COLUMNS, TAGS, Instant.EPOCH)).isNull();
    }

    @Test
    void dropsTheChildrenWithTheirSuperTable() {
        SuperTable superTable = Objects.requireNonNull(database.createSuperTable("s", COLUMNS, TAGS, Instant.EPOCH));
        Table child = Objects.requireNonNull(database.createChild("c", superTable, List.of(1L), Instant.EPOCH));

        database.drop(superTable);

        assertThat(database.findTable("c")).isNull();
        assertThat(child.isDropped()).isTrue();
        assertThat(database.createChild("c", superTable, List.of(1L), Instant.EPOCH))
                .isNull();
    }

    @Test
    void writesNothingToATableThatWasDropped() {
        Table table = Objects.requireNonNull(database.createTable("t", COLUMNS, Instant.EPOCH));
        database.drop(table);
        long end = table.vgroup().end();

        boolean written = table.vgroup().write(table, batch(1));

        assertThat(written).isFalse();
        assertThat(table.vgroup().end()).isEqualTo(end);
        assertThat(table.rows().count()).isZero();
    }

    @Test
    void givesEachWriteAVersionAndTellsTheListeners() {
        Table table = Objects.requireNonNull(database.createTable("t", COLUMNS, Instant.EPOCH));
        VGroup vgroup = table.vgroup();
        long start = vgroup.end();
        AtomicInteger told = new AtomicInteger();
        vgroup.addListener(told::incrementAndGet);

        vgroup.write(table, batch(1));
        vgroup.write(table, batch(2));

        assertThat(told).hasValue(2);
        assertThat(vgroup.read(start, 10)).extracting(LogEntry::version).containsExactly(start, start + 1);
        assertThat(vgroup.read(start + 1, 10)).hasSize(1);
        assertThat(vgroup.read(start + 2, 10)).isEmpty();
    }

    @Test
    void forgetsTheOldestEntriesOfALogThatGrowsTooLarge() {
        Retention retention = new Retention(Clock.systemUTC(), 20 * ENTRY_BYTES, () -> Duration.ofHours(1));
        VGroup vgroup = new VGroup(9, retention, new MemoryBudget(Long.MAX_VALUE));
        Table table = new Table(
                database, new TableSchema("t", Columns.of(COLUMNS), null, List.of()), 1, Instant.EPOCH, vgroup);

        for (int i = 0; i < 100; i++) {
            vgroup.write(table, batch(i));
        }

        assertThat(vgroup.end()).isEqualTo(100);
        assertThat(vgroup.begin()).isBetween(80L, 85L);
        assertThat(vgroup.read(0, 1000)).hasSize((int) (100 - vgroup.begin()));
        assertThat(table.rows().count()).isEqualTo(100);
    }

    private Database create(String name, int vgroups) {
        catalog.create(name, new DatabaseOptions(Precision.MILLISECOND, Duration.ofDays(3650), vgroups, Map.of()));
        return Objects.requireNonNull(catalog.find(name));
    }

    private static RowBatch batch(long timestamp) {
        RowBatchBuilder builder = new RowBatchBuilder(COLUMNS);
        builder.add(new Object[] {timestamp, timestamp});
        return builder.build();
    }
}
