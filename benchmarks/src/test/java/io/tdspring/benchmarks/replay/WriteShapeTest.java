// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.stmt.TdStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shape in which prepared statements write, which is what makes servers write fast: no promises, several tables a
 * frame, and two statements at a time.
 */
class WriteShapeTest {

    private static final String INSERT = "insert into ? using bench.weather tags(?) values(?,?,?,?)";
    private static final int EXECUTIONS = 20;
    private static final int TABLES = 5;
    private static final int ROWS = 100;

    @ParameterizedTest
    @EnumSource(WebSocketEngineType.class)
    void writesSeveralTablesAFrameByTwoStatementsAtATime(WebSocketEngineType engine) throws Exception {
        WriteRecord record;

        try (ReplayServer server = ReplayServer.start(ReplayServer.VERSION, Duration.ofMillis(20));
                TdengineClient client = connect(engine, server);
                TdStatement insert = client.prepare(INSERT)) {
            List<CompletableFuture<Long>> written = new ArrayList<>();
            for (int execution = 0; execution < EXECUTIONS; execution++) {
                bind(insert);
                written.add(insert.executeAsync());
            }
            for (CompletableFuture<Long> rows : written) {
                assertThat(rows.get(30, TimeUnit.SECONDS)).isEqualTo(TABLES * ROWS);
            }
            record = server.takeRecord();
        }

        assertThat(record.promises()).isZero();
        assertThat(record.statements()).isEqualTo(2);
        assertThat(record.bindFrames()).isEqualTo(EXECUTIONS);
        assertThat(record.leastTables()).isEqualTo(TABLES);
        assertThat(record.mostTables()).isEqualTo(TABLES);
        assertThat(record.boundRows()).isEqualTo(EXECUTIONS * TABLES * ROWS);
        assertThat(record.mostInFlight()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(WebSocketEngineType.class)
    void isSeenToWriteByOneStatementIfItWaits(WebSocketEngineType engine) {
        try (ReplayServer server = ReplayServer.start(ReplayServer.VERSION, Duration.ofMillis(1));
                TdengineClient client = connect(engine, server);
                TdStatement insert = client.prepare(INSERT)) {
            bind(insert);
            insert.execute();
            bind(insert);
            insert.execute();

            assertThat(server.takeRecord().mostInFlight()).isEqualTo(1);
        }
    }

    private static TdengineClient connect(WebSocketEngineType engine, ReplayServer server) {
        return TdengineClient.builder()
                .endpoints(server.endpoint())
                .webSocketEngine(engine)
                .build();
    }

    private static void bind(TdStatement insert) {
        for (int table = 0; table < TABLES; table++) {
            insert.setString(0, "d" + table).setLong(1, table);
            insert.setLongs(2, new long[ROWS]).setFloats(3, new float[ROWS]);
            insert.setInts(4, new int[ROWS]).setFloats(5, new float[ROWS]).addRows();
        }
    }
}
