// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.engine.GoldenFile.Recorded;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** DDL, INSERT, SHOW and DESCRIBE as a real server answers them: codes, texts, columns and rows. */
class GoldenReplayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);

    /** Other parts of the server, or nothing this server does. */
    private static final Pattern NOT_HERE = Pattern.compile(
            "(?is)\\s*(select|alter (database|user|local|dnode)|explain|flush|trim|create index|drop index|insert .* select ).*");

    /** What this server may refuse in so many words; nothing else. */
    private static final Pattern REFUSED = Pattern.compile("(?is).*(retentions|rollup|encode|primary key|composite key"
            + "|EMPTY|MULTIPOINT|POINT Z|show (table|views|users|functions|subscriptions|consumers|streams"
            + "|transactions|vnodes)|describe information_schema|with meta|as stable post where|drop consumer|diff\\("
            + "|drop user|drop function|alter table loom modify column b compress).*");

    /** Recorded too soon after the start to be alive, or of a topic or table that this server refuses to make. */
    private static final Set<String> NOT_COMPARABLE =
            Set.of("show cluster alive", "show g_show_meta.alive", "drop topic g_tp4", "describe pk1");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final SqlEngine engine = new SqlEngine(CLOCK, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ddl_database",
                "ddl_stable",
                "ddl_table",
                "decimals",
                "insert_duplicates",
                "insert_forms",
                "insert_numbers",
                "insert_stable_tbname",
                "insert_strings",
                "insert_using",
                "json_tags",
                "show_meta",
                "timestamps_ms",
                "timestamps_ns",
                "timestamps_us",
                "topics"
            })
    void answersAsRecorded(String name) {
        GoldenFile file = GoldenFile.read(name);
        SessionState session = engine.newSession("root");
        file.prepare(engine, session);

        int compared = 0;
        for (Recorded recorded : file.statements()) {
            if (!NOT_HERE.matcher(recorded.sql()).matches() && !NOT_COMPARABLE.contains(recorded.sql())) {
                session.setDatabase(recorded.database().isEmpty() ? null : recorded.database());
                compare(session, recorded);
                compared++;
            }
        }

        assertThat(compared).isPositive();
    }

    /** With the queries between the changes, which show what each has done to the rows and tags. */
    @ParameterizedTest
    @CsvSource({"alter_table, 76, 1", "drop_delete, 71, 3"})
    void changesSchemasAndDeletesRowsAsRecorded(String name, int statements, int refused) {
        GoldenFile file = GoldenFile.read(name);
        SessionState session = engine.newSession("root");
        file.prepare(engine, session);

        int refusals = 0;
        for (Recorded recorded : file.statements()) {
            session.setDatabase(recorded.database().isEmpty() ? null : recorded.database());
            refusals += compare(session, recorded) ? 0 : 1;
        }

        assertThat(file.statements()).hasSize(statements);
        assertThat(refusals).isEqualTo(refused);
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void createsAndFillsTheTablesOfEveryRecording(String name) {
        GoldenFile file = GoldenFile.read(name);

        assertThatCode(() -> file.prepare(engine, engine.newSession("root"))).doesNotThrowAnyException();
    }

    static List<String> allFiles() {
        // Its tables have composite keys, which this server refuses.
        return GoldenFile.names().stream()
                .filter(name -> !name.equals("composite_key"))
                .toList();
    }

    /** Whether the server did not refuse it. */
    private boolean compare(SessionState session, Recorded recorded) {
        try {
            StatementResult result = engine.execute(session, recorded.sql());
            assertThat(recorded.code()).as(recorded.sql()).isZero();
            if (result instanceof StatementResult.Rows rows) {
                compareRows(rows, recorded);
            } else if (result instanceof StatementResult.Update update) {
                assertThat(update.affectedRows())
                        .as(recorded.sql())
                        .isEqualTo(recorded.answer().get("data").get(0).get(0).asLong());
            } else {
                fail(recorded.sql());
            }
        } catch (SqlException e) {
            if (e.code() == SqlException.NOT_SUPPORTED) {
                assertThat(recorded.sql()).matches(REFUSED);
                return false;
            }
            assertThat(e.code()).as(recorded.sql() + ": " + e.getMessage()).isEqualTo(recorded.code());
            if (!recorded.sql().contains(" as select ")) {
                assertThat(e)
                        .as(recorded.sql())
                        .hasMessage(recorded.answer().get("desc").asString());
            }
        }
        return true;
    }

    private static void compareRows(StatementResult.Rows rows, Recorded recorded) {
        List<String> columns = new ArrayList<>();
        for (Column column : rows.columns()) {
            columns.add("[\"" + column.name() + "\",\"" + column.type().typeName() + "\"," + column.length() + "]");
        }
        assertThat(columns).as(recorded.sql()).isEqualTo(texts(recorded.answer().get("column_meta")));
        List<String> cells = new ArrayList<>();
        rows.rows().forEachRemaining(row -> cells.add(shown(row, rows.columns())));
        List<String> expected = new ArrayList<>();
        for (JsonNode row : recorded.answer().get("data")) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(cell.isNull() ? "null" : cell.asString()));
            expected.add(texts.toString());
        }
        assertThat(cells).as(recorded.sql()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String shown(@Nullable Object[] row, List<Column> columns) {
        @Nullable Object[] shown = row.clone();
        for (int i = 0; i < shown.length; i++) {
            if (columns.get(i).type() == DataType.TIMESTAMP && shown[i] instanceof Long time) {
                shown[i] = TIME.format(Instant.ofEpochMilli(time));
            }
        }
        return Arrays.toString(shown);
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.toString()));
        return texts;
    }
}
