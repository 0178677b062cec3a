// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.store.VGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ALTER and DELETE beside queries, writes and topics. */
class SchemaChangeTest {

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void createTables() {
        run("create database d keep 36500");
        session.setDatabase("d");
        run("create stable s (ts timestamp, a int, b int, c int) tags (g int, h int)");
        run("insert into t1 using s tags (1, 10) values (1700000000001, 1, 2, 3) (1700000000002, 4, 5, 6)");
        run("insert into t2 using s tags (2, 20) values (1700000000003, 7, 8, 9)");
    }

    @Test
    void doesNotGiveBackADroppedColumnsCellsToANewOneOfItsName() {
        run("alter stable s drop column b");
        run("alter stable s add column b int");

        assertThat(query("select a, b, c from s order by ts"))
                .containsExactly("[1, null, 3]", "[4, null, 6]", "[7, null, 9]");
        run("insert into t2 (ts, b) values (1700000000003, 88)");
        assertThat(query("select a, b, c from t2")).containsExactly("[7, 88, 9]");
    }

    @Test
    void keepsTheCellsOfARenamedColumn() {
        run("create table n (ts timestamp, v int, w int)");
        run("insert into n values (1700000000000, 1, 2)");

        run("alter table n rename column v x");

        assertThat(query("select x, w from n")).containsExactly("[1, 2]");
        assertThatThrownBy(() -> query("select v from n")).hasMessage("Invalid column name: v");
    }

    @Test
    void letsAQueryThatHasBegunReadTheColumnsThatItAskedFor() {
        Iterator<@Nullable Object[]> rows =
                ((StatementResult.Rows) engine.execute(session, "select a, c, h from s")).rows();
        List<String> read = new ArrayList<>();
        read.add(Arrays.toString(rows.next()));

        run("alter stable s drop column b");
        run("alter stable s drop tag g");
        rows.forEachRemaining(row -> read.add(Arrays.toString(row)));

        assertThat(read).containsExactlyInAnyOrder("[1, 3, 10]", "[4, 6, 10]", "[7, 9, 20]");
    }

    @Test
    void showsNewTagsAsNullUntilTheyAreSetAndAllOfAStatementAtOnce() {
        run("alter stable s add tag i int");
        run("alter stable s drop tag g");
        run("alter table t2 set tag i = 5, h = 21");

        assertThat(query("select tags tbname, h, i from s order by tbname"))
                .containsExactly("[t1, 10, null]", "[t2, 21, 5]");
        assertThatThrownBy(() -> run("alter table t1 set tag h = 11, nosuch = 1"))
                .hasMessage("Invalid tag name: nosuch");
        assertThat(query("select tags h from t1")).containsExactly("[10]");
    }

    @Test
    void takesAVersionInTheLogForEachChange() {
        Database database = Objects.requireNonNull(engine.catalog().find("d"));
        VGroup vgroup = database.vgroupOf("t1");
        long end = vgroup.end();

        run("alter stable s add column d int");
        assertThat(vgroup.end()).isEqualTo(end + 1);
        run("delete from t1 where ts = 1700000000001");
        assertThat(vgroup.end()).isEqualTo(end + 2);
    }

    @Test
    void leavesTheColumnsOfATopicAsTheyAre() {
        run("create topic p as select ts, a from s where c > 0 and g > 0");

        for (String change : List.of("drop column a", "drop column c", "drop tag g", "rename tag g gg")) {
            assertThatThrownBy(() -> run("alter stable s " + change))
                    .as(change)
                    .hasMessage("Field used by topic")
                    .satisfies(e -> assertThat(((SqlException) e).code()).isEqualTo(0x03c4));
        }
        run("alter stable s drop column b");
        run("drop topic p");
        run("alter stable s drop column a");
    }

    @Test
    void deletesTheEndsAndTheMiddleOfATable() {
        run("create table n (ts timestamp, v varchar(8))");
        for (int i = 0; i < 10; i++) {
            run("insert into n values (" + (1_700_000_000_000L + i) + ", " + (i == 4 ? "null" : "'v" + i + "'") + ")");
        }

        assertThat(run("delete from n where ts <= 1700000000001")).isEqualTo(2);
        assertThat(run("delete from n where ts >= 1700000000009")).isEqualTo(1);
        assertThat(run("delete from n where ts between 1700000000005 and 1700000000006"))
                .isEqualTo(2);

        assertThat(query("select v from n")).containsExactly("[v2]", "[v3]", "[null]", "[v7]", "[v8]");
    }

    @Test
    void showsReadersAndWritersOneSchemaOrTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try {
            Future<Integer> reader = threads.submit(() -> readUntil(done));
            Future<Integer> writer = threads.submit(() -> writeUntil(done));
            for (int i = 0; i < 500; i++) {
                run("alter stable s drop column b");
                run("alter stable s drop tag g");
                run("alter stable s add column b int");
                run("alter stable s add tag g int");
            }
            done.set(true);
            assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
            assertThat(writer.get(30, TimeUnit.SECONDS)).isPositive();
        } finally {
            done.set(true);
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Of t2 each row has 7 in a and 9 in c, and 20 in h, wherever these columns are at the moment. */
    private int readUntil(AtomicBoolean done) {
        int reads = 0;
        while (!done.get() || reads == 0) {
            assertThat(query("select a, c, h from t2")).isNotEmpty().containsOnly("[7, 9, 20]");
            reads++;
        }
        return reads;
    }

    private int writeUntil(AtomicBoolean done) {
        int written = 0;
        while (!done.get() || written == 0) {
            run("insert into t2 (c, ts, a) values (9, " + (1_700_000_001_000L + written % 50) + ", 7)");
            written++;
        }
        return written;
    }

    private long run(String sql) {
        return ((StatementResult.Update) engine.execute(session, sql)).affectedRows();
    }

    private List<String> query(String sql) {
        List<String> rows = new ArrayList<>();
        ((StatementResult.Rows) engine.execute(session, sql))
                .rows()
                .forEachRemaining(row -> rows.add(Arrays.toString(row)));
        return rows;
    }
}
