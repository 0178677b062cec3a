// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding in every form of statement, against the embedded server in its versions: what is bound is what a query finds. */
class StatementContractTest extends StatementTestBed {

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsSeveralTablesWithTheirTags(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, v int, s nchar(8)) tags (i int, j varchar(8))");

        try (TdStatement insert = client.prepare("insert into ? using db.st tags(?,?) values(?,?,?)")) {
            insert.setString(0, "db.c1").setLong(1, 1).setString(2, "one");
            insert.setLongs(3, new long[] {T + 1, T + 2})
                    .setInts(4, new int[] {10, 20})
                    .setList(5, List.of("a", "b"));
            insert.addRows();
            insert.setString(0, "db.c2").setNull(1).setString(2, "two");
            insert.setLong(3, T + 1).setLong(4, 30).setString(5, "c").addRow();
            insert.setLong(3, T + 2).setNull(4).setString(5, "d").addRow();
            insert.setString(0, "db.c1").setLong(1, 1).setString(2, "one");
            insert.setLong(3, T + 3).setLong(4, 40).setNull(5).addRow();
            insert.setLong(4, 60).setString(5, "f").setLong(3, T + 1);
            insert.setString(2, "three").setString(0, "db.c3").setLong(1, 3).addRow();
            assertThat(insert.execute()).isEqualTo(6);
        }

        assertThat(read(client, "select tbname, i, j, ts, v, s from db.st order by tbname, ts"))
                .containsExactly(
                        row("c1", 1, "one", at(1), 10, "a"),
                        row("c1", 1, "one", at(2), 20, "b"),
                        row("c1", 1, "one", at(3), 40, null),
                        row("c2", null, "two", at(1), 30, "c"),
                        row("c2", null, "two", at(2), null, "d"),
                        row("c3", 3, "three", at(1), 60, "f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTableNamesAsAColumn(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, v int) tags (i int)");

        try (TdStatement insert = client.prepare("insert into db.st (ts, tbname, i, v) values(?,?,?,?)")) {
            for (int i = 0; i < 4; i++) {
                insert.setLong(0, T + i)
                        .setString(1, "c" + i / 2)
                        .setLong(2, i / 2)
                        .setLong(3, i * 10L)
                        .addRow();
            }
            assertThat(insert.execute()).isEqualTo(4);
        }

        assertThat(read(client, "select tbname, i, ts, v from db.st order by tbname, ts"))
                .containsExactly(
                        row("c0", 0, at(0), 0),
                        row("c0", 0, at(1), 10),
                        row("c1", 1, at(2), 20),
                        row("c1", 1, at(3), 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTablesThatExistByTheirNamesAlone(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t1 (ts timestamp, v smallint, s varchar(4))");
        client.execute("create table db.t2 (ts timestamp, v smallint, s varchar(4))");

        try (TdStatement insert = client.prepare("insert into ? values(?,?,?)")) {
            insert.setString(0, "db.t1")
                    .setLong(1, T + 1)
                    .setLong(2, 2)
                    .setString(3, "four")
                    .addRow();
            insert.setString(0, "db.t2")
                    .setLong(1, T + 1)
                    .setLong(2, 3)
                    .setNull(3)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(2);
        }

        assertThat(read(client, "select * from db.t1")).containsExactly(row(at(1), (short) 2, "four"));
        assertThat(read(client, "select * from db.t2")).containsExactly(row(at(1), (short) 3, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void keepsWhatIsThereWhereNothingIsSet(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, a int, b varchar(4))");
        client.execute("insert into db.t values (1700000000001, 10, 'old')");

        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?)")) {
            insert.setLong(0, T + 1).setUnset(1).setString(2, "new").addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(read(client, "select a, b from db.t")).containsExactly(row(10, "new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTheParametersOfQueries(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, v int, s nchar(20), d double)");
        client.execute("insert into db.t values (1700000000000, 1, 'it''s', 1.5) (1700000000001, 2, '涛思', 2.5)"
                + " (1700000000002, 3, 'c', 3.5)");

        try (TdStatement select = client.prepare("select v, s from db.t where v > ? and s = ?")) {
            assertThat(select.isInsert()).isFalse();
            select.setLong(0, 0).setString(1, "it's");
            assertThat(read(client.query(select))).containsExactly(row(1, "it's"));
            select.setLong(0, 1).setString(1, "涛思");
            assertThat(read(client.query(select))).containsExactly(row(2, "涛思"));
        }
        try (TdStatement select = client.prepare("select v from db.t where ts >= ? and d < ?")) {
            select.setInstant(0, Instant.ofEpochMilli(1700000000001L)).setDouble(1, 3);
            assertThat(read(client.query(select))).containsExactly(row(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.4.1.13"})
    void writesMoreRowsThanAFrameHolds(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, s varchar(100))");
        int count = 60_000;
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = T + i;
        }

        try (TdStatement insert = client.prepare("insert into db.t values(?,?)")) {
            insert.setLongs(0, times)
                    .setList(1, Collections.nCopies(count, "x".repeat(100)))
                    .addRows();
            for (int i = 0; i < count; i++) {
                insert.setLong(0, T + count + i).setString(1, "y".repeat(100)).addRow();
            }
            assertThat(insert.boundRows()).isEqualTo(2L * count);
            assertThat(insert.execute()).isEqualTo(2L * count);
        }

        assertThat(read(client, "select count(*), first(ts), last(ts) from db.t"))
                .containsExactly(row(2L * count, at(0), at(2L * count - 1)));
    }
}
