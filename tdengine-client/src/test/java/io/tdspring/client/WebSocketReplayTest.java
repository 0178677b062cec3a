// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.Precision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Queries against the answers of a real server, recorded with the values that were written into it. */
@EachWebSocketEngine
class WebSocketReplayTest {

    private final ScriptedPeer peer = new ScriptedPeer();
    private final TdengineClient client;

    WebSocketReplayTest(WebSocketEngineType engine) {
        client = TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(peer.endpoint())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types-ms", "all-types-ns", "decimals", "long-values", "multi-block"})
    void findsTheValuesThatWereWritten(String name) {
        Recording recording = Recording.of(name);
        recording.playTo(peer);
        JsonNode expected = Recording.expected(name);

        List<Block> blocks = query(recording.statements().get(0));

        List<List<@Nullable String>> rows = new ArrayList<>();
        blocks.forEach(block -> rows.addAll(ExpectedValues.of(block)));
        assertThat(rows).isEqualTo(ExpectedValues.of(expected.get("rows"), blocks.get(0)));
    }

    @Test
    void knowsThePrecisionOfTheDatabase() {
        Recording recording = Recording.of("all-types-ns");
        recording.playTo(peer);

        try (QueryResult result = client.query(recording.statements().get(0))) {
            assertThat(result.precision()).isEqualTo(Precision.NANOSECOND);
            assertThat(result.isUpdate()).isFalse();
        }
    }

    @Test
    void fetchesABlockAtATime() {
        Recording recording = Recording.of("multi-block");
        recording.playTo(peer);

        List<Block> blocks = query(recording.statements().get(0));

        assertThat(blocks).extracting(Block::rows).containsExactly(4096, 4096, 1808);
    }

    @Test
    void findsNoBlockInAnEmptyResult() {
        Recording recording = Recording.of("empty-result");
        recording.playTo(peer);

        assertThat(query(recording.statements().get(0))).isEmpty();
    }

    private List<Block> query(String sql) {
        List<Block> blocks = new ArrayList<>();
        try (QueryResult result = client.query(sql)) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
