// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import static io.tdspring.embedded.schemaless.Sandbox.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenTSDB's JSON, where no recording shows it. */
class JsonProtocolTest {

    private final Sandbox sandbox = new Sandbox();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":{\"value\":{\"value\":1},\"type\":\"int\"}}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":[1],\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":null,\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":1}} 1",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"value\":1,\"tags\":{\"a\":1}}",
                "{\"metric\":\"m\",\"timestamp\":1767225600,\"value\":1,\"tags\":{\"a\":1},\"x\":1}",
                "[1]",
                "[[[[[[[[[[",
                "7"
            })
    void refusesOtherJson(String json) {
        assertThatThrownBy(() -> sandbox.write(SchemalessInsert.JSON, json, ""))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.code()).isEqualTo(0x0221));
    }

    @Test
    void keepsTheTypesOfJson() {
        sandbox.write(
                SchemalessInsert.JSON,
                "{\"tags\":{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":{\"type\":\"binary\",\"value\":\"y\"}},\"value\":"
                        + "{\"value\":7,\"type\":\"SmallInt\"},\"metric\":\"m.n\",\"timestamp\":"
                        + "{\"value\":1767225600000000,\"type\":\"us\"}}",
                "b");

        assertThat(sandbox.columns("m_n"))
                .containsExactly("_ts TIMESTAMP(8)", "_value SMALLINT(2)", "a DOUBLE(8)", "c BOOL(1)", "d VARCHAR(1)");
        assertThat(sandbox.rows("select cast(_ts as bigint), _value, a, c, d, tbname from m_n"))
                .containsExactly(List.of(START, 7L, 1.0, true, "y", "x"));
    }
}
