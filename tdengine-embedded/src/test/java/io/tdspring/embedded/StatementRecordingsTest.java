// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.BoundValues;
import io.tdspring.protocol.stmt.BoundValuesWriter;
import io.tdspring.protocol.stmt.Stmt2Bind;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Says on {@code /ws} what was said to a real server about prepared statements, and expects what that answered. */
class StatementRecordingsTest {

    private static final String ALL_TYPES = "(ts timestamp, c_bool bool, c_i8 tinyint, c_i16 smallint, c_i32 int,"
            + " c_i64 bigint, c_u8 tinyint unsigned, c_u16 smallint unsigned, c_u32 int unsigned,"
            + " c_u64 bigint unsigned, c_f float, c_d double, c_vc varchar(64), c_nc nchar(32), c_vb varbinary(64),"
            + " c_geo geometry(512), c_d64 decimal(18,4), c_d128 decimal(38,10), c_ts timestamp, c_blob blob)";
    private static final String ALL_TAGS = "(g_ts timestamp, g_bool bool, g_i8 tinyint, g_i16 smallint, g_i32 int,"
            + " g_i64 bigint, g_u8 tinyint unsigned, g_u16 smallint unsigned, g_u32 int unsigned,"
            + " g_u64 bigint unsigned, g_f float, g_d double, g_vc varchar(20), g_nc nchar(20), g_vb varbinary(20),"
            + " g_geo geometry(100))";
    private static final String V1_TYPES = "(ts timestamp, c_bool bool, c_i8 tinyint, c_i16 smallint, c_i32 int,"
            + " c_i64 bigint, c_u8 tinyint unsigned, c_u16 smallint unsigned, c_u32 int unsigned,"
            + " c_u64 bigint unsigned, c_f float, c_d double, c_vc varchar(64), c_nc nchar(32), c_vb varbinary(64),"
            + " c_geo geometry(512), c_ts timestamp)";
    private static final long START = 1_700_000_000_000L;

    private static EmbeddedTdengine server;
    private WebSocketPeer peer;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        GoldenData.create(new RestPeer(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void createTables() {
        RestPeer rest = new RestPeer(server);
        for (String database : List.of("gold_ms", "gold_us", "gold_ns")) {
            String precision = database.substring(5);
            rest.run(
                    "/rest/sql",
                    "create database if not exists " + database + " precision '" + precision + "' keep 36500");
            rest.run("/rest/sql/" + database, "drop table if exists s2all");
            rest.run("/rest/sql/" + database, "create table s2all" + ALL_TYPES);
        }
        String path = "/rest/sql/gold_ms";
        for (String superTable : List.of("s2st", "s2tb", "s2j", "v1st", "v1bin")) {
            rest.run(path, "drop stable if exists " + superTable);
        }
        rest.run(path, "drop table if exists nov");
        rest.run(path, "drop table if exists big");
        rest.run(path, "create stable s2st(ts timestamp, v int, s varchar(10), n nchar(10)) tags" + ALL_TAGS);
        rest.run(path, "create stable s2tb(ts timestamp, f float) tags(t1 int)");
        rest.run(path, "create stable s2j(ts timestamp, v int) tags(j json)");
        rest.run(path, "create stable v1st(ts timestamp, v int, s varchar(10)) tags" + ALL_TAGS);
        rest.run(path, "drop table if exists v1n");
        rest.run(path, "create table v1n" + V1_TYPES);
        rest.run(path, "create table nov(ts timestamp, a int, b int)");
        rest.run(path, "create table big(ts timestamp, v int, s varchar(20))");
        for (int i = 0; i < 30; i++) {
            rest.run(path, "insert into big values(" + (START + i) + "," + i + ",'s" + i + "')");
        }
        peer = new WebSocketPeer(server, "/ws");
    }

    @AfterEach
    void disconnect() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stmt-v1-binary-bind",
                "stmt-v1-errors",
                "stmt-v1-insert",
                "stmt-v1-insert-all-types",
                "stmt-v1-query",
                "stmt2-bind-variants",
                "stmt2-case-different-row-counts",
                "stmt2-case-empty-name",
                "stmt2-case-exec-twice-no-bind",
                "stmt2-case-insert-result",
                "stmt2-case-name-193-bytes",
                "stmt2-case-nchar-too-long",
                "stmt2-case-no-table-name",
                "stmt2-case-no-tags-new-table",
                "stmt2-case-null-timestamp",
                "stmt2-case-only-24-bytes",
                "stmt2-case-query-exec-without-bind",
                "stmt2-case-query-too-many-params",
                "stmt2-case-query-two-rows",
                "stmt2-case-query-unknown-table",
                "stmt2-case-same-table-twice",
                "stmt2-case-short-frame",
                "stmt2-case-stable-altered-between",
                "stmt2-case-stable-altered-between-no-flags",
                "stmt2-case-stable-recreated-between",
                "stmt2-case-table-dropped-between",
                "stmt2-case-table-dropped-between-no-flags",
                "stmt2-case-table-recreated-between",
                "stmt2-case-tag-altered-between",
                "stmt2-case-tag-wrong-type",
                "stmt2-case-tlv-length",
                "stmt2-case-too-few-columns",
                "stmt2-case-too-many-columns",
                "stmt2-case-total-length",
                "stmt2-case-unknown-statement",
                "stmt2-case-unknown-table",
                "stmt2-case-value-too-long",
                "stmt2-case-version-2",
                "stmt2-case-wrong-type",
                "stmt2-insert-json-tag",
                "stmt2-insert-subtables",
                "stmt2-insert-table-ms",
                "stmt2-insert-table-ns",
                "stmt2-insert-table-us",
                "stmt2-insert-tbname-column",
                "stmt2-query",
                "stmt2-query-many-types",
                "stmt2-query-timestamp-parameter"
            })
    void answersLikeTheRealServer(String name) {
        Conversation.read(name).replay(peer);
    }

