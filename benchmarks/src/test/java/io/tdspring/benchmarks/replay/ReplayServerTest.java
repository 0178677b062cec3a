// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.benchmarks.bare.BareOkHttpReader;
import io.tdspring.benchmarks.bare.PlainSocketReader;
import io.tdspring.benchmarks.client.ReadBlocks;
import io.tdspring.benchmarks.client.ReadRows;
import io.tdspring.benchmarks.peer.Peer;
import io.tdspring.benchmarks.workload.QueryingThreads;
import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.data.Block;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody who is measured can talk to the replay server, and reads the same. */
class ReplayServerTest {

    private final ReplayServer server = ReplayServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void tellsEveryReaderTheSameRows(Shape shape) throws Exception {
        Work first = run(endpoint -> PlainSocketReader.open(shape, endpoint));

        assertThat(first.units()).isEqualTo(shape.rows());
        assertThat(first.checksum()).isPositive();
        assertSame(first, run(endpoint -> BareOkHttpReader.open(shape, endpoint)));
        for (WebSocketEngineType engine : WebSocketEngineType.values()) {
            assertSame(first, run(endpoint -> new ReadBlocks(engine, shape, endpoint)));
            assertSame(first, run(endpoint -> new ReadRows(engine, shape, endpoint)));
        }
    }

    private Work run(Workload.Start start) throws Exception {
        try (Workload workload = start.open(server.endpoint())) {
            workload.run();
            return workload.run();
        }
    }

    /** Block by block or row by row, the numbers are added up in another order. */
    private static void assertSame(Work first, Work other) {
        assertThat(other.units()).isEqualTo(first.units());
        assertThat(other.checksum()).isCloseTo(first.checksum(), Percentage.withPercentage(0.0001));
    }

    @Test
    void tellsOneRowForAnyOtherQuery() {
        try (TdengineClient client =
                        TdengineClient.builder().endpoints(server.endpoint()).build();
                QueryResult result = client.query(QueryingThreads.SQL)) {
            Block block = result.nextBlock();

            assertThat(block.rows()).isEqualTo(1);
            assertThat(block.intAt(2, 0)).isEqualTo(42);
            assertThat(result.nextBlock()).isNull();
        }
    }

    @Test
    void answersTheVendorsDriver() throws Exception {
        try (Connection connection = Peer.connect(server.endpoint(), "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QueryingThreads.SQL)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(3)).isEqualTo(42);
            assertThat(row.next()).isFalse();
        }
    }
}
