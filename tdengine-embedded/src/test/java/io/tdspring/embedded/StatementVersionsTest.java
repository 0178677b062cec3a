// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Prepared statements as servers of different versions know them. */
class StatementVersionsTest {

    /** Two rows for two tables: {@code insert into st(tbname,t1,ts,f) values(?,?,?,?)}, as the protocol's description has it. */
    private static final String TWO_ROWS = "03000000000000000100000000000000" + "0b00000000000000" + "0100"
            + "8c000000" + "02000000" + "02000000" + "04000000" + "14000000"
            + "1f00000008000000020000000000010200000002000000" + "0400000064316432"
            + "1b0000000400000002000000000000080000000100000002000000"
            + "23000000090000000200000000000010000000" + "0068e5cf8b0100000068e5cf8b010000"
            + "1b00000006000000020000000001000800000000" + "00c03f00000000";

    private static JsonNode ask(WebSocketPeer peer, String action, String arguments) {
        String request = "{\"action\":\"" + action + "\",\"args\":{\"req_id\":1," + arguments + "}}";
        return Resources.JSON.readTree(peer.ask(request));
    }

    private static JsonNode send(WebSocketPeer peer, String hex) {
        peer.sendBinary(hex);
        return Resources.JSON.readTree(peer.receive());
    }

    private static WebSocketPeer connect(EmbeddedTdengine server) {
        RestPeer rest = new RestPeer(server);
        rest.run("/rest/sql", "create database d keep 36500");
        rest.run("/rest/sql/d", "create stable st(ts timestamp, f float) tags(t1 int)");
        WebSocketPeer peer = new WebSocketPeer(server, "/ws");
        ask(peer, "conn", "\"user\":\"root\",\"password\":\"taosdata\",\"db\":\"d\"");
        return peer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.2.0", "3.3.5.9"})
    void hasOnlyTheOlderInterfaceBeforeTheNewerCame(String version) {
        try (EmbeddedTdengine server =
                        EmbeddedTdengine.builder().version(version).start();
                WebSocketPeer peer = connect(server)) {
            assertThat(ask(peer, "stmt2_init", "\"x\":1").get("message").asString())
                    .isEqualTo("unknown action stmt2_init");
            assertThat(send(peer, TWO_ROWS.replace("0b00000000000000", "0900000000000000"))
                            .get("message")
                            .asString())
                    .isEqualTo("unknown binary action 9");
            assertThat(ask(peer, "init", "\"x\":1").get("stmt_id").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.12"})
    void bindsAndExecutesInTwoMessagesBeforeThereWasOne(String version) {
        try (EmbeddedTdengine server =
                        EmbeddedTdengine.builder().version(version).start();
                WebSocketPeer peer = connect(server)) {
            assertThat(ask(peer, "stmt2_init", "\"x\":1").get("code").asInt()).isZero();
            JsonNode answer = send(peer, TWO_ROWS);
            assertThat(answer.get("action").asString()).isEqualTo("unknown");
            assertThat(answer.get("message").asString()).isEqualTo("unknown binary action 11");
        }
    }

    @Test
    void bindsAndExecutesInOneMessage() {
        try (EmbeddedTdengine server =
                        EmbeddedTdengine.builder().version("3.4.1.13").start();
                WebSocketPeer peer = connect(server)) {
            ask(peer, "stmt2_init", "\"x\":1");
            String sql = "insert into st(tbname,t1,ts,f) values(?,?,?,?)";
            ask(peer, "stmt2_prepare", "\"stmt_id\":1,\"sql\":\"" + sql + "\",\"get_fields\":true");

            JsonNode answer = send(peer, TWO_ROWS);

            assertThat(answer.get("action").asString()).isEqualTo("stmt2_bind_exec");
            assertThat(answer.get("code").asInt()).isZero();
            assertThat(answer.get("affected").asInt()).isEqualTo(2);
            JsonNode rows = new RestPeer(server)
                    .run("/rest/sql/d", "select tbname, t1, cast(ts as bigint), f from st order by tbname");
            assertThat(rows.get("data").toString())
                    .isEqualTo("[[\"d1\",1,1700000000000,1.5],[\"d2\",2,1700000000000,null]]");
        }
    }
}