    @Test
    void refusesStatementsLikeTheRealServer() {
        // Without one whose values end too early, of which this server expects a comma and not the parenthesis.
        Conversation.read("stmt2-prepare-errors")
                .without(request -> request.contains("values(?,?,?\""))
                .replay(peer);
    }

    @Test
    void insertsIntoATableThatIsNamedLater() {
        new RestPeer(server).run("/rest/sql/gold_ms", "create table c1 using s2tb tags(1)");

        Conversation.read("stmt2-case-known-table").replay(peer);
    }

    @Test
    void readsTheRowsOfTheLastRunThroughEveryResult() {
        new RestPeer(server).run("/rest/sql/gold_ms", "insert into nov values(" + (START + 11) + ",2,2)");

        Conversation.read("stmt2-case-query-not-read").replay(peer);
    }

    @Test
    void answersMisuseThatEndedTheRealServer() {
        connect();
        peer.ask("{\"action\":\"stmt2_prepare\",\"args\":{\"req_id\":3,\"stmt_id\":1,\"sql\":\"insert into nov"
                + " values(?,?,?)\",\"get_fields\":true}}");

        String result = peer.ask("{\"action\":\"stmt2_result\",\"args\":{\"req_id\":4,\"stmt_id\":1}}");
        String executed = peer.ask("{\"action\":\"stmt2_exec\",\"args\":{\"req_id\":5,\"stmt_id\":1}}");

        assertThat(Resources.JSON.readTree(result).get("code").asInt()).isEqualTo(0x022a);
        assertThat(Resources.JSON.readTree(executed).get("code").asInt()).isEqualTo(0x022a);
    }

    @Test
    void refusesADecimalBoundAsText() {
        // A real server takes the text's bytes for the number.
        new RestPeer(server).run("/rest/sql/gold_ms", "create table dtx(ts timestamp, a decimal(18,4))");
        Conversation recorded = Conversation.read("stmt2-decimal-bound-as-text");
        new Conversation(recorded.exchanges().subList(0, 3)).replay(peer);

        peer.sendBinary(recorded.exchanges().get(3).request());

        assertThat(Resources.JSON.readTree(peer.receive()).get("message").asString())
                .isEqualTo("Decimal value overflow");
    }

    @Test
    void refusesRowsThatAreTooOldWhenTheyAreWritten() {
        connect();
        peer.ask("{\"action\":\"stmt2_prepare\",\"args\":{\"req_id\":3,\"stmt_id\":1,\"sql\":\"insert into nov"
                + " values(?,?,?)\",\"get_fields\":true}}");
        BoundValues timestamp = new BoundValuesWriter(DataType.TIMESTAMP)
                .addLong(-4_000_000_000_000L)
                .finish();
        BoundValues nothing = new BoundValuesWriter(DataType.INT).addNull().finish();
        String bound =
                bind(Stmt2Bind.ALL_COLUMNS, new BoundTable(null, List.of(), List.of(timestamp, nothing, nothing)));
        String executed = peer.ask("{\"action\":\"stmt2_exec\",\"args\":{\"req_id\":5,\"stmt_id\":1}}");

        assertThat(Resources.JSON.readTree(bound).get("code").asInt()).isZero();
        assertThat(Resources.JSON.readTree(executed).get("code").asInt()).isEqualTo(0x060b);
    }

    private String bind(int column, BoundTable table) {
        ByteBuffer frame = new Stmt2Bind(4, 1, column, List.of(table)).toFrame();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        peer.sendBinary(HexFormat.of().formatHex(bytes));
        return peer.receive();
    }

    @Test
    void takesColumnsOneByOneWithNameAndTagsBeforeThem() {
        connect();
        peer.ask("{\"action\":\"stmt2_prepare\",\"args\":{\"req_id\":3,\"stmt_id\":1,\"sql\":\"insert into"
                + " s2tb(f,tbname,ts,t1) values(?,?,?,?)\",\"get_fields\":true}}");
        BoundValues tag = new BoundValuesWriter(DataType.INT).addLong(7).finish();
        BoundValues value = new BoundValuesWriter(DataType.FLOAT).addFloat(1.5f).finish();
        BoundValues time =
                new BoundValuesWriter(DataType.TIMESTAMP).addLong(START).finish();

        bind(0, new BoundTable("one", List.of(tag), List.of(value)));
        String early = bind(2, new BoundTable("one", List.of(tag), List.of(time)));

        assertThat(Resources.JSON.readTree(early).get("code").asInt()).isEqualTo(0x0100);

        peer.ask("{\"action\":\"stmt2_prepare\",\"args\":{\"req_id\":5,\"stmt_id\":1,\"sql\":\"insert into"
                + " s2tb(f,tbname,ts,t1) values(?,?,?,?)\",\"get_fields\":true}}");
        bind(0, new BoundTable("one", List.of(tag), List.of(value)));
        bind(1, new BoundTable("one", List.of(tag), List.of(time)));
        String executed = peer.ask("{\"action\":\"stmt2_exec\",\"args\":{\"req_id\":6,\"stmt_id\":1}}");

        assertThat(Resources.JSON.readTree(executed).get("affected").asInt()).isEqualTo(1);
        assertThat(new RestPeer(server)
                        .run("/rest/sql/gold_ms", "select cast(ts as bigint), f, t1 from one")
                        .get("data")
                        .toString())
                .isEqualTo("[[" + START + ",1.5,7]]");
    }

    private void connect() {
        peer.ask("{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\","
                + "\"db\":\"gold_ms\"}}");
        peer.ask("{\"action\":\"stmt2_init\",\"args\":{\"req_id\":2}}");
    }
}
