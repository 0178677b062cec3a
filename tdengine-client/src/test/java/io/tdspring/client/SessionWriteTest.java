// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bound statements and schemaless writes of a session, which go into its own database. */
class SessionWriteTest {

    private static final long MILLIS = 1_700_000_000_000L;
    private static final Instant TIME = Instant.parse("2023-11-14T22:13:20Z");

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @BeforeEach
    void createOneTableInEach() {
        for (String database : new String[] {"d", "e"}) {
            client.execute("create database " + database);
            client.execute("create table " + database + ".t (ts timestamp, v int)");
        }
        client.useDatabase("d");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void bindsIntoItsOwnDatabase() {
        try (TdengineSession session = client.newSession().database("e").open();
                TdStatement insert = session.prepare("insert into t values (?, ?)")) {
            insert.setLong(0, MILLIS).setLong(1, 7).addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(rows(client, "select ts, v from e.t")).containsExactly(row(TIME, 7));
        assertThat(rows(client, "select ts, v from d.t")).isEmpty();
    }

    @Test
    void bindsTheParametersOfQueries() {
        client.execute("insert into e.t values (1700000000000, 7) (1700000000001, 8)");
        try (TdengineSession session = client.newSession().database("e").open();
                TdStatement select = session.prepare("select v from t where v > ?")) {
            select.setLong(0, 7);
            assertThat(rows(session.query(select))).containsExactly(row(8));
        }
    }

    @Test
    void preparesInTheDatabaseOfTheMoment() {
        try (TdengineSession session = client.newSession().open()) {
            for (String database : new String[] {"d", "e"}) {
                session.useDatabase(database);
                try (TdStatement insert = session.prepare("insert into t values (?, ?)")) {
                    insert.setLong(0, MILLIS).setLong(1, database.charAt(0)).addRow();
                    assertThat(insert.execute()).isEqualTo(1);
                }
            }
        }

        assertThat(rows(client, "select v from d.t")).containsExactly(row((int) 'd'));
        assertThat(rows(client, "select v from e.t")).containsExactly(row((int) 'e'));
    }

    @Test
    void writesLinesIntoItsOwnDatabase() {
        SchemalessRequest lines =
                SchemalessRequest.lines("meters,place=x v=7i32 " + MILLIS).precision(SchemalessPrecision.MILLISECONDS);
        try (TdengineSession session = client.newSession().database("e").open()) {
            assertThat(session.writeSchemaless(lines)).isEqualTo(new SchemalessResult(1, 1));
        }

        assertThat(rows(client, "select v, place from e.meters")).containsExactly(row(7, "x"));
        assertThatExceptionOfType(TdengineException.class)
                .isThrownBy(() -> client.execute("select v from d.meters"))
                .withMessageContaining("Table does not exist");
    }

    @Test
    void refusesOverRest() {
        try (TdengineClient rest = TdengineClient.builder()
                        .transport(TransportType.REST)
                        .endpoints(server.endpoint())
                        .build();
                TdengineSession session = rest.newSession().open()) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> session.prepare("insert into e.t values (?, ?)"))
                    .withMessageContaining("cannot bind parameters; use transport websocket");
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> session.writeSchemaless(SchemalessRequest.lines("m v=1")))
                    .withMessageContaining("cannot write schemaless; use transport websocket");
        }
    }
}
