// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final MadeConnection connection = new MadeConnection();

    private static CompletableFuture<Long> execute(Lanes lanes, Duration timeout) {
        return lanes.execute(BindFrame.ofTables(List.of()), Deadline.after(timeout));
    }

    @Test
    void failsAnExecutionForWhichNoStatementIsFreeInTime() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        connection.onExecution(answer);
        try (Statements statements = new Statements(connection::lend, () -> SessionState.NONE, LONG)) {
            Lanes lanes = new Lanes(statements.open("insert into t values(?)"), statements);
            CompletableFuture<Long> first = execute(lanes, LONG);
            CompletableFuture<Long> second = execute(lanes, LONG);

            assertThat(execute(lanes, Duration.ofMillis(20)))
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(TdengineTimeoutException.class);

            answer.complete(1L);
            assertThat(first).isCompletedWithValue(1L);
            assertThat(second).isCompletedWithValue(1L);
        }
    }
}
