// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recorded statements, damaged: each is answered with rows or refused with a code; nothing else comes out. */
class SqlFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    /** A new engine every so often, so that what the statements have created is not taken for growth. */
    private static final int CASES_OF_ONE_ENGINE = 100;

    /** The first statement that came to each place. */
    private final Map<List<StackTraceElement>, String> crashes = new LinkedHashMap<>();

    private final Mutator mutator = new Mutator(FuzzCases.SEED);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void answersDamagedStatementsOrRefusesThem() {
        List<SqlTopic> topics = SqlTopic.all();
        int cases = FuzzCases.count(20_000, 600_000);
        int answered = 0;
        for (int done = 0; done < cases; done += CASES_OF_ONE_ENGINE) {
            answered += run(mutator.oneOf(topics), Math.min(CASES_OF_ONE_ENGINE, cases - done));
        }

        assertThat(crashes).isEmpty();
        // Enough of them must still be valid, or only the first lines of the parser were tried.
        assertThat(answered).isGreaterThan(cases / 20);
    }

    private int run(SqlTopic topic, int cases) {
        SqlEngine engine = new SqlEngine(CLOCK, ZoneOffset.UTC);
        SessionState session = engine.newSession("root");
        for (String sql : topic.setup()) {
            execute(engine, session, sql);
            if (engine.catalog().find(topic.database()) != null) {
                session.setDatabase(topic.database());
            }
        }
        int answered = 0;
        for (int i = 0; i < cases; i++) {
            session.setDatabase(topic.database().isEmpty() ? null : topic.database());
            String sql = mutator.text(mutator.oneOf(topic.statements()), topic.statements());
            answered += execute(engine, session, sql) ? 1 : 0;
        }
        return answered;
    }

    private boolean execute(SqlEngine engine, SessionState session, String sql) {
        try {
            if (engine.execute(session, sql) instanceof StatementResult.Rows rows) {
                drain(rows);
            }
            return true;
        } catch (SqlException e) {
            assertThat(e.code()).as(sql).isNotZero();
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            crashes.putIfAbsent(Stream.of(e.getStackTrace()).limit(4).toList(), sql + " => " + e);
            return false;
        }
    }

    private static void drain(StatementResult.Rows rows) {
        while (rows.rows().hasNext()) {
            @Nullable Object[] row = rows.rows().next();
            assertThat(row).hasSameSizeAs(rows.columns());
        }
    }
}
