// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The older prepared statements where no recording tells what they do: out of order, and with what they cannot hold. */
class StepwiseStatementTest {

    private static final int MISUSE = 0x022a;
    private static final int REFUSED = 0x0100;
    private static final long START = 1_700_000_000_000L;

    private EmbeddedTdengine server;
    private WebSocketPeer peer;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        RestPeer rest = new RestPeer(server);
        rest.run("/rest/sql", "create database d keep 36500");
        rest.run("/rest/sql/d", "create stable st(ts timestamp, v int) tags(g int)");
        rest.run("/rest/sql/d", "create table money(ts timestamp, a decimal(10,2))");
        peer = new WebSocketPeer(server, "/ws");
        ask("conn", "\"user\":\"root\",\"password\":\"taosdata\",\"db\":\"d\"");
        ask("init", "\"x\":1");
    }

    @AfterEach
    void stop() {
        peer.close();
        server.close();
    }

    private JsonNode ask(String action, String arguments) {
        return Resources.JSON.readTree(
                peer.ask("{\"action\":\"" + action + "\",\"args\":{\"req_id\":1," + arguments + "}}"));
    }

    private int code(String action) {
        return code(action, "");
    }

    private int code(String action, String arguments) {
        return ask(action, "\"stmt_id\":1" + (arguments.isEmpty() ? "" : "," + arguments))
                .get("code")
                .asInt();
    }

    private void prepare(String sql) {
        assertThat(code("prepare", "\"sql\":\"" + sql + "\"")).isZero();
    }

    private String columns(long timestamp, int value) {
        return "\"columns\":[[" + timestamp + "],[" + value + "]]";
    }

    @Test
    void writesTheBatchesOfSeveralTablesAtOnce() {
        prepare("insert into ? using st tags(?) values(?,?)");
        for (int table = 0; table < 3; table++) {
            assertThat(code("set_table_name", "\"name\":\"c" + table + "\"")).isZero();
            assertThat(code("set_tags", "\"tags\":[" + table + "]")).isZero();
            for (int row = 0; row < 2; row++) {
                assertThat(code("bind", columns(START + row, table * 10 + row))).isZero();
                assertThat(code("add_batch")).isZero();
            }
        }

        assertThat(ask("exec", "\"stmt_id\":1").get("affected").asInt()).isEqualTo(6);
        assertThat(new RestPeer(server)
                        .run("/rest/sql/d", "select tbname, v, g from st order by v")
                        .get("data")
                        .toString())
                .isEqualTo("[[\"c0\",0,0],[\"c0\",1,0],[\"c1\",10,1],[\"c1\",11,1],[\"c2\",20,2],[\"c2\",21,2]]");
    }

    @Test
    void refusesStepsOutOfOrder() {
        assertThat(code("get_col_fields")).isEqualTo(MISUSE);
        prepare("insert into ? using st tags(?) values(?,?)");

        assertThat(code("exec")).isEqualTo(MISUSE);
        assertThat(code("add_batch")).isEqualTo(MISUSE);
        assertThat(code("use_result")).isEqualTo(MISUSE);
        assertThat(code("set_table_name", "\"name\":\"c1\"")).isZero();
        assertThat(code("bind", columns(START, 1))).isZero();
        assertThat(code("bind", columns(START, 2))).isEqualTo(MISUSE);
        assertThat(code("exec")).isEqualTo(MISUSE);
    }

    @Test
    void wantsANameForTheTable() {
        prepare("insert into ? using st tags(?) values(?,?)");

        assertThat(code("bind", columns(START, 1))).isEqualTo(0x022b);
    }

    @Test
    void missesTheSuperTableWhenATableIsNamed() {
        prepare("insert into ? using nosuch tags(?) values(?,?)");

        assertThat(code("set_table_name", "\"name\":\"c1\"")).isEqualTo(0x2603);
    }

    @Test
    void doesNotWriteRowsWithTooFewColumns() {
        prepare("insert into ? using st tags(?) values(?,?)");
        assertThat(code("set_table_name", "\"name\":\"c1\"")).isZero();

        assertThat(code("bind", "\"columns\":[[1700000000000]]")).isZero();

        assertThat(code("add_batch")).isEqualTo(0x0200);
        assertThat(code("exec")).isEqualTo(0x0200);
    }

    @Test
    void refusesTypesThatTheInterfaceDoesNotHave() {
        prepare("insert into money values(?,?)");

        JsonNode answer = ask("bind", "\"stmt_id\":1,\"columns\":[[1700000000000],[1]]");

        assertThat(answer.get("code").asInt()).isEqualTo(REFUSED);
        assertThat(answer.get("message").asString()).endsWith("is not supported by the embedded server");
    }

    @Test
    void knowsStatementsOfItsOwnInterfaceOnly() {
        assertThat(ask("stmt2_init", "\"x\":1").get("stmt_id").asInt()).isEqualTo(2);

        assertThat(ask("exec", "\"stmt_id\":2").get("message").asString()).isEqualTo("stmt is nil");
        assertThat(ask("stmt2_exec", "\"stmt_id\":1").get("message").asString()).isEqualTo("stmt2 is nil");
        assertThat(ask("close", "\"stmt_id\":2").get("message").asString()).isEqualTo("stmt is nil");
    }

    @Test
    void closesAStatementWithoutAnAnswer() {
        peer.sendText("{\"action\":\"close\",\"args\":{\"req_id\":1,\"stmt_id\":1}}");

        assertThat(ask("exec", "\"stmt_id\":1").get("action").asString()).isEqualTo("exec");
        assertThat(ask("exec", "\"stmt_id\":1").get("message").asString()).isEqualTo("stmt is nil");
    }
}
