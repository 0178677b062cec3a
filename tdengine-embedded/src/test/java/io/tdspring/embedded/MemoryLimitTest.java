// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MemoryLimitTest {

    private static final int OUT_OF_MEMORY = 0x0102;
    private static final int ROWS = 1000;

    private final EmbeddedTdengine server =
            EmbeddedTdengine.builder().maxRowBytes(100_000).start();
    private final RestPeer rest = new RestPeer(server);

    @BeforeEach
    void createTables() {
        rest.run("/rest/sql", "create database d");
        rest.run("/rest/sql/d", "create table a (ts timestamp, v int)");
        rest.run("/rest/sql/d", "create table b (ts timestamp, v int)");
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Writes a thousand rows, more than a tenth and less than all of what there is room for. */
    private int write(String table, int first) {
        String rows = IntStream.range(first, first + ROWS)
                .mapToObj(i -> "(" + (1_767_225_600_000L + i) + "," + i + ")")
                .collect(Collectors.joining());
        JsonNode answer = Resources.JSON.readTree(rest.post("/rest/sql/d", "insert into " + table + " values" + rows)
                .body());
        return answer.get("code").asInt();
    }

    private int fill(String table) {
        int batches = 0;
        while (write(table, batches * ROWS) == 0) {
            batches++;
            assertThat(batches).isLessThan(10);
        }
        return batches;
    }

    @Test
    void refusesRowsThatDoNotFitAndKeepsThoseThatDid() {
        int batches = fill("a");

        assertThat(batches).isPositive();
        assertThat(write("a", batches * ROWS)).isEqualTo(OUT_OF_MEMORY);
        assertThat(rest.run("/rest/sql/d", "select count(*) from a")
                        .get("data")
                        .get(0)
                        .get(0)
                        .asInt())
                .isEqualTo(batches * ROWS);
    }

    @Test
    void aDroppedTableMakesRoom() {
        int batches = fill("a");

        rest.run("/rest/sql/d", "drop table a");

        assertThat(fill("b")).isEqualTo(batches);
    }

    @Test
    void deletedRowsMakeRoom() {
        int batches = fill("a");

        rest.run("/rest/sql/d", "delete from a");

        assertThat(fill("b")).isEqualTo(batches);
    }

    @Test
    void writingTheSameRowsAgainTakesNoRoom() {
        for (int i = 0; i < 20; i++) {
            assertThat(write("a", 0)).isZero();
        }
    }
}
