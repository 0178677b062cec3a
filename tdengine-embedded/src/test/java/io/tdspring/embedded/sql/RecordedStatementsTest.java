// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.sql.RecordedStatements.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Drives the parser with everything that was said to a real TDengine 3.3.7.5. */
class RecordedStatementsTest {

    private static final Set<Integer> SYNTAX_ERRORS = Set.of(0x0216, 0x2600, 0x2601, 0x2617);
    private static final String REFUSAL = " is not supported by the embedded server";

    private static final List<Recorded> RECORDED = RecordedStatements.all();

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
}
