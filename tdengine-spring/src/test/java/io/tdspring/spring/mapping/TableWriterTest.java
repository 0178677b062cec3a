// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.sql.InsertTarget;
import io.tdspring.client.sql.InsertTarget.ChildOf;
import io.tdspring.error.TdConversionException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {

    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

    enum Phase {
        ONE
    }

    @TdTable(superTable = "meters", database = "power")
    record Reading(
            @TdTag String location,
            @TdColumn("I") Double current,
            Phase phaseOf,
            @TdTag("groupid") Integer group,
            @TdTimestamp Instant ts) {}

    @TdTable(superTable = "meters")
    record Named(
            @TdTimestamp("time") long at,
            @TdTag String location,
            @TdTableName String table) {}

    @TdTable(superTable = "")
    record Plain(
            @TdTimestamp Instant ts, int v, @TdTableName String table) {}

    private final TdMapper mapper = new TdMapper();

    @Test
    void writesTagsIntoTheTargetAndTheOthersIntoTheRow() {
        TableWriter<Reading> writer = mapper.writer(Reading.class);
        Reading reading = new Reading("beijing", null, Phase.ONE, 7, TIME);

        String table = writer.tableName(reading);

        assertThat(table).isEqualTo("meters_beijing_7");
        assertThat(writer.target(table, reading))
                .isEqualTo(new InsertTarget(
                        "power",
                        "meters_beijing_7",
                        new ChildOf("meters", List.of("location", "groupid"), List.of("beijing", 7)),
                        List.of("ts", "I", "phase_of")));
        assertThat(writer.values(reading)).isEqualTo(Arrays.asList(TIME, null, "ONE"));
    }

    @Test
    void takesTheTableNameFromTheRecord() {
        TableWriter<Named> writer = mapper.writer(Named.class);
        Named named = new Named(1L, "x", "Any name");

        assertThat(writer.tableName(named)).isEqualTo("Any name");
        assertThat(writer.target("Any name", named).columns()).containsExactly("time");
        assertThat(writer.values(named)).containsExactly(1L);
    }

    @Test
    void writesARecordWithoutTagsIntoAnExistingTable() {
        TableWriter<Plain> writer = mapper.writer(Plain.class);

        assertThat(writer.target("t", new Plain(TIME, 1, "t")))
                .isEqualTo(new InsertTarget("", "t", null, List.of("ts", "v")));
    }

    @Test
    void asksTheGivenStrategyForNames() {
        TdMapper own = new TdMapper((superTable, tags) -> superTable + tags);

        assertThat(own.writer(Reading.class).tableName(new Reading(null, 1.0, null, 7, TIME)))
                .isEqualTo("meters[null, 7]");
    }

    @Test
    void refusesARowWithoutItsTimestampOrTable() {
        assertThatThrownBy(() -> mapper.writer(Reading.class).values(new Reading("x", 1.0, null, 7, null)))
                .isInstanceOf(TdConversionException.class)
                .hasMessage("component ts of " + Reading.class.getName() + " is null: a row needs its timestamp");
        assertThatThrownBy(() -> mapper.writer(Named.class).tableName(new Named(1L, "x", "")))
                .isInstanceOf(TdConversionException.class)
                .hasMessageContaining("component table of");
    }

    @Test
    void refusesClassesThatCannotBeWritten() {
        record NoTable(@TdTimestamp Instant ts, @TdTag int tag) {}
        @TdTable(superTable = "s")
        record NoTimestamp(Instant ts, @TdTag int tag) {}
        @TdTable(superTable = "s")
        record NoName(@TdTimestamp Instant ts) {}
        @TdTable(superTable = "s")
        class Bean {}

        assertThatThrownBy(() -> mapper.writer(NoTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@TdTable,");
        assertThatThrownBy(() -> mapper.writer(NoTimestamp.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 components with @TdTimestamp");
        assertThatThrownBy(() -> mapper.writer(NoName.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@TdTableName, or tags");
        assertThatThrownBy(() -> mapper.writer(Bean.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only records are mapped, not beans");
    }
}
