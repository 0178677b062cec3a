// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.stmt.MadeConnection.Made;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has what when preparing goes wrong, and what becomes of statements that nobody uses. */
class StatementsTest {

    private static final String SQL = "insert into t values(?,?)";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final MadeConnection connection = new MadeConnection();
    private final Statements statements = new Statements(connection::lend, () -> SessionState.NONE, LONG);

    @AfterEach
    void close() {
        statements.close();
    }

    @Test
    void keepsNothingOfAConnectionThatHasEndedMeanwhile() {
        Prepared prepared = statements.open(SQL);
        connection.end();

        statements.giveBack(prepared);

        assertThat(connection.leases()).isZero();
        assertThat(statements.open(SQL).statement()).isNotSameAs(prepared.statement());
    }

    @Test
    void closesAStatementWhoseFieldsCannotBeRead() {
        connection.onFields(StatementsTest::fail);

        assertThatIllegalStateException().isThrownBy(() -> statements.prepare(SQL));

        assertThat(connection.made).singleElement().matches(Made::isClosed);
        assertThat(connection.leases()).isZero();
    }

    @Test
    void keepsAStatementForTheNextIfItsPlaceholdersCannotBeMade() {
        connection.onKind(StatementsTest::fail);
        assertThatIllegalStateException().isThrownBy(() -> statements.prepare(SQL));
        assertThat(connection.leases()).isZero();

        connection.onKind(() -> {});
        statements.prepare(SQL).close();

        assertThat(connection.made).hasSize(1);
    }

    @Test
    void opensAnotherOneInNoMoreTimeThanItsExecutionHas() {
        Prepared origin = statements.open(SQL);
        Duration time = LONG.dividedBy(3);

        Prepared unused = statements.openAnewLike(origin, Deadline.after(time));

        assertThat(connection.connectingTimes.get(1)).isLessThanOrEqualTo(time);
        assertThat(connection.preparingTimes.get(1)).isLessThanOrEqualTo(time);
    }

    @Test
    void preparesNothingForAnExecutionWhoseTimeIsOver() {
        Prepared origin = statements.open(SQL);

        assertThatExceptionOfType(TdengineTimeoutException.class)
                .isThrownBy(() -> statements.openAnewLike(origin, Deadline.after(Duration.ZERO)));

        assertThat(connection.made).hasSize(1);
        assertThat(connection.leases()).isEqualTo(1);
    }

    private static void fail() {
        throw new IllegalStateException("unexpected");
    }
}
