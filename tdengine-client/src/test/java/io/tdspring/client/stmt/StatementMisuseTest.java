// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.TdengineClient;
import io.tdspring.error.TdengineStatementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement holds after it has been used wrongly, or only in part. */
class StatementMisuseTest extends StatementTestBed {

    private TdengineClient clientWithTable(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, v int, s varchar(8))");
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.7.5", "3.4.1.13"})
    void leavesOutARowThatHasNotBeenEnded(String version) {
        TdengineClient client = clientWithTable(version);
        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?)")) {
            insert.setLong(0, T).setLong(1, 1).setString(2, "one").addRow();
            insert.setLong(0, T + 1).setString(2, "two");
            assertThatExceptionOfType(TdengineStatementException.class).isThrownBy(() -> insert.setLong(1, 1L << 40));
            assertThat(insert.execute()).isEqualTo(1);

            insert.setLong(0, T + 2).setLong(1, 3).setString(2, "three").addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(read(client, "select * from db.t")).containsExactly(row(at(0), 1, "one"), row(at(2), 3, "three"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.7.5", "3.4.1.13"})
    void leavesOutARowThatHasNotBeenEndedWhenColumnsFollow(String version) {
        TdengineClient client = clientWithTable(version);
        try (TdStatement insert = client.prepare("insert into db.t (ts, v) values(?,?)")) {
            insert.setLong(0, T).setLong(1, 1).addRow();
            insert.setLong(0, T + 1);
            insert.setLongs(0, new long[] {T + 2, T + 3})
                    .setInts(1, new int[] {3, 4})
                    .addRows();
            assertThat(insert.execute()).isEqualTo(3);
        }

        assertThat(read(client, "select ts, v from db.t")).containsExactly(row(at(0), 1), row(at(2), 3), row(at(3), 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.7.5", "3.4.1.13"})
    void bindsOnAfterMarksThatAreTooShort(String version) {
        TdengineClient client = clientWithTable(version);
        try (TdStatement insert = client.prepare("insert into db.t (ts, v) values(?,?)")) {
            insert.setLongs(0, new long[] {T, T + 1}).setInts(1, new int[] {1, 2}, NullMarks.of(new boolean[1]));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(insert::addRows);
            assertThat(insert.boundRows()).isZero();

            insert.setLongs(0, new long[] {T + 2}).setInts(1, new int[] {3}).addRows();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(read(client, "select ts, v from db.t")).containsExactly(row(at(2), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.7.5", "3.4.1.13"})
    void refusesFewerRowsThanNone(String version) {
        TdengineClient client = clientWithTable(version);
        try (TdStatement insert = client.prepare("insert into db.t (ts, v) values(?,?)")) {
            insert.setLongs(0, new long[] {T}).setInts(1, new int[] {1});

            assertThatIllegalArgumentException().isThrownBy(() -> insert.addRows(-1));
            insert.addRows();
            assertThat(insert.execute()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into ? values(?,?,?)", "insert into ? (ts, v) values(?,?)"})
    void takesNoTableOnceClosed(String sql) {
        TdengineClient client = clientWithTable("3.3.7.5");
        TdStatement insert = client.prepare(sql);
        insert.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> insert.setString(0, "db.t"))
                .withMessage("the statement is closed");
    }
}
