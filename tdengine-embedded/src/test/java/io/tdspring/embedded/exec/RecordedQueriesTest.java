// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded query is answered as by a real server, or refused in so many words.
 *
 * <p>{@code exec/recorded-queries.tsv} says of each recording how many queries are answered at least;
 * {@code exec/not-equal.tsv} lists those that are answered otherwise, with the reason.
 */
class RecordedQueriesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> NOT_EQUAL = RecordedQuery.lines("/exec/not-equal.tsv").stream()
            .map(line -> line.substring(0, line.lastIndexOf('\t')))
            .collect(Collectors.toSet());

    private final SqlEngine engine = new SqlEngine(CLOCK, ZoneId.of("UTC"));
    private int answered;

    /** A recording and how many of its queries are answered at least. */
    record Expectation(String recording, int answers) {}

    static List<Expectation> expectations() {
        return RecordedQuery.lines("/exec/recorded-queries.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Expectation(fields[0], Integer.parseInt(fields[1])))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void answersAsRecordedOrRefuses(Expectation expectation) {
        RecordedQuery.Recording recording = RecordedQuery.Recording.read(expectation.recording());
        for (String sql : recording.setup()) {
            boolean exists = engine.catalog().find(recording.database()) != null;
            engine.execute(session(exists ? recording.database() : "", ""), sql);
        }

        for (RecordedQuery recorded : recording.statements()) {
            if (!recorded.isQuery()) {
                change(recorded);
            } else if (!NOT_EQUAL.contains(expectation.recording() + "\t" + recorded.sql())) {
                compare(recorded);
            }
        }

        assertThat(answered).isGreaterThanOrEqualTo(expectation.answers());
    }

    private SessionState session(String database, String zone) {
        SessionState session = engine.newSession("root");
        session.setDatabase(database.isEmpty() ? null : database);
        if (!zone.isEmpty()) {
            session.setZone(ZoneId.of(zone));
        }
        return session;
    }

    /** What else is recorded is checked elsewhere; here it only has to have happened, if this server can do it. */
    private void change(RecordedQuery recorded) {
        try {
            engine.execute(session(recorded.database(), recorded.zone()), recorded.sql());
        } catch (SqlException e) {
            assertThat(e.code()).as(recorded.sql()).isPositive();
        }
    }

    private void compare(RecordedQuery recorded) {
        try {
            SessionState session = session(recorded.database(), recorded.zone());
            StatementResult.Rows rows = (StatementResult.Rows) engine.execute(session, recorded.sql());
            compareRows(recorded, rows);
            answered++;
        } catch (SqlException e) {
            if (e.code() == SqlException.NOT_SUPPORTED && recorded.code() != SqlException.NOT_SUPPORTED) {
                assertThat(e).as(recorded.sql()).hasMessageEndingWith("is not supported by the embedded server");
                return;
            }
            assertThat(e.code()).as(recorded.sql() + ": " + e.getMessage()).isEqualTo(recorded.code());
            assertThat(e).as(recorded.sql()).hasMessage(recorded.description());
            answered++;
        }
    }

    private static void compareRows(RecordedQuery recorded, StatementResult.Rows result) {
        List<List<String>> rows = RecordedRows.rowsOf(result);
        assertThat(recorded.code()).as(recorded.sql() + " gave " + rows).isZero();
        assertThat(RecordedRows.columnsOf(result))
                .as(recorded.sql())
                .isEqualTo(RecordedRows.columnsOf(recorded.answer()));
        List<List<String>> expected = RecordedRows.rowsOf(recorded.answer(), result.columns());
        switch (recorded.compare()) {
            case "shape" -> assertThat(rows).as(recorded.sql()).hasSameSizeAs(expected);
            case "ordered" -> assertThat(rows).as(recorded.sql()).isEqualTo(expected);
            default -> assertThat(rows).as(recorded.sql()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
