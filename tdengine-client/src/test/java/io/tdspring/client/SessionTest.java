// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The database and the time zone in which statements run. */
@ParameterizedClass
@EnumSource
class SessionTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TransportType transport;
    private final TdengineClient client;

    SessionTest(TransportType transport) {
        this.transport = transport;
        this.client = builder(server).build();
    }

    private TdengineClientBuilder builder(EmbeddedTdengine at) {
        return TdengineClient.builder().transport(transport).endpoints(at.endpoint());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void changesTheDatabaseOfAllStatements() {
        createOneTableInEach("d", "e");

        client.useDatabase("e");
        assertThat(rows(client, "select v from t")).containsExactly(row("e"));

        assertThat(client.execute("/* to d */ USE `d`;")).isZero();
        assertThat(rows(client, "select v from t")).containsExactly(row("d"));
        assertThat(client.execute("use D")).isZero();
        assertThat(rows(client, "select v from t")).containsExactly(row("d"));
    }

    @Test
    void keepsTheDatabaseIfThereIsNoOther() {
        createOneTableInEach("d");
        client.useDatabase("d");

        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> client.useDatabase("nowhere"))
                .matches(failure -> failure.code() == 0x0388)
                .withMessageContaining("nowhere");
        assertThatExceptionOfType(TdengineProgrammingException.class).isThrownBy(() -> client.execute("use nowhere"));

        assertThat(rows(client, "select v from t")).containsExactly(row("d"));
    }

    @Test
    void noticesThatTheDatabaseInUseIsNoMore() {
        client.execute("create database d");
        client.useDatabase("d");
        client.execute("drop database d");

        assertThatExceptionOfType(TdengineException.class)
                .isThrownBy(() -> client.useDatabase("d"))
                .matches(failure -> failure.code() == 0x0388);
    }

    @Test
    void aSessionHasADatabaseOfItsOwn() {
        createOneTableInEach("d", "e");
        client.useDatabase("d");

        try (TdengineSession session = client.newSession().open()) {
            assertThat(rows(session.query("select v from t"))).containsExactly(row("d"));
            session.useDatabase("e");
            assertThat(rows(session.query("select v from t"))).containsExactly(row("e"));
            assertThat(rows(client, "select v from t")).containsExactly(row("d"));

            server.faults().cutConnections();
            assertThat(rows(reconnecting(session, "select v from t"))).containsExactly(row("e"));
        }
    }

    // Statements notice a cut one by one, as many as had sockets.
    private static QueryResult reconnecting(TdengineSession session, String sql) {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                return session.query(sql);
            } catch (TdengineConnectionException e) {
                assertThat(e).hasMessageContaining("127.0.0.1");
            }
        }
        throw new AssertionError("no new connection");
    }

    @Test
    void readsTimesInTheTimeZoneOfTheSession() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v int)");
        try (TdengineSession shanghai =
                        client.newSession().timeZone(ZoneId.of("Asia/Shanghai")).open();
                TdengineSession utc =
                        client.newSession().timeZone(ZoneOffset.UTC).open()) {
            // TDengine's manual, "Time zones": a time without an offset is one of the session's zone.
            shanghai.execute("insert into d.t values ('2023-11-15 06:13:20.000', 1)");
            utc.execute("insert into d.t values ('2023-11-15 06:13:20.000', 2)");
        }

        assertThat(rows(client, "select ts, v from d.t"))
                .containsExactly(
                        row(Instant.parse("2023-11-14T22:13:20Z"), 1), row(Instant.parse("2023-11-15T06:13:20Z"), 2));
    }

    @Test
    void theTimeZoneOfTheClientIsThatOfItsSessions() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v int)");
        try (TdengineClient shanghai =
                        builder(server).timeZone(ZoneId.of("Asia/Shanghai")).build();
                TdengineSession session = shanghai.newSession().database("d").open()) {
            shanghai.execute("insert into d.t values ('2023-11-15 06:13:20.000', 1)");
            session.execute("insert into t values ('2023-11-15 06:13:20.001', 2)");
        }

        assertThat(rows(client, "select ts, v from d.t"))
                .containsExactly(
                        row(Instant.parse("2023-11-14T22:13:20Z"), 1),
                        row(Instant.parse("2023-11-14T22:13:20.001Z"), 2));
    }

    @Test
    void readsTimesOfBeforeStandardTimeOverRestInATimeZone() {
        try (TdengineClient shanghai = builder(server)
                .transport(TransportType.REST)
                .timeZone(ZoneId.of("Asia/Shanghai"))
                .build()) {
            assertThat(rows(shanghai, "select cast(-2208988800000 as timestamp)"))
                    .containsExactly(row(Instant.parse("1900-01-01T00:00:00Z")));
        }
    }

    @Test
    void refusesATimeZoneWhereTheServerWouldIgnoreIt() {
        try (EmbeddedTdengine old =
                        EmbeddedTdengine.builder().version("3.3.2.0").start();
                TdengineClient asking =
                        builder(old).timeZone(ZoneId.of("Asia/Shanghai")).build()) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(asking::ping)
                    .withMessageContaining("3.3.2.0")
                    .withMessageContaining("3.3.5.0");
        }
    }

    @Test
    void aClosedSessionIsOfNoUseAndItsClientIs() {
        TdengineSession session = client.newSession().open();
        session.ping();

        session.close();
        session.close();

        assertThatIllegalStateException().isThrownBy(session::ping);
        client.ping();
    }

    @Test
    void endsWithItsClient() {
        TdengineSession session = client.newSession().open();
        session.ping();

        client.close();

        assertThatIllegalStateException().isThrownBy(session::ping);
    }

    @Test
    void isOfNoUseIfItsClientWasClosedBefore() {
        client.close();

        try (TdengineSession session = client.newSession().open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.execute("select 1"))
                    .withMessage("the client is closed");
        }
    }

    @Test
    void refusesATimeZoneThatTheServerDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TdengineClient.builder().timeZone(ZoneOffset.ofHours(8)))
                .withMessageContaining("\"+08:00\" is no time zone of the IANA's");
    }

    private void createOneTableInEach(String... databases) {
        for (String database : databases) {
            client.execute("create database " + database);
            client.execute("create table " + database + ".t (ts timestamp, v varchar(10))");
            client.execute("insert into " + database + ".t values (now, '" + database + "')");
        }
    }
}
