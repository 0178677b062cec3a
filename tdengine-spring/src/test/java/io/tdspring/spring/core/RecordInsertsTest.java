// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTag;
import io.tdspring.spring.mapping.TdTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.InvalidDataAccessApiUsageException;

class RecordInsertsTest {

    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

    @TdTable(superTable = "meters")
    record Reading(
            @TdTimestamp Instant ts, String note, @TdTag int groupId) {}

    private final List<String> statements = new ArrayList<>();

    @Test
    void sortsTheRowsByTableAndKeepsTheirOrderWithinATable() {
        long written = insert(List.of(
                new Reading(TIME, "a", 1), new Reading(TIME, "b", 2), new Reading(TIME.plusMillis(1), null, 1)));

        assertThat(written).isEqualTo(10);
        assertThat(statements)
                .containsExactly("INSERT INTO `meters_1` USING `meters` (`group_id`) TAGS (1) (`ts`,`note`)"
                        + " VALUES ('2024-05-06T07:08:09Z','a')('2024-05-06T07:08:09.001Z',NULL)"
                        + " `meters_2` USING `meters` (`group_id`) TAGS (2) (`ts`,`note`)"
                        + " VALUES ('2024-05-06T07:08:09Z','b')");
    }

    @Test
    void addsUpWhatSeveralStatementsWrote() {
        List<Reading> readings = IntStream.range(0, 30)
                .mapToObj(i -> new Reading(TIME.plusSeconds(i), "x".repeat(100_000), 1))
                .toList();

        assertThat(insert(readings)).isEqualTo(30);
        assertThat(statements).hasSize(3);
    }

    @Test
    void refusesNullAndOtherClassesBeforeAnythingIsSent() {
        assertThatThrownBy(() -> insert(Arrays.asList(new Reading(TIME, "a", 1), null)))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> insert(Arrays.asList(null, new Reading(TIME, "a", 1))))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> insert(List.of(new Reading(TIME, "a", 1), "other")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("java.lang.String");
        assertThat(statements).isEmpty();
    }

    @Test
    void refusesAClassThatCannotBeWritten() {
        assertThatThrownBy(() -> insert(List.of("text")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class)
                .hasMessageContaining("java.lang.String has no @TdTable");
    }

    /** A server that says that each statement wrote 10 rows. */
    private long insert(Collection<?> records) {
        return RecordInserts.insert(
                sql -> {
                    statements.add(sql);
                    return 10;
                },
                new TdMapper(),
                records);
    }
}
