// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.sql.SqlException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void hidesWhatNobodyExpectedBehindOneCode() {
        SqlException failure = Failures.of(new IllegalStateException("insert into secrets values('hush')"));

        assertThat(failure.code()).isEqualTo(0xffff);
        assertThat(failure).hasMessage("internal error of the embedded server: IllegalStateException");
    }

    @Test
    void leavesErrorsOfSqlAsTheyAre() {
        SqlException expected = new SqlException(0x2603, "Table does not exist");

        assertThat(Failures.of(expected)).isSameAs(expected);
    }
}
