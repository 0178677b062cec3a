// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.client.transport.Result;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.stmt.BoundTable;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.FetchRawBlock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is sent for bound values, when, and in how many messages. */
class StatementShapeTest extends ScriptedStatements {

    @Test
    void promisesNothingAboutTheRows() throws Exception {
        client.prepare(SQL).close();

        Stmt2Init init = Stmt2Init.read(peer.take(Stmt2Init.ACTION).json());
        assertThat(init.singleSuperTable()).isFalse();
        assertThat(init.singleTableOnce()).isFalse();
        assertThat(Stmt2Prepare.read(peer.take(Stmt2Prepare.ACTION).json()).withFields())
                .isTrue();
    }

    @Test
    void putsAllTablesIntoOneFrame() throws Exception {
        try (TdStatement insert = client.prepare(SQL)) {
            for (int table = 0; table < 5; table++) {
                insert.setString(0, "d" + table).setLong(1, table);
                insert.setLongs(2, new long[1000]).setFloats(3, new float[1000]).addRows();
            }
            assertThat(insert.execute()).isEqualTo(7);
        }

        List<BoundTable> tables =
                Stmt2Bind.read(peer.take(Stmt2Bind.ACTION).frame()).tables();
        assertThat(tables).extracting(BoundTable::name).containsExactly("d0", "d1", "d2", "d3", "d4");
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.columns().get(0).rows()).isEqualTo(1000));
        assertThat(binds()).isEqualTo(1);
    }

    @Test
    void takesTwoRoundTripsForAnExecution() throws Exception {
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
        }

        assertThat(peer.actions())
                .containsExactly(
                        ConnectRequest.ACTION,
                        Stmt2Init.ACTION,
                        Stmt2Prepare.ACTION,
                        Stmt2Bind.ACTION,
                        Stmt2Exec.ACTION,
                        Stmt2Bind.ACTION,
                        Stmt2Exec.ACTION);
    }

    @Test
    void executesNothingBeforeItsBindingHasBeenAnswered() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> {});
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            CompletableFuture<Long> first = insert.executeAsync();
            bindOne(insert);
            CompletableFuture<Long> second = insert.executeAsync();
            Received firstBind = peer.take(Stmt2Bind.ACTION);
            Received secondBind = peer.take(Stmt2Bind.ACTION);
            assertThat(peer.actions()).doesNotContain(Stmt2Exec.ACTION);
            assertThat(Stmt2Bind.read(firstBind.frame()).statementId())
                    .isNotEqualTo(Stmt2Bind.read(secondBind.frame()).statementId());

            secondBind.succeed("\"stmt_id\":2");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(Stmt2Exec.read(peer.take(Stmt2Exec.ACTION).json()).statementId())
                    .isEqualTo(Stmt2Bind.read(secondBind.frame()).statementId());
            assertThat(first).isNotDone();

            firstBind.succeed("\"stmt_id\":1");
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
        assertThat(statements).hasValue(2);
    }

    @Test
    void hasTheCallerWaitWhenTwoExecutionsAreUnderWay() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> {});
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            CompletableFuture<Long> first = insert.executeAsync();
            bindOne(insert);
            CompletableFuture<Long> second = insert.executeAsync();
            Received firstBind = peer.take(Stmt2Bind.ACTION);
            Received secondBind = peer.take(Stmt2Bind.ACTION);
            bindOne(insert);
            CompletableFuture<Long> third =
                    CompletableFuture.supplyAsync(() -> insert.executeAsync().join());
            firstBind.succeed("\"stmt_id\":1");
            Received thirdBind = peer.take(Stmt2Bind.ACTION);

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(Stmt2Bind.read(thirdBind.frame()).statementId()).isEqualTo(1);
            secondBind.succeed("\"stmt_id\":2");
            thirdBind.succeed("\"stmt_id\":1");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
        assertThat(statements).hasValue(2);
    }

    @Test
    void completesOnAnotherThreadThanTheOneThatReadsTheSocket() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> {});
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            CompletableFuture<String> thread = insert.executeAsync()
                    .thenApply(rows -> Thread.currentThread().getName());
            peer.take(Stmt2Bind.ACTION).succeed("\"stmt_id\":1");

            assertThat(thread.get(10, TimeUnit.SECONDS)).startsWith("tdengine-statement");
        }
    }

    @Test
    void failsOnAnotherThreadThanTheOneThatReadsTheSocket() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> {});
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            CompletableFuture<String> thread = insert.executeAsync()
                    .handle((rows, failure) ->
                            failure == null ? "" : Thread.currentThread().getName());
            peer.take(Stmt2Bind.ACTION).answer(0x0200, "Invalid parameters", "\"stmt_id\":1");

            assertThat(thread.get(10, TimeUnit.SECONDS)).startsWith("tdengine-statement");
        }
    }

    @Test
    void sendsOneMessageWhereTheServerTakesIt() throws Exception {
        peer.on(ConnectRequest.ACTION, request -> request.succeed("\"version\":\"3.4.1.13\""));
        peer.on(Stmt2BindExec.ACTION, request -> request.succeed("\"stmt_id\":1,\"affected\":2"));
        try (TdStatement insert = client.prepare(SQL)) {
            insert.setString(0, "d1")
                    .setLong(1, 1)
                    .setLong(2, 1700000000000L)
                    .setFloat(3, 1.5f)
                    .addRow();
            insert.setString(0, "d2")
                    .setLong(1, 2)
                    .setLong(2, 1700000000000L)
                    .setNull(3)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(2);
        }

        Stmt2BindExec sent = Stmt2BindExec.read(peer.take(Stmt2BindExec.ACTION).frame());
        assertThat(sent.rows()).isEqualTo(2);
        assertThat(sent.tables()).isEqualTo(2);
        assertThat(sent.fields().get(0).textAt(1)).isEqualTo("d2");
        assertThat(peer.actions()).doesNotContain(Stmt2Bind.ACTION, Stmt2Exec.ACTION);
    }

    @Test
    void preparesTheSameTextAgainWithoutARoundTrip() {
        for (int i = 0; i < 3; i++) {
            try (TdStatement insert = client.prepare(SQL)) {
                bindOne(insert);
                assertThat(insert.execute()).isEqualTo(7);
            }
        }

        assertThat(statements).hasValue(1);
        assertThat(peer.actions()).doesNotContain(Stmt2Close.ACTION);
    }

    @Test
    void keepsTheLatestStatementsAlone() throws Exception {
        for (int i = 0; i < 33; i++) {
            client.prepare(SQL + " -- " + i).close();
        }

        assertThat(Stmt2Close.read(peer.take(Stmt2Close.ACTION).json()).statementId())
                .isEqualTo(1);
        client.prepare(SQL + " -- 1").close();
        assertThat(statements).hasValue(33);
    }

    @Test
    void splitsWhatIsLongerThanAFrameMayBe() throws Exception {
        int rows = 500_000;
        try (TdStatement insert = client.prepare(SQL)) {
            insert.setString(0, "d1").setLong(1, 1);
            insert.setLongs(2, new long[rows]).setFloats(3, new float[rows]).addRows();
            assertThat(insert.execute()).isEqualTo(14);
        }

        int first = Stmt2Bind.read(peer.take(Stmt2Bind.ACTION).frame())
                .tables()
                .get(0)
                .columns()
                .get(0)
                .rows();
        int second = Stmt2Bind.read(peer.take(Stmt2Bind.ACTION).frame())
                .tables()
                .get(0)
                .columns()
                .get(0)
                .rows();
        assertThat(first + second).isEqualTo(rows);
    }

    @Test
    void bindsNothingOnServersTooOld() {
        peer.on(ConnectRequest.ACTION, request -> request.succeed("\"version\":\"3.3.5.8\""));

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> client.prepare(SQL))
                .withMessageContaining("3.3.6.0")
                .withMessageContaining("3.3.5.8");
    }

    @Test
    void bindsNoDecimalWhereNoFormIsKnown() {
        peer.on(ConnectRequest.ACTION, request -> request.succeed("\"version\":\"3.4.0.0\""));
        String decimals = FIELDS.replace("\"field_type\":6", "\"field_type\":21");
        peer.on(Stmt2Prepare.ACTION, request -> request.succeed("\"stmt_id\":1," + decimals));

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> client.prepare(SQL))
                .withMessageContaining("3.4.0.0");
    }

    @Test
    void closesNoStatementWhoseResultIsBeingFetched() throws Exception {
        scriptQuery();
        TdStatement select = client.prepare("select f from st where f > ?");
        Result first = select.setDouble(0, 1).query();
        Received fetch = peer.take(FetchRawBlock.ACTION);
        first.close();
        select.setDouble(0, 2).query().close();
        assertThat(statements).hasValue(2);
        assertThat(peer.actions()).doesNotContain(Stmt2Close.ACTION);

        fetch.answer(0x0100, "over", "");
        assertThat(Stmt2Close.read(peer.take(Stmt2Close.ACTION).json()).statementId())
                .isEqualTo(1);
        select.close();
    }

    @Test
    void runsAQueryAgainOnceItsResultIsOver() throws Exception {
        scriptQuery();
        peer.on(FetchRawBlock.ACTION, request -> request.answer(0x0100, "over", ""));
        try (TdStatement select = client.prepare("select f from st where f > ?")) {
            for (int i = 0; i < 2; i++) {
                Result result = select.setDouble(0, 1).query();
                assertThatThrownBy(result::nextBlock).hasMessageContaining("over");
                result.close();
            }
        }
        assertThat(statements).hasValue(1);
    }

    private void scriptQuery() {
        peer.on(
                Stmt2Prepare.ACTION,
                request -> request.succeed("\"stmt_id\":" + prepared(request)
                        + ",\"is_insert\":false,\"fields\":null,\"fields_count\":1"));
        peer.on(
                Stmt2Result.ACTION,
                request -> request.succeed("\"stmt_id\":1,\"id\":1,\"fields_count\":1,\"fields_names\":[\"f\"],"
                        + "\"fields_types\":[6],\"fields_lengths\":[4],\"precision\":0,\"fields_precisions\":[0],"
                        + "\"fields_scales\":[0]"));
    }
}
