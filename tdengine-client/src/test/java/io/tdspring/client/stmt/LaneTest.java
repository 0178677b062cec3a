// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SessionState;
import io.tdspring.protocol.stmt.BindFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void isFreeAfterAnExecutionThatCouldNotBegin() {
        try (Statements closed = new Statements(
                deadline -> {
                    throw new IllegalStateException("the client is closed");
                },
                () -> SessionState.NONE,
                Duration.ofSeconds(10))) {
            Lane lane = new Lane(new Prepared(null, "insert into t values(?)", null, List.of()), closed, null);

            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> lane.execute(BindFrame.ofTables(List.of()), Deadline.after(Duration.ofSeconds(10))));
            assertThat(lane.last()).isCompletedExceptionally();
        }
    }

    @Test
    void opensItsStatementInTheTimeOfTheExecution() {
        MadeConnection connection = new MadeConnection();
        Duration time = Duration.ofSeconds(10);
        try (Statements statements = new Statements(connection::lend, () -> SessionState.NONE, time.multipliedBy(3))) {
            Prepared origin = statements.open("insert into t values(?)");
            Lane lane = new Lane(origin, statements, null);

            assertThat(lane.execute(BindFrame.ofTables(List.of()), Deadline.after(time)))
                    .isCompletedWithValue(1L);

            assertThat(connection.connectingTimes.get(1)).isLessThanOrEqualTo(time);
            assertThat(connection.preparingTimes.get(1)).isLessThanOrEqualTo(time);
        }
    }
}
