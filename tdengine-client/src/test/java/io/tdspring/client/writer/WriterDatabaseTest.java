// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer stays in the database that its client had when it was made. */
class WriterDatabaseTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @BeforeEach
    void createTables() {
        for (String database : List.of("one", "two")) {
            client.execute("create database " + database + " keep 36500");
            client.execute("create table " + database + ".st (ts timestamp, v int) tags (t int)");
        }
        client.useDatabase("one");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private long rows(String table) {
        try (QueryResult result = client.query("select count(*) from " + table)) {
            return result.nextBlock().longAt(0, 0);
        }
    }

    @Test
    void writesWhereItWasMadeAfterAFailure() {
        WriterOptions options = WriterOptions.into("st")
                .tags("t")
                .columns("ts", "v")
                .retryPause(Duration.ZERO)
                .build();
        try (TdengineWriter writer = client.newWriter(options)) {
            client.useDatabase("two");
            server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.error(0x0125, "Retry needed")));
            for (int v = 0; v < 10; v++) {
                writer.newRow()
                        .table("d" + v)
                        .setLong(0, v)
                        .setLong(1, 1_700_000_000_000L)
                        .setLong(2, v)
                        .append();
            }
            writer.flush();
            assertThat(writer.counters().rowsAcknowledged()).isEqualTo(10);
        }

        assertThat(rows("two.st")).isZero();
        assertThat(rows("one.st")).isEqualTo(10);
    }
}
