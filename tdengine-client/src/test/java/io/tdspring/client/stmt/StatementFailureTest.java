// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.TdengineClient;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens to an execution that fails or is not answered: which ones are repeated, and which statement the next one takes. */
class StatementFailureTest extends ScriptedStatements {

    @Test
    void preparesAnewAfterAFailureAndDoesNotExecuteWhatWasNotBound() throws Exception {
        peer.on(Stmt2Bind.ACTION, request -> request.answer(0x0200, "Invalid parameters", "\"stmt_id\":1"));
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(insert::execute)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(0x0200));
            assertThat(Stmt2Close.read(peer.take(Stmt2Close.ACTION).json()).statementId())
                    .isEqualTo(1);
            assertThat(peer.actions()).doesNotContain(Stmt2Exec.ACTION);

            peer.on(Stmt2Bind.ACTION, request -> request.succeed("\"stmt_id\":2"));
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
        }
        assertThat(Stmt2Exec.read(peer.take(Stmt2Exec.ACTION).json()).statementId())
                .isEqualTo(2);
    }

    @Test
    void repeatsAnExecutionForWhichTheServerAsks() throws Exception {
        AtomicInteger binds = new AtomicInteger();
        peer.on(Stmt2Exec.ACTION, request -> {
            if (binds.incrementAndGet() < 3) {
                request.answer(0x0125, "Retry needed", "\"stmt_id\":1");
            } else {
                request.succeed("\"stmt_id\":3,\"affected\":7");
            }
        });
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
        }

        assertThat(statements).hasValue(3);
        assertThat(Stmt2Bind.read(peer.take(Stmt2Bind.ACTION).frame()).tables())
                .usingRecursiveComparison()
                .isEqualTo(Stmt2Bind.read(peer.take(Stmt2Bind.ACTION).frame()).tables());
    }

    @Test
    void repeatsNotForEver() {
        peer.on(Stmt2Exec.ACTION, request -> request.answer(0x0125, "Retry needed", "\"stmt_id\":1"));
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);

            assertThatThrownBy(insert::execute).hasMessageContaining("[0x0125] Retry needed");
        }
        assertThat(binds()).isEqualTo(6);
    }

    @Test
    void failsAtOnceWhenTheConnectionBreaks() throws Exception {
        peer.on(Stmt2Exec.ACTION, request -> {});
        try (TdStatement insert = client.prepare(SQL)) {
            bindOne(insert);
            CompletableFuture<Long> execution = insert.executeAsync();
            peer.take(Stmt2Exec.ACTION);
            peer.breakConnections();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> execution.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(TdengineConnectionException.class);

            script();
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
        }
        assertThat(peer.connections()).isEqualTo(2);
    }

    @Test
    void givesUpAnExecutionThatIsNotAnswered() throws Exception {
        peer.on(Stmt2Exec.ACTION, request -> {});
        try (TdengineClient hasty = TdengineClient.builder()
                        .endpoints(peer.endpoint())
                        .requestTimeout(Duration.ofSeconds(3))
                        .build();
                TdStatement insert = hasty.prepare(SQL)) {
            bindOne(insert);
            assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(insert::execute);

            script();
            bindOne(insert);
            assertThat(insert.execute()).isEqualTo(7);
        }
        assertThat(statements).hasValue(2);
    }
}
