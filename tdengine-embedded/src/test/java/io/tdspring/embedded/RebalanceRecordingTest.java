// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.tmq.Rebalance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in two connections what two members of a group said to a real server; the test is the timer. */
class RebalanceRecordingTest {

    private static final int ROWS_ARE_WRITTEN_BEFORE = 13;
    private static final int TIMER_RUNS_BEFORE = 16;

    private final AtomicReference<Runnable> timer = new AtomicReference<>();
    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder()
                .rebalance(Rebalance.REALISTIC)
                .timer((period, task) -> timer.set(task))
                .start();
        rest = new RestPeer(server);
        GoldenTopics.createInTwoVgroups(rest);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void movesTheVgroupsOfAGroupAsARealServerDoes() {
        try (WebSocketPeer one = new WebSocketPeer(server, "/rest/tmq");
                WebSocketPeer two = new WebSocketPeer(server, "/rest/tmq")) {
            String request = "";
            for (String line : Resources.text("ws/tmq-rebalance.jsonl").lines().toList()) {
                JsonNode message = Resources.JSON.readTree(line);
                WebSocketPeer peer = message.get("conn").asInt() == 1 ? one : two;
                String text = ours(message.path("text").asString(""));
                if (message.get("dir").asString().equals("c>s")) {
                    request = text;
                    prepare(peer == one, request);
                    peer.sendText(request);
                } else {
                    String answer = receive(peer);
                    if (!request.contains("fetch_raw_data")) {
                        assertThat(comparable(answer)).as(request).isEqualTo(comparable(text));
                    }
                }
            }
        }
    }

    private void prepare(boolean isFirst, String request) {
        if (isFirst && request.contains("\"req_id\":" + ROWS_ARE_WRITTEN_BEFORE + ",")) {
            for (int i = 0; i < 8; i++) {
                rest.run("/rest/sql/gold_tmq2", "insert into t" + i + " values(1700000001000," + i + ")");
            }
        }
        if (isFirst && request.contains("\"req_id\":" + TIMER_RUNS_BEFORE + ",")) {
            timer.get().run();
        }
    }

    /** The next answer; a subscription waits for the timer. */
    private String receive(WebSocketPeer peer) {
        for (int i = 0; i < 200; i++) {
            String answer = peer.receiveWithin(Duration.ofMillis(i == 0 ? 400 : 50));
            if (answer != null) {
                return answer;
            }
            timer.get().run();
        }
        throw new AssertionError("No answer");
    }

    /** With the numbers that the vgroups have here. */
    private static String ours(String message) {
        return message.replace("\"vgroup_id\":73", "\"vgroup_id\":2").replace("\"vgroup_id\":74", "\"vgroup_id\":3");
    }

    private static Object comparable(String answer) {
        ObjectNode json = (ObjectNode) Conversation.comparable(answer);
        json.remove("offset");
        if (json.has("assignment")) {
            List<String> vgroups = new ArrayList<>();
            for (JsonNode vgroup : json.get("assignment")) {
                boolean known =
                        vgroup.get("begin").asLong() >= 0 && vgroup.get("end").asLong() >= 0;
                vgroups.add(vgroup.get("vgroup_id").asString() + (known ? " known" : " unknown"));
            }
            json.put("assignment", vgroups.stream().sorted().toList().toString());
        }
        return json;
    }
}
