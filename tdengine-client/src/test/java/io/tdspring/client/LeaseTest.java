// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.stmt.TdStatement;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long results and prepared statements keep their connection. */
class LeaseTest {

    private final EmbeddedTdengine server =
            EmbeddedTdengine.builder().blockRows(1).start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @BeforeEach
    void createTables() {
        for (String database : new String[] {"d", "e"}) {
            client.execute("create database " + database);
            client.execute("create table " + database + ".t (ts timestamp, v int)");
        }
        client.execute("insert into d.t values (1700000000000, 1) (1700000000001, 2)");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private int leases() {
        return client.status().leases();
    }

    @Test
    void aResultKeepsItsConnectionUntilItIsRead() {
        try (QueryResult result = client.query("select v from d.t")) {
            assertThat(leases()).isEqualTo(1);
            result.nextBlock();
            assertThat(leases()).isEqualTo(1);
            client.useDatabase("e");
            result.nextBlock();
            assertThat(result.nextBlock()).isNull();
            assertThat(leases()).isZero();
        }
        assertThat(leases()).isZero();
    }

    @Test
    void aResultClosedEarlyGivesItsConnectionBack() {
        client.query("select v from d.t").close();

        assertThat(leases()).isZero();
    }

    @Test
    void anUpdateAndAFailureKeepNothing() {
        QueryResult update = client.query("insert into d.t values (1700000000002, 3)");
        assertThatExceptionOfType(TdengineException.class).isThrownBy(() -> client.query("selec 1"));

        assertThat(leases()).isZero();
        update.close();
        assertThat(leases()).isZero();
    }

    @Test
    void aPreparedStatementKeepsItsConnectionUntilItIsClosed() {
        client.useDatabase("d");
        try (TdStatement insert = client.prepare("insert into t values (?, ?)")) {
            assertThat(leases()).isEqualTo(1);
            client.useDatabase("e");

            insert.setLong(0, 1700000000009L).setLong(1, 9).addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(leases()).isZero();
        assertThat(rows(client, "select v from d.t where v = 9")).containsExactly(row(9));
    }

    @Test
    void aStatementThatCannotBePreparedKeepsNothing() {
        assertThatExceptionOfType(TdengineException.class)
                .isThrownBy(() -> client.prepare("insert into nowhere.t values (?)"));

        assertThat(leases()).isZero();
    }
}
