// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.QueryResult;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under which id a prepared query runs. */
class StatementRequestIdTest extends ScriptedStatements {

    private static final String QUERY = "select v from t where v > ?";

    @BeforeEach
    void scriptQuery() {
        peer.on(
                Stmt2Prepare.ACTION,
                request -> request.succeed("\"stmt_id\":1,\"is_insert\":false,\"fields\":null,\"fields_count\":1"));
        peer.on(
                Stmt2Result.ACTION,
                request -> request.succeed("\"stmt_id\":1,\"id\":9,\"fields_count\":1,\"fields_names\":[\"v\"],"
                        + "\"fields_types\":[4],\"fields_lengths\":[4],\"precision\":0,\"fields_precisions\":[0],"
                        + "\"fields_scales\":[0]"));
    }

    private void assertThatItRanUnder(long requestId) throws InterruptedException {
        assertThat(peer.take(Stmt2Bind.ACTION).requestId()).isEqualTo(requestId);
        assertThat(peer.take(Stmt2Exec.ACTION).requestId()).isEqualTo(requestId);
        assertThat(peer.take(Stmt2Result.ACTION).requestId()).isEqualTo(requestId);
    }

    @Test
    void isToldByTheResult() throws Exception {
        try (TdStatement select = client.prepare(QUERY);
                QueryResult result = client.query(select.setDouble(0, 1))) {
            assertThatItRanUnder(result.requestId());
        }
    }

    @Test
    void isTheOneThatIsGiven() throws Exception {
        try (TdStatement select = client.prepare(QUERY)) {
            select.setDouble(0, 1).query(0x7d5).close();

            assertThatItRanUnder(0x7d5);
        }
    }

    @Test
    void isNotZero() {
        try (TdStatement select = client.prepare(QUERY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> select.setDouble(0, 1).query(0));
        }
    }
}
