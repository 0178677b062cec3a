// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.TmqBlock;
import io.tdspring.protocol.tmq.TmqData;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TmqEndpointTest {

    private EmbeddedTdengine server;
    private RestPeer rest;
    private WebSocketPeer peer;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        rest.run("/rest/sql", "create database gold_tmq vgroups 1 keep 36500");
        sql("create stable meters(ts timestamp, v int, s varchar(10)) tags(g int)");
        sql("create table d1 using meters tags(11)");
        sql("insert into d1 values(1700000000000,1,'a')(1700000000001,null,null)(1700000000002,3,'é')");
        sql("insert into d3 using meters tags(3) values(1700000000000,3,'auto')");
        sql("create topic gt_query as select ts,v,s,g,tbname from meters");
        sql("create topic gt_stable as stable meters");
        peer = new WebSocketPeer(server, "/rest/tmq");
    }

    @AfterEach
    void stop() {
        peer.close();
        server.close();
    }

    private void sql(String statement) {
        rest.run("/rest/sql/gold_tmq", statement);
    }

    @Test
    void refusesLikeTheRealServer() {
        Conversation.read("tmq-errors").replay(peer);
    }

    @Test
    void answersAPollOnlyAfterTheSubscription() {
        peer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":1,\"blocking_time\":0}}");
        assertThat(peer.receiveWithin(Duration.ofMillis(200))).isNull();

        JsonNode subscribed = ask(subscription("g1", "gt_query", ""));
        JsonNode polled = json(peer.receive());

        assertThat(subscribed.get("code").asInt()).isZero();
        assertThat(polled.get("action").asString()).isEqualTo("poll");
        assertThat(polled.get("have_message").asBoolean()).isTrue();
    }

    @Test
    void movesAndCommitsLikeTheRealServer() {
        // The log of this server ends elsewhere, and it obeys a seek at the first poll, not at the second.
        List<String> others = List.of(":7,", ":18,", ":21,", ":22,");
        Conversation recorded = Conversation.read("tmq-offsets")
                .without(request -> others.stream().anyMatch(id -> request.contains("\"req_id\"" + id)));
        Conversation.Exchange subscribe = recorded.exchanges().get(0);
        peer.ask(subscribe.request());
        JsonNode vgroup = ask("{\"action\":\"assignment\",\"args\":{\"req_id\":2,\"topic\":\"gt_query\"}}")
                .get("assignment")
                .get(0);
        String id = vgroup.get("vgroup_id").asString();
        String end = vgroup.get("end").asString();

        new Conversation(recorded.exchanges().stream()
                        .skip(1)
                        .map(each -> new Conversation.Exchange(
                                ours(each.request(), id, end),
                                each.isText(),
                                each.answers().stream()
                                        .map(answer -> ours(answer, id, end))
                                        .toList()))
                        .toList())
                .replay(peer);
    }

    private static String ours(String message, String vgroup, String end) {
        return message.replace("\"vgroup_id\":54", "\"vgroup_id\":" + vgroup)
                .replace(":56", ":" + end)
                .replace("[56]", "[" + end + "]");
    }

    @Test
    void whatAnExpiredLogHeldIsNotDelivered() {
        server.faults().expireLog("gt_query");
        ask(subscription("g1", "gt_query", ""));
        JsonNode nothing = poll(2, 100);
        sql("insert into d1 values(1700000000003,4,'new')");

        JsonNode message = poll(3, 1000);
        String frame = peer.ask("{\"action\":\"fetch_raw_data\",\"args\":{\"req_id\":4,\"message_id\":"
                + message.get("message_id") + "}}");

        assertThat(nothing.get("have_message").asBoolean()).isFalse();
        assertThat(blocks(frame)).singleElement().satisfies(block -> {
            assertThat(block.block().rows()).isEqualTo(1);
            assertThat(block.block().longAt(1, 0)).isEqualTo(4);
        });
    }

    @Test
    void deliversAllRowsOfASuperTableWithTheirTables() {
        ask(subscription("g1", "gt_stable", ""));
        JsonNode message = poll(2, 1000);

        String frame = peer.ask("{\"action\":\"fetch_raw_data\",\"args\":{\"req_id\":3,\"message_id\":"
                + message.get("message_id") + "}}");

        List<TmqBlock> blocks = blocks(frame);
        assertThat(blocks).extracting(TmqBlock::tableName).containsExactly("d1", "d3");
        assertThat(blocks.get(0).block().rows()).isEqualTo(3);
        assertThat(blocks.get(0).block().stringAt(2, 2)).isEqualTo("é");
        assertThat(blocks.get(1).block().longAt(1, 0)).isEqualTo(3);
    }

    @Test
    void readsAMessageBlockByBlockToo() {
        ask(subscription("g1", "gt_stable", ",\"with_table_name\":\"true\""));
        poll(2, 1000);

        JsonNode none = ask("{\"action\":\"fetch_block\",\"args\":{\"req_id\":3,\"message_id\":1}}");
        JsonNode first = ask("{\"action\":\"fetch\",\"args\":{\"req_id\":4,\"message_id\":1}}");
        String block = peer.ask("{\"action\":\"fetch_block\",\"args\":{\"req_id\":5,\"message_id\":1}}");
        JsonNode second = ask("{\"action\":\"fetch\",\"args\":{\"req_id\":6,\"message_id\":1}}");
        JsonNode end = ask("{\"action\":\"fetch\",\"args\":{\"req_id\":7,\"message_id\":1}}");

        List<Conversation.Exchange> recorded =
                Conversation.read("tmq-legacy-fetch").exchanges();
        assertThat(comparable(none)).isEqualTo(answer(recorded, 2));
        assertThat(comparable(first)).isEqualTo(answer(recorded, 3));
        assertThat(Conversation.comparable(block)).isEqualTo(answer(recorded, 4));
        assertThat(comparable(second)).isEqualTo(answer(recorded, 5));
        assertThat(end.get("completed").asBoolean()).isTrue();
    }

    private static Object answer(List<Conversation.Exchange> recorded, int index) {
        return Conversation.comparable(recorded.get(index).answers().get(0));
    }

    private static Object comparable(JsonNode answer) {
        return Conversation.comparable(answer.toString());
    }

    @Test
    void sendsAMessageAgainUntilTheClientHasIt() {
        ask(subscription("g1", "gt_stable", ""));
        JsonNode first = poll(2, 1000);
        JsonNode again = ask("{\"action\":\"poll\",\"args\":{\"req_id\":3,\"blocking_time\":0,\"message_id\":0}}");

        assertThat(again.get("message_id")).isEqualTo(first.get("message_id"));
        assertThat(again.get("have_message").asBoolean()).isTrue();
    }

    @Test
    void forgetsTheSecondOfThreePollsSentAtOnce() {
        ask(subscription("g1", "gt_stable", ""));
        poll(2, 1000);

        for (int id = 701; id <= 703; id++) {
            peer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":" + id + ",\"blocking_time\":300}}");
        }

        assertThat(json(peer.receive()).get("req_id").asInt()).isEqualTo(701);
        assertThat(json(peer.receive()).get("req_id").asInt()).isEqualTo(703);
    }

    @Test
    void wakesAPollWhenRowsAreWritten() {
        ask(subscription("g1", "gt_stable", ""));
        poll(2, 1000);
        peer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":3,\"blocking_time\":-1}}");

        sql("insert into d1 values(1700000000009,9,'w')");

        assertThat(json(peer.receive()).get("have_message").asBoolean()).isTrue();
    }

    @Test
    void givesTheVgroupsOfALostConnectionToTheOthersOfTheGroup() {
        ask(subscription("g1", "gt_stable", ""));
        // Without limit: it must end with its connection.
        peer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":2,\"blocking_time\":-1}}");
        peer.receive();
        peer.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":3,\"blocking_time\":-1}}");
        try (WebSocketPeer other = new WebSocketPeer(server, "/rest/tmq")) {
            other.ask(subscription("g1", "gt_stable", ""));
            other.sendText("{\"action\":\"poll\",\"args\":{\"req_id\":2,\"blocking_time\":10000}}");

            peer.abort();

            // Nothing was committed, so the other begins anew.
            assertThat(json(other.receive()).get("have_message").asBoolean()).isTrue();
        }
    }

    @Test
    void commitsWithinPollsIfAskedTo() {
        ask(subscription("g1", "gt_stable", ",\"auto_commit\":\"true\",\"auto_commit_interval_ms\":\"0\""));
        JsonNode message = poll(2, 1000);
        String committed =
                "{\"action\":\"committed\",\"args\":{\"req_id\":3,\"topic_vgroup_ids\":[{\"topic\":\"gt_stable\","
                        + "\"vgroup_id\":" + message.get("vgroup_id") + "}]}}";
        long before = ask(committed).get("committed").get(0).asLong();
        poll(4, 0);

        long after = ask(committed).get("committed").get(0).asLong();

        assertThat(before).isEqualTo(-2147467247L);
        assertThat(after).isPositive();
    }

    @Test
    void refusesOptionsThatItDoesNotHave() {
        JsonNode answer = ask(subscription("g1", "gt_stable", ",\"snapshot_enable\":\"true\""));

        assertThat(answer.get("code").asInt()).isEqualTo(0x0100);
        assertThat(answer.get("message").asString()).endsWith("is not supported by the embedded server");
    }

    private static List<TmqBlock> blocks(String hex) {
        FetchedRawData data = FetchedRawData.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
        assertThat(data).isInstanceOf(FetchedRawData.Data.class);
        FetchedRawData.Data rows = (FetchedRawData.Data) data;
        return TmqData.read(rows.raw(), rows.rawType());
    }

    private static String subscription(String group, String topic, String more) {
        return "{\"action\":\"subscribe\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"group_id\":\""
                + group + "\",\"client_id\":\"c\",\"topics\":[\"" + topic + "\"],\"offset_reset\":\"earliest\"" + more
                + "}}";
    }

    private JsonNode poll(int requestId, int millis) {
        return ask("{\"action\":\"poll\",\"args\":{\"req_id\":" + requestId + ",\"blocking_time\":" + millis + "}}");
    }

    private JsonNode ask(String request) {
        return json(peer.ask(request));
    }

    private static JsonNode json(String text) {
        return Resources.JSON.readTree(text);
    }
}
