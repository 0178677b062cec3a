// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.sql.RecordedStatements.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Drives the parser with everything that was said to a real TDengine 3.3.7.5. */
class RecordedStatementsTest {

    private static final Set<Integer> SYNTAX_ERRORS = Set.of(0x0216, 0x2600, 0x2601, 0x2617);
    private static final Pattern REASON = Pattern.compile(".*' \\(((?:(?!' \\().)*)\\)", Pattern.DOTALL);
    private static final String REFUSAL = " is not supported by the embedded server";

    private static final List<Recorded> RECORDED = RecordedStatements.all();

    /** What TDengine can do and the parser does not take yet: a new entry, or a higher number, is a step back. */
    @Test
    void parsesWhatTheRealServerTookOrRefusesItByItsKind() {
        Map<String, Integer> refused = new TreeMap<>();

        for (Recorded recorded : RECORDED) {
            if (recorded.code() == 0) {
                count(refused, outcome(recorded.sql()));
            }
        }

        refused.remove("parsed");
        assertThat(lines(refused)).isEqualTo("""
                        5 A composite primary key
                        10 ALTER DATABASE
                        6 ALTER USER
                        5 COLS
                        12 COUNT_WINDOW
                        1 CREATE INDEX
                        2 CREATE USER
                        2 DROP CONSUMER
                        1 DROP FUNCTION
                        1 DROP INDEX
                        1 DROP STREAM
                        2 DROP USER
                        9 EVENT_WINDOW
                        2 EXPLAIN SELECT
                        1 FLUSH DATABASE
                        3 GRANT
                        58 JOIN
                        49 RANGE
                        1 RETENTIONS
                        1 REVOKE
                        13 SESSION
                        1 SHOW FUNCTIONS
                        1 SHOW STREAMS
                        2 SHOW TABLE
                        1 SHOW TRANSACTIONS
                        1 SHOW USERS
                        1 SHOW VNODES
                        11 STATE_WINDOW
                        1 TRIM DATABASE
                        """);
    }

    @Test
    void failsAsTheRealServerDid() {
        List<String> different = new ArrayList<>();

        for (Recorded recorded : RECORDED) {
            String outcome = outcome(recorded.sql());
            if (SYNTAX_ERRORS.contains(recorded.code()) && isDecided(outcome) && !outcome.equals(expected(recorded))) {
                different.add(recorded.sql() + " => " + outcome + ", not " + expected(recorded));
            }
        }

        assertThat(different).isEmpty();
    }

    /** Syntax errors that the parser can't see: of values, which depend on the column, and in what it refuses. */
    @Test
    void leavesOnlyTheseSyntaxErrorsToOthers() {
        Map<String, Integer> left = new TreeMap<>();

        for (Recorded recorded : RECORDED) {
            String outcome = outcome(recorded.sql());
            if (SYNTAX_ERRORS.contains(recorded.code()) && !isDecided(outcome)) {
                count(left, outcome.equals("parsed") ? reason(recorded.message()) : outcome);
            }
        }

        assertThat(lines(left)).isEqualTo("""
                        1 (...tbname, ts...) bounded cols is expected for supertable insertion
                        2 , expected
                        4 ALTER DATABASE
                        1 ALTER USER
                        2 COLS
                        2 COUNT_WINDOW
                        1 CREATE STREAM
                        1 CREATE TSMA
                        2 CREATE USER
                        1 DROP TSMA
                        1 DROP USER
                        4 EVENT_WINDOW
                        1 EXPLAIN INSERT
                        1 GRANT
                        2 Invalid function para value
                        3 JOIN
                        1 Primary timestamp column should not be null
                        1 RANGE
                        4 SESSION
                        1 SHOW GRANTS
                        1 STATE_WINDOW
                        1 Unknown error 65535
                        1 database not specified
                        8 illegal float data
                        3 int data overflow
                        3 invalid bigint data
                        2 invalid bool data
                        1 invalid data or symbol
                        6 invalid int data
                        1 invalid numeric data
                        75 invalid timestamp
                        2 invalid tinyint data
                        2 invalid unsigned tinyint data
                        2 json error invalide value
                        2 json key not validate
                        4 json parse error
                        1 smallint data overflow
                        3 tinyint data overflow
                        1 unsigned int data overflow
                        1 unsigned smallint data overflow
                        """);
    }

    @Test
    void failsOnlyWhereTheRealServerFailed() {
        List<String> different = new ArrayList<>();

        for (Recorded recorded : RECORDED) {
            String outcome = outcome(recorded.sql());
            if (!SYNTAX_ERRORS.contains(recorded.code()) && isDecided(outcome) && !outcome.startsWith(code(recorded))) {
                different.add(recorded.sql() + " => " + outcome + ", not " + expected(recorded));
            }
        }

        assertThat(different).isEmpty();
    }

    @Test
    void namesColumnsAsTheRealServerDid() {
        List<String> different = new ArrayList<>();
        int compared = 0;

        for (Recorded recorded : RECORDED) {
            if (recorded.code() == 0 && outcome(recorded.sql()).equals("parsed")) {
                Statement statement = Parser.parse(recorded.sql());
                if (statement instanceof Select select && hasNoStars(select)) {
                    compared++;
                    List<String> names =
                            select.items().stream().map(SelectItem::name).toList();
                    if (!names.equals(recorded.columns())) {
                        different.add(recorded.sql() + " => " + names + ", not " + recorded.columns());
                    }
                }
            }
        }

        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(1500);
    }

    private static boolean hasNoStars(Select select) {
        return select.items().stream().map(SelectItem::expr).noneMatch(RecordedStatementsTest::isSeveralColumns);
    }

    private static boolean isSeveralColumns(Expr expr) {
        return expr instanceof Expr.Star
                || (expr instanceof Expr.FunctionCall call
                        && Set.of("first", "last", "last_row").contains(call.name())
                        && (call.arguments().size() > 1 || call.arguments().get(0) instanceof Expr.Star));
    }

    private static boolean isDecided(String outcome) {
        return !outcome.equals("parsed") && !outcome.endsWith(REFUSAL);
    }

    /** {@code parsed}, or the refusal, or code and message of the error. */
    private static String outcome(String sql) {
        try {
            Parser.parse(sql);
            return "parsed";
        } catch (SqlException e) {
            return e.code() == SqlException.NOT_SUPPORTED ? e.getMessage() : text(e.code(), e.getMessage());
        }
    }

    private static String expected(Recorded recorded) {
        return text(recorded.code(), recorded.message());
    }

    private static String code(Recorded recorded) {
        return text(recorded.code(), "");
    }

    private static String text(int code, String message) {
        return String.format("0x%04X %s", code, message);
    }

    private static String reason(String message) {
        Matcher reason = REASON.matcher(message);
        return reason.matches() ? reason.group(1) : message;
    }

    private static String lines(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key.replace(REFUSAL, ""), 1, Integer::sum);
    }
}
